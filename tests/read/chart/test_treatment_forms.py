"""Treatments by another spelling, what came and went, and the words that only look like a treatment."""

import pytest

from read.chart.paper import paper
from wellfounded.read.readers import clinic_note

HEAD = "Patient: Ann Sample   DOB 01/02/1980\nDate of service: 06/02/2025\n\n"


def told(text: str) -> list[tuple[str, str, str]]:
    found = clinic_note.read(paper(HEAD + text)).evidence
    return [(e.trial.ingredient, e.trial.status.value, e.trial.outcome.value) for e in found if e.trial]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Prazosin at bedtime 2 mg, sleeps well with it.", ("prazosin", "current", "effective")),
        ("MEDICATIONS\n- torasemide 10 mg daily", ("torsemide", "current", "unknown")),
        ("MEDICATIONS\n- beclometasone 100 mcg two puffs bd", ("beclomethasone", "current", "unknown")),
        ("Bladder retraining for 8 weeks did not help.", ("bladder training", "past", "failed")),
        ("tramadol: vomited twice, will not take again", ("tramadol", "past", "intolerant")),
        ("topiramate 100 mg for 4 months, not worthwhile", ("topiramate", "past", "failed")),
        ("Prior: dasatinib 100 mg. Pleural effusion; permanently off.", ("dasatinib", "past", "intolerant")),
        ("prednisone bursts x2, hives clear then return", ("prednisone", "past", "partial")),
        ("chiropractic, 8 adjustments: temporary", ("chiropractic care", "past", "partial")),
        ("Medrol in March: fixed me for a week", ("methylprednisolone", "past", "partial")),
        ("prednisone taper in January, worked great, gone bad again after.", ("prednisone", "past", "partial")),
        (
            "ranibizumab 0.5 mg x4 (Feb-May 2024)   better, but fluid never gone and recurs at 6 wks",
            ("ranibizumab", "past", "partial"),
        ),
        ("Not interested in\n  ECT.", ("electroconvulsive therapy", "never_taken", "unknown")),
        ("Sitagliptin 100 mg, all of 2023.", ("sitagliptin", "past", "unknown")),
        (
            "ICD evaluation if EF stays under 35%.",
            ("implantable cardioverter defibrillator", "hypothetical", "unknown"),
        ),
        (
            "MEDICATIONS\ncarvedilol 6.25 mg daily\nBP did not allow more carvedilol.",
            ("carvedilol", "current", "unknown"),
        ),
        ("naproxen for 3 months, cramps were just as bad.", ("naproxen", "past", "failed")),
        ("Guanfacine 3 mg for 8 weeks; teachers saw nothing different.", ("guanfacine", "past", "failed")),
    ],
)
def test_a_treatment_is_read_in_the_words_of_a_clinic(text: str, wanted: tuple[str, str, str]) -> None:
    assert told(text) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "LABS. Creatinine 1.4, potassium 4.6, calcium 9.3, albumin 3.6.",
        "Takes all of it at bedtime 2 mg apart from meals.",
    ],
)
def test_what_is_in_the_blood_and_the_time_of_day_are_no_treatments(text: str) -> None:
    assert told(text) == []


def test_a_supplement_with_its_dose_is_one() -> None:
    assert told("MEDICATIONS\n- potassium 20 mEq daily") == [("potassium chloride", "current", "unknown")]


def test_what_is_not_chosen_given_a_history_was_not_taken() -> None:
    plan = "PLAN\nStart faricimab 6 mg. Not brolucizumab given his history of uveitis."
    assert ("brolucizumab", "never_taken", "unknown") in told(plan)


def test_what_was_given_is_not_unchosen() -> None:
    (only,) = told("PLAN\nNot better. Brolucizumab given in March for 6 weeks did not help.")
    assert only == ("brolucizumab", "past", "failed")
