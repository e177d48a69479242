"""Fills, gaps, sums and counts of use stand in the letter where they answer a criterion or the notice."""

from datetime import date
from pathlib import Path

import pytest

from wellfounded import pipeline
from wellfounded.model.basis import Derivation
from wellfounded.model.letter import Letter
from wellfounded.packs import shipped

ON = date(2025, 10, 20)
CASE = """\
entered: {by: Ruth Delacroix, role: coordinator}
patient: {name: Delphine Okafor, birth_date: 1979-06-17, sex: female}
coverage: {payer: Sandbar Mutual, member_id: SM-0044-21, market: erisa_group, funding: self_funded, state: OH}
practitioner: {name: Kell Bremner, credentials: MD, specialty: Neurology, npi: "1234567893"}
practice: {name: Ferry Road Neurology, address: ["1400 Ferry Rd", "Port Aldous, OH 44000"], phone: (555) 555-0114}
services: [{description: "Galcanezumab 120 mg monthly", quantity: 1, unit: pen, frequency: monthly}]
diagnoses: [{code: G43.709, system: ICD-10-CM, description: Chronic migraine}]
received: {denial: 2025-09-25}
"""
POLICY = """\
SANDBAR MUTUAL                MEDICAL POLICY MP-88
Galcanezumab

DEFINITIONS
A trial means that the drug was taken with supply on hand for at least 80 percent of the days
between the first dose and the last.

CRITERIA
Galcanezumab is medically necessary when ALL of the following are met:
  1. Diagnosis of chronic migraine
  2. Inadequate response to at least 8 weeks of topiramate
"""
NOTICE = """\
SANDBAR MUTUAL
September 20, 2025
Member: Delphine Okafor     Member ID: SM-0044-21     Reference number: REF-20114
NOTICE OF ADVERSE BENEFIT DETERMINATION
We denied galcanezumab because it is not medically necessary. Policy MP-88, criterion 2, is not met.
The office note says topiramate was used for five weeks.
You may appeal within 180 days of receipt of this notice.
"""
NOTE = """\
FERRY ROAD NEUROLOGY    Visit 08/14/2025     Delphine Okafor   DOB 06/17/1979
HPI: Chronic migraine, 19 headache days a month. Topiramate 50 mg daily started 02/10/2025, last dose 05/02/2025,
stopped, no response. She had five weeks of topiramate this spring.
Assessment: Chronic migraine. Failed topiramate.
Kell Bremner, MD
"""
CALLS = """\
FERRY ROAD NEUROLOGY    Telephone log   Delphine Okafor
03/17/2025  T. Lindqvist, RN
She ran out of topiramate on the weekend, the mail order was late.
03/24/2025  T. Lindqvist, RN
Back on topiramate since 03/22.
"""
FILLS = """\
LOCUST PHARMACY     Dispensing history     printed 09/01/2025
Patient: OKAFOR, DELPHINE

Fill date    Drug                     Qty   Days
02/10/2025   Topiramate 50 mg tab     60    30
03/20/2025   Topiramate 50 mg tab     60    30
04/17/2025   Topiramate 50 mg tab     60    30
"""


def letter(folder: Path, **papers: str) -> tuple[Letter, tuple[str, ...]]:
    """Write the letter of the case with those papers, and give it with the codes of its problems."""
    kept = {
        "policy/policy.txt": POLICY,
        "payer/denial.txt": NOTICE,
        "chart/1_note.txt": NOTE,
        "chart/2_calls.txt": CALLS,
    }
    kept |= {"chart/3_fills.txt": FILLS} | {name.replace("__", "/") + ".txt": text for name, text in papers.items()}
    for name, text in kept.items():
        (folder / name).parent.mkdir(exist_ok=True, parents=True)
        (folder / name).write_text(text)
    (folder / "case.yaml").write_text(CASE)
    tour = pipeline.walk(folder, ON, shipped())
    assert tour.letter is not None
    return tour.letter, tuple(problem.code for problem in tour.problems)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[Letter, tuple[str, ...]]:
    return letter(tmp_path_factory.mktemp("case"))


LINES = (
    "Filled February 10, 2025, 30 days: supply from February 10 to March 11, 2025; 30 days so far.",
    "Not covered from March 12 to March 21, 2025, 10 days",
    "supply from March 22 to April 20, 2025 (counted from the day it was resumed); 60 days so far.",
    "supply from April 21 to May 2, 2025, once the earlier fill was used up; 72 days so far.",
    "From the first dose on February 10, 2025 to the last on May 2, 2025 is 82 days (the policy asks for 8 weeks, 56",
    "supply was on hand for 72 of them (30 + 42), 87 percent; the policy asks for 80 percent.",
)


@pytest.mark.parametrize("line", LINES)
def test_the_fills_and_their_sum_stand_under_the_criterion(line, told):
    assert line in told[0].text


def test_the_notice_that_states_another_length_is_answered_with_the_days(told):
    assert "“The office note says topiramate was used for five weeks.” The dated entries" in told[0].text


def test_the_line_that_says_another_length_is_named(told):
    assert "The length of 5 weeks is one line of" in told[0].text


def test_a_gap_is_told_with_the_words_of_its_day(told):
    assert "“She ran out of topiramate on the weekend, the mail order was late”" in told[0].text


def test_no_number_of_a_sum_is_called_unknown_to_the_case(told):
    assert not {code for code in told[1] if code.startswith(("HX", "SV", "EV"))}


def test_each_line_rests_on_its_row(told):
    for sentence in told[0].sentences:
        if sentence.text.startswith("Filled"):
            day = sentence.text.split("filled ")[-1]
            assert any(isinstance(basis, Derivation) for basis in sentence.basis), day
            assert [quote.exact for quote in sentence.quotes]


def test_a_share_in_the_notice_is_answered_with_the_whole_count(tmp_path):
    download = (
        "LAKESIDE HOME CARE   Usage report   cough assist\nPeriod 07/01/2025 - 08/31/2025  Days used 30 of 62 (48%)\n"
        "   07/01 - 07/20:   0 of 20   unit at the maker for repair\n   07/21 - 08/31:  30 of 42\n"
    )
    notice = NOTICE.replace("The office note", "The device was used on 48 percent of days.\nThe office note")
    text = letter(tmp_path, chart__4_use=download, payer__denial=notice)[0].text
    assert "Used on 30 of 62 days from July 1 to August 31, 2025 (48 percent)." in text
    assert (
        "Of these, used on 0 of 20 days from July 1 to July 20, 2025 (0 percent) (“unit at the maker for repair”)."
        in text
    )


def test_visits_the_notice_counts_are_answered_with_the_missed_ones_and_their_reasons(tmp_path):
    log = (
        "LITTLE ACORN SPEECH CLINIC   attendance 01/06/2025 to 06/27/2025\n\nscheduled 40  attended 29  missed 11\n\n"
        "Missed:\n  01/13, 01/15, 01/20, 01/22   pneumonia, in hospital\n  03/03, 03/05   clinic closed, burst pipe\n"
        "  05/12, 05/14, 05/19, 06/02, 06/04   no reason given\n"
    )
    notice = NOTICE.replace("The office note", "We found that 29 of 40 visits were attended.\nThe office note")
    text = letter(tmp_path, chart__4_log=log, payer__denial=notice)[0].text
    assert "Attended 29 of 40 visits from January 6 to June 27, 2025 (72 percent)." in text
    assert "Missed 2 visits, March 3 and March 5 (“clinic closed, burst pipe”)." in text
