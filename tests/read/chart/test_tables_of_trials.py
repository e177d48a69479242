"""A table of treatments says by its heads what each cell is: a bare number of weeks, a word of response, two months."""

from wellfounded.model.evidence import EvidenceKind
from wellfounded.read import document, read

TABLE = """ORLA FENWICK, M.D.    General Psychiatry
Treatment summary for transfer                                   12 June 2026
re: Ada Quill

Medicine        Top dose      From - to                  Weeks   Response
escitalopram    20 mg         Mar 2024 - Jul 2024        17      no change
bupropion XL    300 mg        Aug - Nov 2024             12      none; sleeps less
duloxetine      90 mg         Jan - Jun 2025             20      slight, then nothing
mirtazapine     30 mg         Jul - Sep 2025              9      good at first
lithium         600 mg        Oct 2025 - now             30      no side effects

                                                       O. Fenwick
"""


def trials():
    found = read(document("summary.txt", TABLE.encode())).evidence
    return {each.name: each.trial for each in found if each.kind is EvidenceKind.TREATMENT_TRIAL}


def test_a_bare_word_under_response_is_what_came_of_it():
    told = {name: trial.outcome.value for name, trial in trials().items()}
    assert told["escitalopram"] == told["bupropion"] == told["duloxetine"] == "failed"
    assert told["mirtazapine"] != "failed"
    assert told["lithium"] != "failed"


def test_a_bare_number_under_weeks_is_a_length():
    assert {name: str(trial.duration) for name, trial in trials().items()} == {
        "escitalopram": "17 weeks",
        "bupropion": "12 weeks",
        "duloxetine": "20 weeks",
        "mirtazapine": "9 weeks",
        "lithium": "30 weeks",
    }


def test_two_months_of_one_year_are_start_and_stop():
    bupropion = trials()["bupropion"]
    assert (str(bupropion.start), str(bupropion.stop)) == ("2024-08", "2024-11")


def test_what_goes_on_now_is_current():
    assert trials()["lithium"].status.value == "current"
