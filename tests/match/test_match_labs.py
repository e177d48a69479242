"""Laboratory papers as they really print, held to a policy that asks for a recent negative tuberculosis test."""

from datetime import date
from pathlib import Path

import pytest

from wellfounded import match, read
from wellfounded.model.asks import ProcedureDone
from wellfounded.model.basis import Fact
from wellfounded.model.case import Case
from wellfounded.model.coding import Duration
from wellfounded.model.criteria import Policy, Requirement
from wellfounded.model.parties import Coverage, Organization, Patient, Practitioner
from wellfounded.packs import shipped

HERE = Path(__file__).parent / "labs"
ON = date(2026, 5, 4)
TB = "A negative tuberculosis test (interferon-gamma release assay or skin test) within the last 12 months"
BLOOD = "Interferon-gamma release assay, negative, within the past 12 months"
BOTH = "Screening tests for tuberculosis and hepatitis B are negative within the past 12 months"
VERDICTS = {
    "01_newcomer": "met", "02_columns": "met", "03_portal": "met", "04_narrative": "met", "05_fax": "met",
    "06_two_columns": "met", "07_dots": "met", "08_positive": "not_met", "09_indeterminate": "unknown",
    "10_old": "unknown", "11_ordered": "unknown", "12_pending": "unknown", "13_see_comment": "unknown",
}  # fmt: skip


def finding(name, text):
    document = read.document(f"chart/{name}.txt", (HERE / f"{name}.txt").read_bytes())
    evidence, conflicts = read.merge([read.read_chart(document)])
    case = Case(
        "c", Patient(), Coverage(), Practitioner(), Organization(),
        documents=(document,), evidence=evidence, conflicts=conflicts, requested=Fact(ON, ()),
    )  # fmt: skip
    asked = Requirement("a", text, ProcedureDone("skin test", Duration(12, "months")), None, "3.7")
    return match.match(Policy("p", "", asked), case, ON, shipped()).of("a")


@pytest.mark.parametrize(("name", "verdict"), VERDICTS.items())
def test_a_tuberculosis_test_is_known_by_any_of_its_names_and_by_the_day_it_was_collected(name, verdict):
    found = finding(name, TB)
    assert found.verdict.value == verdict
    if verdict == "met":
        assert found.supports[0].on is not None
        assert str(found.supports[0].on) == ("2026-02-28" if name == "04_narrative" else "2026-02-11")


def test_a_skin_test_is_no_blood_test_where_only_that_will_do():
    assert finding("04_narrative", BLOOD).verdict.value == "unknown"
    assert finding("05_fax", BLOOD).verdict.value == "met"


def test_each_of_several_tests_asked_for_must_be_there():
    assert finding("05_fax", BOTH).verdict.value == "met"
    assert finding("02_columns", BOTH).verdict.value == "unknown"
