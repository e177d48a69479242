"""Who a note is of, who wrote it, its visits, and what else it states."""

from datetime import date

import pytest

from read.chart.paper import paper
from wellfounded.model.basis import quotes
from wellfounded.model.evidence import EvidenceKind
from wellfounded.read.chart.json import plain
from wellfounded.read.readers import clinic_note

NOTE = """CEDAR CLINIC
Patient: Sample, Ann Q.     DOB: 01/02/1980     MRN: CC-1002     Member ID: ZZQ10020030
Date of service: 06/02/2025

HPI: Denies suicidal ideation. Unable to climb stairs. MRI lumbar spine 5/1/2025 shows L5-S1 herniation.
Family history: mother has epilepsy.

ASSESSMENT
1. Major depressive disorder, recurrent, severe (F33.2)
2. Possible sleep apnea

PLAN
Start vilazodone 10 mg. Return in 4 weeks.

Electronically signed by Robin Sample, MD 06/02/2025
"""


def test_the_patient_and_the_author_are_named() -> None:
    reading = clinic_note.read(paper(NOTE))
    assert reading.text("patient_name") == "Sample, Ann Q"
    assert reading.text("mrn") == "CC-1002"
    assert reading.text("member_id") == "ZZQ10020030"
    birth = reading.first("birth_date")
    assert birth
    assert birth.value == date(1980, 1, 2)
    assert {e.author for e in reading.evidence} == {"Robin Sample, MD"}


def test_every_quote_is_found_where_it_says() -> None:
    document = paper(NOTE)
    reading = clinic_note.read(document)
    found = [quote for e in reading.evidence for quote in quotes(e.basis)] + [f.basis for f in reading.fields]
    assert found
    for quote in found:
        quote.verify(document.text)


@pytest.mark.parametrize(
    ("kind", "name", "field", "value"),
    [
        (EvidenceKind.SAFETY, "suicidal", "polarity", "negated"),
        (EvidenceKind.DIAGNOSIS, "epilepsy", "experiencer", "family"),
        (EvidenceKind.DIAGNOSIS, "sleep apnea", "certainty", "possible"),
        (EvidenceKind.FUNCTION, "Unable to climb stairs", "polarity", "affirmed"),
    ],
)
def test_a_statement_is_kept_as_it_is_meant(kind: EvidenceKind, name: str, field: str, value: str) -> None:
    found = [e for e in clinic_note.read(paper(NOTE)).evidence if e.kind is kind and name.startswith(e.name)]
    assert [getattr(e.assertion, field) for e in found] == [value]


def test_imaging_is_kept_with_its_day_and_what_it_showed() -> None:
    (only,) = [e for e in clinic_note.read(paper(NOTE)).evidence if e.kind is EvidenceKind.IMAGING]
    assert (only.name, str(only.on), only.finding) == ("MRI", "2025-05-01", "L5-S1 herniation")


def test_a_record_of_two_visits_gives_each_value_its_visit() -> None:
    text = "Encounter 01/05/2025 Office visit\nPHQ-9 20\n\nEncounter 03/09/2025 Office visit\nPHQ-9 14\n"
    found = [(e.value.value, str(e.written)) for e in clinic_note.read(paper(text)).evidence if e.value]
    assert found == [(20, "2025-01-05"), (14, "2025-03-09")]


def test_digits_read_in_place_of_letters_are_repaired_but_quoted_as_printed() -> None:
    document = paper("Pat1ent reports f1uoxetine 20 mg x 8 wks gave no re1ief.")
    (only,) = [e for e in clinic_note.read(document).evidence if e.trial]
    assert only.trial
    assert (only.trial.ingredient, only.trial.outcome.value) == ("fluoxetine", "failed")
    assert "f1uoxetine" in next(iter(quotes(only.basis))).exact


def test_the_plain_form_says_dates_and_amounts_as_text() -> None:
    found = plain(clinic_note.read(paper(NOTE)).evidence, paths={"a" * 64: "chart/note.txt"})["evidence"]
    (trial,) = [e for e in found if e["kind"] == "treatment_trial"]
    assert (trial["ingredient"], trial["dose"], trial["status"]) == ("vilazodone", "10 mg", "planned")
    assert trial["quote"]["source"] == "chart/note.txt"
    assert set(trial["assertion"]) == {"polarity", "time", "experiencer", "certainty"}


def test_a_note_is_surer_than_a_payers_letter() -> None:
    letter = "Dear Member:\nWe have denied your request. You have the right to appeal this notice of denial.\n"
    assert clinic_note.score(paper(NOTE)) > 0.5 > clinic_note.score(paper(letter))


