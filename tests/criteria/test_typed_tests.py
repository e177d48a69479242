from pathlib import Path

import pytest

from wellfounded.criteria.json import test as plain
from wellfounded.criteria.tests import Words, read

SENTENCES = [
    line.split(" | ", 1)
    for line in (Path(__file__).parent / "sentences.txt").read_text(encoding="utf-8").splitlines()
    if " | " in line
]


@pytest.mark.parametrize(("kind", "words"), SENTENCES, ids=[words for _, words in SENTENCES])
def test_a_requirement_is_typed_by_its_words(kind, words):
    assert read(Words(words)).kind == kind


@pytest.mark.parametrize(
    ("words", "slots"),
    [
        ("Patient must be between 12 and 17 years of age", {"min": 12, "max": 17, "unit": "years"}),
        ("Under 21 years of age", {"max": 20, "unit": "years"}),
        ("6 months of age or older", {"min": 6, "unit": "months"}),
        ("ANCA testing is positive for PR3 or MPO", {"name": "ANCA testing", "comparator": "=", "value": "positive"}),
        (
            "A blood test is positive for anti-acetylcholine receptor antibodies",
            {"name": "anti-acetylcholine receptor antibodies", "comparator": "=", "value": "positive"},
        ),
        (
            "Was screened for tuberculosis within 12 months, with a negative result",
            {"name": "tuberculosis", "within": "12 months", "comparator": "=", "value": "negative"},
        ),
        (
            "Negative interferon-gamma release assay in the past year",
            {"name": "interferon-gamma release assay", "within": "1 year", "comparator": "=", "value": "negative"},
        ),
        ("Rheumatoid factor positive", {"name": "Rheumatoid factor", "comparator": "=", "value": "positive"}),
        ("PASI score of 12 or greater", {"name": "PASI", "comparator": ">=", "value": 12}),
        ("Hemoglobin less than 10 g/dL", {"name": "Hemoglobin", "comparator": "<", "value": 10, "unit": "g/dL"}),
        ("BMI no more than 32 kg/m2", {"name": "BMI", "comparator": "<=", "value": 32, "unit": "kg/m2"}),
        (
            "AHI of 15 to 65 events per hour",
            {"name": "AHI", "comparator": ">=", "value": 15, "upper": 65, "unit": "events per hour"},
        ),
        ("T-score of -2.5 or lower", {"name": "T-score", "comparator": "<=", "value": -2.5}),
        ("HAM-D (17 items) total score of 24 or more", {"name": "HAM-D", "comparator": ">=", "value": 24}),
        (
            "LDL-C ≥ 70 mg/dL within the last 90 days",
            {"name": "LDL-C", "comparator": ">=", "value": 70, "unit": "mg/dL", "within": "90 days"},
        ),
        (
            "Oxygen saturation at or below 88 percent at rest",
            {"name": "Oxygen saturation", "comparator": "<=", "value": 88, "unit": "%", "during": "at rest"},
        ),
        (
            "Trial and failure of at least two NSAIDs, each for 4 weeks",
            {"class": "NSAIDs", "n": 2, "min_duration": "4 weeks", "outcome": "failed"},
        ),
        (
            "Inadequate response to velorixumab at a dose of 20 mg per week for twelve weeks",
            {
                "agents": ["velorixumab"],
                "n": 1,
                "min_duration": "12 weeks",
                "adequate_dose": "dose of 20 mg per week",
                "outcome": "failed",
            },
        ),
        (
            "Patient has tried and failed, or has a contraindication to, adalimumab",
            {"agents": ["adalimumab"], "n": 1, "outcome": "failed_or_intolerant"},
        ),
        (
            "Intolerance of at least three antidepressants",
            {"class": "antidepressants", "n": 3, "outcome": "intolerant"},
        ),
        ("Intolerance to a triptan, oral or nasal", {"agents": ["triptan"]}),
        ("Unable to tolerate CPAP", {"agents": ["CPAP"]}),
        (
            "Prescribed by, or in consultation with, a pediatric neurologist",
            {"specialty": ["pediatric neurologist"], "consult": True},
        ),
        ("No history of seizures", {"what": "seizures"}),
        ("Does the member have no history of seizures?", {"what": "seizures"}),
        (
            "Transferrin saturation below 16% with ferritin below 80 ng/mL",
            {"name": "Transferrin saturation", "comparator": "<", "value": 16, "unit": "%"},
        ),
        (
            "No adequate response to three antidepressants in the current or a previous episode, each for 8 weeks",
            {"class": "antidepressants", "n": 3, "min_duration": "8 weeks", "outcome": "failed"},
        ),
        ("Not used together with a CGRP antibody", {"agent": "a CGRP antibody", "allowed": False}),
        ("No more than 2 vials per 28 days", {"n": 2, "unit": "vials", "per": "28 days"}),
        ("Diagnosis of chronic plaque psoriasis (L40.0)", {"codes": ["L40.0"], "names": ["chronic plaque psoriasis"]}),
        (
            "Plain radiographs within the past 6 months show osteoarthritis",
            {"modality": "Plain radiographs", "finding": "osteoarthritis", "within": "6 months"},
        ),
    ],
)
def test_the_slots_of_a_test_are_what_the_words_say(words, slots):
    found = plain(read(Words(words)))
    del found["kind"]
    assert found == slots


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("The industrial accident was reported", "trial"),
        ("Service is provided pertrials of the network", "trial"),
        ("Member lives in a metropolitan area", "imaging"),
        ("Scoreboard participation is recorded", "score"),
        ("Diagnosis of congestive heart failure", "trial"),
        ("Enrolled in a clinical trial registry", "trial"),
        ("A total of at least two drugs", "lab"),
    ],
)
def test_a_keyword_inside_a_word_or_a_name_does_not_fire(words, kind):
    assert read(Words(words)).kind != kind


