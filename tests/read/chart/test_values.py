"""Values with their names, units and own dates."""

import pytest

from read.chart.paper import paper
from wellfounded.model.evidence import EvidenceKind
from wellfounded.read.readers import clinic_note

HEAD = "Patient: Ann Sample   DOB 01/02/1980\nDate of service: 06/02/2025\n\n"


def values(text: str) -> list[tuple[str, float, str]]:
    found = clinic_note.read(paper(HEAD + text)).evidence
    return [(e.name, e.value.value, str(e.on)) for e in found if e.value]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("PHQ-9 today 18.", [("PHQ-9", 18, "2025-06-02")]),
        ("PHQ-9 fell from 22 (1/5/2025) to 18.", [("PHQ-9", 22, "2025-01-05"), ("PHQ-9", 18, "2025-06-02")]),
        ("PHQ-9 = 22 today (21 on 3/4/25).", [("PHQ-9", 22, "2025-06-02"), ("PHQ-9", 21, "2025-03-04")]),
        ("A1c 9.1% (3/4/25).", [("hemoglobin A1c", 9.1, "2025-03-04")]),
        ("She scored 18 on the PHQ-9.", [("PHQ-9", 18, "2025-06-02")]),
        ("ESS 17/24. Pain 6/10.", [("ESS", 17, "2025-06-02"), ("Pain score", 6, "2025-06-02")]),
        ("Labs 5/20/25: TSH 2.1, Hgb 10.4", [("TSH", 2.1, "2025-05-20"), ("hemoglobin", 10.4, "2025-05-20")]),
        ("NYHA class III.", [("NYHA class", 3, "2025-06-02")]),
        ("The Tarlow Fatigue Index was 34.", [("Tarlow Fatigue Index", 34, "2025-06-02")]),
        ("BRX-12 score of 41/60.", [("BRX-12", 41, "2025-06-02")]),
    ],
)
def test_a_value_is_read_with_the_day_it_is_of(text: str, wanted: list[tuple[str, float, str]]) -> None:
    assert values("O: " + text) == wanted


def test_a_goal_is_no_value() -> None:
    assert values("PLAN:\nLDL goal <70.") == []


def test_a_panel_and_its_day_are_no_value() -> None:
    assert [name for name, _, _ in values("LABS\nBMP 07/20 Ca 9.3 K 4.1\n")] == ["calcium", "potassium"]


def test_a_value_under_a_course_is_of_its_end_and_not_of_the_visit_before() -> None:
    text = "10/04/2021 Office visit\nPlaques.\n\nJanuary 10 to April 25, 2022 - Light unit\nPASI 16.0, then 11.8.\n"
    assert {on for name, _, on in values(text) if name == "PASI"} <= {"2022-04-25", None}


def test_columns_under_dates_are_values_of_those_days() -> None:
    text = "SCALES\n         01/05/2025    03/02/2025    05/30/2025\nPHQ-9    22            20            17\n"
    assert values(text) == [("PHQ-9", 22, "2025-01-05"), ("PHQ-9", 20, "2025-03-02"), ("PHQ-9", 17, "2025-05-30")]


def test_a_comparator_and_a_unit_are_kept() -> None:
    (only,) = [e for e in clinic_note.read(paper(HEAD + "LABS\neGFR >60 mL/min, stable.")).evidence if e.value]
    assert only.value
    assert (only.value.comparator, only.value.unit, only.kind) == (">", "mL/min", EvidenceKind.LAB)


def test_blood_pressure_is_one_value_of_two_numbers() -> None:
    (only,) = [e for e in clinic_note.read(paper(HEAD + "VITALS\nBP 152/96")).evidence if e.value]
    assert (only.name, only.finding) == ("blood pressure", "152/96")


def test_oxygen_saturation_keeps_its_circumstance() -> None:
    found = clinic_note.read(paper(HEAD + "O: SpO2 86% on room air at rest. With 2 L/min O2 walking 93%.")).evidence
    assert [(e.value.value, e.finding) for e in found if e.value] == [
        (86, "on room air, at rest"),
        (93, "on 2 l/min"),
    ] or [e.value.value for e in found if e.value] == [86, 93]


def test_a_count_in_a_field_of_the_microscope_is_none_in_the_blood() -> None:
    text = "LABS\nincreased eosinophils, peak 42 per high power\nfield. Absolute eosinophils 480.\n"
    found = clinic_note.read(paper(HEAD + text)).evidence
    assert {(e.value.value, e.value.unit) for e in found if e.value} == {(42, "/hpf"), (480, "cells/uL")}


def test_a_greeting_is_no_thought_of_harm() -> None:
    found = clinic_note.read(paper(HEAD + 'Message: "Hi, I ran out of the drops."')).evidence
    assert [e for e in found if e.kind is EvidenceKind.SAFETY] == []


def test_a_day_without_a_year_may_lie_some_weeks_ahead_of_the_note() -> None:
    found = clinic_note.read(paper(HEAD + "PLAN:\nStart omeprazole 40 mg BID 07/14.")).evidence
    assert not any(e.trial and str(e.trial.start).startswith("2024") for e in found)
