import sys
from datetime import date
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))

import match as bench
from wellfounded.match import as_json, gaps

NOTE = {"note-3.txt": {"on": date(2025, 12, 1), "text": "PHQ-9 22. Started sertraline. Adalimumab was never taken."}}
PHQ = {"score": "PHQ-9", "value": 22, "on": date(2025, 12, 1), "in": "note-3.txt", "says": "PHQ-9 22"}


def ask(text, test, evidence=(), **more):
    case = {"on": date(2026, 3, 20), "practitioner": {"name": "Ann Lee", "specialty": "psychiatry"}, "notes": NOTE}
    leaf = {"id": "r", "text": text, "test": test, "gold": "unknown"}
    found, _, policy = bench.run(case | {"evidence": list(evidence), "tree": leaf} | more)
    return found.of("r"), as_json(found, policy)


LINES = (
    (
        "PHQ-9 of 20 or more within 30 days",
        {"kind": "score", "name": "PHQ-9", "value": 20, "within": "30 days"},
        [PHQ],
        (
            "order: Ask Dr. Ann Lee for a PHQ-9 (the plan asks for >= 20) dated on or after 2026-02-18; the latest "
            "in the chart is 22 on 2025-12-01 (note-3.txt, p. 1)."
        ),
    ),
    (
        "PHQ-9 of 25 or more",
        {"kind": "score", "name": "PHQ-9", "value": 25},
        [PHQ],
        (
            "ask: Ask Dr. Ann Lee whether a newer PHQ-9 is known; the latest in the chart is 22 on 2025-12-01 "
            "(note-3.txt, p. 1), and the plan asks for >= 25."
        ),
    ),
    (
        "LDL of 100 mg/dL or more",
        {"kind": "lab", "name": "LDL", "value": 100, "unit": "mg/dL"},
        [],
        "order: Ask Dr. Ann Lee for an LDL (the plan asks for >= 100 mg/dL); none is in the chart.",
    ),
    (
        "Failure of adalimumab",
        {"kind": "trial", "agents": ["adalimumab"], "outcome": "failed"},
        [],
        (
            "ask: Ask Dr. Ann Lee whether adalimumab was taken after all; the chart says “Adalimumab was never taken” "
            "(note-3.txt, p. 1)."
        ),
    ),
    (
        "Failure of sertraline for at least 6 weeks",
        {"kind": "trial", "agents": ["sertraline"], "min_duration": "6 weeks", "outcome": "failed"},
        [{"trial": "sertraline", "outcome": "failed", "in": "note-3.txt", "says": "Started sertraline."}],
        (
            "chart: Ask Dr. Ann Lee to chart what “Failure of sertraline for at least 6 weeks” needs of sertraline "
            "(no duration is charted; note-3.txt, p. 1)."
        ),
    ),
    (
        "Failure of two antidepressants",
        {"kind": "trial", "class": "antidepressants", "n": 2, "outcome": "failed"},
        [{"trial": "sertraline", "outcome": "failed"}],
        (
            "find: Find or ask Dr. Ann Lee for a record of another of antidepressants with its dates and result (1 "
            "of 2 shown); the chart shows sertraline."
        ),
    ),
    (
        "Prescribed by a neurologist",
        {"kind": "prescriber", "specialty": ["neurology"]},
        [],
        "ask: Ask Dr. Ann Lee whether a practitioner of neurology will order it; psychiatry is another specialty.",
    ),
    (
        "No seizure disorder",
        {"kind": "absent", "what": "seizure disorder"},
        [],
        "chart: Ask Dr. Ann Lee to chart in words whether there is seizure disorder; the chart is silent.",
    ),
    (
        "Attests to REMS enrollment",
        {"kind": "attestation", "what": "enrolled in the REMS program"},
        [],
        "ask: Ask Dr. Ann Lee to state in writing, by name and date: “enrolled in the REMS program”.",
    ),
)


@pytest.mark.parametrize(("text", "test", "evidence", "line"), LINES)
def test_the_line_says_what_to_find_of_whom_and_what_the_chart_holds(text, test, evidence, line):
    finding, _ = ask(text, test, evidence)
    assert f"{finding.gap.do}: {finding.gap.line}" == line


def test_a_dispute_names_both_sources():
    finding, _ = ask(
        "Failure of sertraline",
        {"kind": "trial", "agents": ["sertraline"], "outcome": "failed"},
        [{"trial": "sertraline", "outcome": "failed"}],
        conflicts=[{"about": "trial of sertraline: outcome", "says": {"a": "failed", "b": "effective"}}],
    )
    assert (
        finding.gap.line
        == "Ask Dr. Ann Lee which is right about trial of sertraline: outcome: failed (p. 1) or effective (p. 1)."
    )


def test_what_must_not_hold_is_asked_about_only_where_it_does_or_may():
    case = {"on": date(2026, 3, 20), "practitioner": {"name": "Ann Lee"}}
    leaf = {"id": "r", "text": "Heart failure", "test": {"kind": "other"}, "gold": "not_met"}
    denied = {"a.txt": {"on": date(2026, 1, 1), "text": "No heart failure."}}
    found, _, _ = bench.run(case | {"notes": denied, "tree": {"not": leaf}})
    assert (found.root.value, found.of("r").verdict.value, found.of("r").gap) == ("met", "not_met", None)
    shown = {"a.txt": {"on": date(2026, 1, 1), "text": "Heart failure, stable."}}
    found, _, _ = bench.run(case | {"notes": shown, "tree": {"not": leaf}})
    assert found.root.value == "not_met"
    assert "“Heart failure, stable” (a.txt, p. 1) still holds" in found.of("r").gap.line


@pytest.mark.parametrize(
    ("name", "said"),
    [("PHQ-9", "a PHQ-9"), ("LDL", "an LDL"), ("MRI", "an MRI"), ("HbA1c", "an HbA1c"), ("MADRS", "a MADRS"),
     ("eosinophils", "eosinophils"), ("unit", "a unit"), ("analysis", "an analysis")],
)  # fmt: skip
def test_an_article_is_put_as_the_name_is_read_aloud(name, said):
    assert gaps.article(name) == said


def test_the_json_holds_every_field_the_reference_names():
    _, data = ask("PHQ-9 of 20 or more", {"kind": "score", "name": "PHQ-9", "value": 20}, [PHQ])
    finding = data["findings"][0]
    assert (data["root"], finding["requirement"], finding["verdict"], finding["gap"]) == ("met", "r", "met", None)
    [support] = finding["supports"]
    assert (support["kind"], support["name"], support["value"], support["date"]) == (
        "score",
        "PHQ-9",
        22.0,
        "2025-12-01",
    )
    assert support["quote"]["exact"] == "PHQ-9 22"
    assert set(support["quote"]) == {"exact", "source", "page", "start", "end"}
    assert support["assertion"] == {
        "polarity": "affirmed", "time": "current", "experiencer": "patient", "certainty": "certain",
    }  # fmt: skip


def test_a_verdict_that_rests_on_a_persons_word_names_the_person():
    _, data = ask(
        "The device is cleared", {"kind": "attestation", "what": "the device is cleared"},
        attest=[{"by": "Ann Lee", "role": "physician", "on": date(2026, 3, 1), "says": "The device is cleared."}],
    )  # fmt: skip
    assert data["findings"][0]["rests_on"] == [
        {"attestation": {"by": "Ann Lee", "role": "physician", "on": "2026-03-01", "says": "The device is cleared."}}
    ]