def test_a_reading_within_a_word_of_time_is_no_score():
    assert read(Words("Symptoms for at least 6 months")).kind not in {"score", "lab", "measurement"}


def test_a_name_under_a_lead_in_takes_the_lead_ins_test():
    found = read(Words("acitretin", "Inadequate response to, or intolerance of,", "each taken for at least 12 weeks"))
    assert plain(found) == {
        "kind": "trial",
        "agents": ["acitretin"],
        "n": 1,
        "min_duration": "12 weeks",
        "outcome": "failed_or_intolerant",
    }


def test_a_specialty_under_prescribed_by_is_a_prescriber():
    found = read(Words("Cardiologist", "Prescribed by or in consultation with"))
    assert plain(found) == {"kind": "prescriber", "specialty": ["cardiologist"], "consult": True}


def test_words_that_no_test_holds_are_kept_as_words():
    assert read(Words("The member is motivated")).kind == "other"


@pytest.mark.parametrize(
    ("words", "n"),
    [
        ("In the current episode, two oral antidepressants of different classes were each taken and did not work", 2),
        ("Three different triptans did not work", 3),
        ("In the past year, three classes of preventive medicine failed", 3),
        ("Both methotrexate and leflunomide were tried for 3 months", 2),
        ("Failure of sulfasalazine and hydroxychloroquine", 2),
        ("Inadequate response to each of the following: topiramate, propranolol and amitriptyline", 3),
        ("Has had a trial of at least 14 weeks of both preferred biosimilars", 2),
        ("Has tried both preferred agents for 8 weeks each", 2),
        ("Trial of artificial tears in both eyes for 4 weeks", 1),
        ("Failure of bracing of both knees", 1),
        ("Trial of methotrexate or leflunomide", 1),
        ("Failure of a conventional drug such as methotrexate and leflunomide", 1),
        ("Failure of one of methotrexate, leflunomide and sulfasalazine", 1),
    ],
)
def test_a_trial_asks_as_many_treatments_as_its_words_do(words, n):
    assert read(Words(words)).n == n
