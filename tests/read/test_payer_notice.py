from pathlib import Path

from wellfounded.model.determination import CriterionCited, Kind, Window
from wellfounded.read import document, read

DENIAL = Path(__file__).parents[2] / "examples" / "tms" / "payer" / "denial.pdf"


def test_the_bundled_denial_is_read_as_a_denial_with_its_two_reasons():
    reading = read(document("denial.pdf", DENIAL.read_bytes()))
    assert reading.kind is Kind.DENIAL
    assert [field.value for field in reading.all("reason")] == ["step_therapy", "not_medically_necessary"]


def test_the_time_to_appeal_is_neither_the_payers_own_clock_nor_a_corrected_claims():
    reading = read(document("denial.pdf", DENIAL.read_bytes()))
    assert [field.value for field in reading.all("appeal_window")] == [Window(180, "days", "receipt", "appeal")]


def test_each_section_of_the_policy_that_is_not_met_is_its_own_criterion():
    reading = read(document("denial.pdf", DENIAL.read_bytes()))
    title = "Transcranial Magnetic Stimulation for Depression"
    assert [field.value for field in reading.all("criterion_cited")] == [
        CriterionCited(title, "BH-114", "IV.D.1"),
        CriterionCited(title, "BH-114", "IV.E"),
    ]


def test_every_value_is_quoted_word_for_word():
    paper = document("denial.pdf", DENIAL.read_bytes())
    for field in read(paper).fields:
        field.basis.verify(paper.text)
