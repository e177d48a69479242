"""A value read from the payer's letter rests on the letter until a person confirms or changes it."""

from datetime import date
from pathlib import Path

import pytest

from wellfounded import casefolder
from wellfounded.model.basis import Attestation, Quote

ON = date(2026, 4, 9)
LETTER = """\
Birchmere Health Plan
PO Box 4410, Carrow Falls, OH 43999

April 2, 2026

Member: Robin T. Hale
Date of Birth: 03/14/1979
Member ID: BMH20049113
Service: Transcranial magnetic stimulation, CPT 90867
Diagnosis: F33.2

Notice of Adverse Benefit Determination

We have denied your request for the service named above because it is not medically necessary. You may appeal within
180 days of receiving this notice. This plan is a fully insured small group plan.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    letter = tmp_path / "denial.txt"
    letter.write_text(LETTER, encoding="utf-8")
    casefolder.make(tmp_path / "case", letter=letter, on=ON, by="Dana Reyes")
    return tmp_path / "case"


def test_what_the_letter_states_rests_on_its_passage(folder: Path) -> None:
    case = casefolder.open_case(folder, ON)
    facts = (
        case.patient.name,
        case.patient.birth_date,
        case.coverage.member_id,
        case.coverage.market,
        *case.diagnoses,
        *(each.description for each in case.services),
    )
    assert len(facts) >= 6
    for fact in facts:
        assert fact is not None
        assert isinstance(fact.basis, Quote)
        assert case.document(fact.basis.at.source).source.path == "payer/denial.txt"


@pytest.mark.parametrize("born", [date(1979, 3, 14), date(1979, 3, 15)])
def test_it_becomes_a_persons_word_once_confirmed_or_changed(folder: Path, born: date) -> None:
    casefolder.amend(folder, {"patient.birth_date": born}, by="Mo Quill", role="", on=ON)
    case = casefolder.open_case(folder, ON)
    assert case.patient.birth_date is not None
    assert isinstance(case.patient.birth_date.basis, Attestation)
    assert case.patient.birth_date.basis.by == "Mo Quill"
    assert case.patient.name is not None
    assert isinstance(case.patient.name.basis, Quote)


def test_a_part_added_to_a_service_leaves_what_the_letter_states_of_it(folder: Path) -> None:
    held = casefolder.entered(folder)
    services = [{**held["services"][0], "duration": "6 weeks"}, *held["services"][1:]]
    casefolder.amend(folder, {"services": services}, by="Mo Quill", role="", on=ON)
    assert isinstance(casefolder.open_case(folder, ON).services[0].description.basis, Quote)
    services[0] = {**services[0], "description": "another service"}
    casefolder.amend(folder, {"services": services}, by="Mo Quill", role="", on=ON)
    basis = casefolder.open_case(folder, ON).services[0].description.basis
    assert isinstance(basis, Attestation)
    assert basis.by == "Mo Quill"