def test_a_birth_date_without_a_label_is_not_the_day_of_the_note() -> None:
    text = "CEDAR CLINIC\nSample, Ann   02/17/1988   AH-20155      10/20/2025   video visit\n\nPHQ-9 14.\n"
    reading = clinic_note.read(paper(text))
    assert [str(e.on) for e in reading.evidence if e.value] == ["2025-10-20"]
    assert (reading.text("patient_name"), reading.text("birth_date")) == ("Sample, Ann", "1988-02-17")


def test_a_list_carried_forward_is_unsure() -> None:
    text = "Date of service: 06/02/2025\nMedications (carried forward from 1/2025):\n- sertraline 200 mg daily\n"
    (only,) = [e for e in clinic_note.read(paper(text)).evidence if e.trial]
    assert only.assertion.certainty == "possible"


LOG = """HARBOR COUNSELING - medication visits          P. Sample, PMHNP

03/06/2025  Sertraline 150 mg, no change. PHQ-9 22. Raise.
08/21/2025  Venlafaxine XR 225 mg since 07/01, PHQ-9 21. Sweats.
08/12/2026  PHQ-9 19. Cannot walk a block. Stop aripiprazole.
"""
TIMELINE = """HARBOR CLINIC
Date of service: 09/10/2026

Seen 04/16/2026 and 06/15/2026. Returns with films.
HISTORY
01/10/2026  physical therapy begun
04/05/2026  epidural injection
EXAM: ODI 52%. PHQ-9 6.
"""
TWO = """BAY REHAB, EAST                       Fax 03/31/2026
Sample, Ann   DOB 01/02/1980
Discharged after 4 visits. ODI 48%.

=====================================================
HILL PHYSICAL THERAPY          Discharge summary 08/20/2026
08/20: ODI 46%. Walks 260 ft, cannot climb stairs.
"""
REPORTS = """VALLEY HOSPITAL - RADIOLOGY
Patient: SAMPLE, ANN   MRN 774120   DOB 01/02/1980

--- LUMBAR SPINE, 4 VIEWS              04/16/2026
IMPRESSION: Grade I slip, 2 mm of motion.

ECHO 06/22/2026   (R. Sample, MD)
LVEF 36%.
"""


@pytest.mark.parametrize(
    ("text", "said", "day"),
    [
        (LOG, "Cannot walk a block", "2026-08-12"),
        (LOG, "PHQ-9 21", "2025-08-21"),
        (TIMELINE, "ODI 52%", "2026-09-10"),
        (TWO, "ODI 48%", "2026-03-31"),
        (TWO, "cannot climb", "2026-08-20"),
        (REPORTS, "LVEF 36%", "2026-06-22"),
    ],
)
def test_a_statement_is_of_the_note_it_stands_in(text: str, said: str, day: str) -> None:
    held = [e for e in clinic_note.read(paper(text)).evidence if said in e.statement]
    assert held
    assert {str(e.written) for e in held} == {day}


def test_who_agrees_to_a_report_has_not_written_it() -> None:
    text = NOTE.replace(
        "Electronically signed by Robin Sample, MD 06/02/2025",
        "M. Example, CCC-SLP 06/02/2025\nReviewed, approved and signed: Robin Sample, MD 06/03/2025",
    )
    assert "Robin Sample, MD" not in {e.author for e in clinic_note.read(paper(text)).evidence}


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("BMD fell on the repeat study.", EvidenceKind.SAFETY, "fell"),
        ("Raw errors fell by 13.", EvidenceKind.SAFETY, "fell"),
        ("Smokes 1/2 ppd.", EvidenceKind.PROCEDURE, "ppd"),
        ("Calcium score 0.", EvidenceKind.LAB, "calcium"),
        ("GFTA-3 standard score pending.", EvidenceKind.SCORE, "GFTA"),
    ],
)
def test_a_word_is_not_read_as_what_it_is_not(text: str, kind: EvidenceKind, name: str) -> None:
    held = clinic_note.read(paper(NOTE.replace("Unable to climb stairs.", text))).evidence
    assert not [e for e in held if e.kind is kind and e.name == name]


@pytest.mark.parametrize("text", ["She fell twice in May.", "Patient fell on stairs.", "Fell in the tub."])
def test_a_person_who_fell_is_told_of(text: str) -> None:
    held = clinic_note.read(paper(NOTE.replace("Unable to climb stairs.", text))).evidence
    assert [e for e in held if e.kind is EvidenceKind.SAFETY and e.name.lower() == "fell"]


def test_a_restless_patient_is_not_limited() -> None:
    held = clinic_note.read(paper(NOTE.replace("Unable to climb stairs.", "Cannot sit still, pacing."))).evidence
    assert not [e for e in held if e.kind is EvidenceKind.FUNCTION]
