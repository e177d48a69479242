from datetime import date

import pytest

from wellfounded.model.basis import Attestation, Fact, Source, SourceId
from wellfounded.model.coding import Duration, PartialDate, Quantity
from wellfounded.model.document import Document, Page
from wellfounded.model.parties import Patient, Practitioner
from wellfounded.write.around import whole
from wellfounded.write.dated import dated
from wellfounded.write.signer import profession
from wellfounded.write.voice import Voice
from wellfounded.write.words import dates, doses, numbers, people, quoted, series


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "c"], "a, b, and c"),
        (["a, x", "b", "c"], "a, x; b; and c"),
        (["a (1, 2)", "b", "c"], "a (1, 2), b, and c"),
        (["a, x", "b"], "a, x, and b"),
    ],
)
def test_a_list_has_its_serial_comma(items: list[str], said: str) -> None:
    assert series.series(items) == said


@pytest.mark.parametrize(
    ("labels", "said"),
    [
        (["A", "B", "C", "D", "F"], "A through D and F"),
        (["A", "B", "D"], "A, B, and D"),
        (["3.1", "3.2", "3.3", "3.8", "3.9"], "3.1 through 3.3, 3.8, and 3.9"),
        (["1", "2", "3"], "1 through 3"),
    ],
)
def test_runs_of_numbers_are_closed_up(labels: list[str], said: str) -> None:
    assert series.ranges(labels) == said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("SSRI", "an SSRI"),
        ("MRI", "an MRI"),
        ("TNF inhibitor", "a TNF inhibitor"),
        ("8-week trial", "an 8-week trial"),
        ("18-year-old man", "an 18-year-old man"),
        ("41-year-old woman", "a 41-year-old woman"),
        ("11-year-old girl", "an 11-year-old girl"),
        ("80-year-old man", "an 80-year-old man"),
        ("hour", "an hour"),
        ("unit", "a unit"),
        ("internist", "an internist"),
    ],
)
def test_the_article_follows_the_sound(words: str, said: str) -> None:
    assert numbers.article(words) == said


@pytest.mark.parametrize(
    ("n", "noun", "said"),
    [
        (1, "session", "one session"),
        (2, "dose", "two doses"),
        (36, "session", "36 sessions"),
        (3, "criterion", "three criteria"),
        (2, "biopsy", "two biopsies"),
        (1.5, "tablet", "1.5 tablets"),
    ],
)
def test_a_noun_agrees_with_its_number(n: float, noun: str, said: str) -> None:
    assert numbers.some(n, noun) == said


@pytest.mark.parametrize(
    ("start", "stop", "said"),
    [
        ("2025-07-01", "2025-07-22", "from July 1 to July 22, 2025"),
        ("2024-10-08", "2025-02-04", "from October 8, 2024 to February 4, 2025"),
        ("2016-05", "2017-06", "from May 2016 to June 2017"),
        ("2025-07-22", None, "since July 22, 2025"),
        (None, "2023", "until 2023"),
        ("2025-07-01", "2025-07-01", "on July 1, 2025"),
        (None, None, ""),
    ],
)
def test_a_stretch_of_time_is_said_at_its_own_precision(start: str | None, stop: str | None, said: str) -> None:
    ends = [PartialDate.parse(each) if each else None for each in (start, stop)]
    assert dates.span(*ends) == said


@pytest.mark.parametrize(
    ("amount", "often", "said"),
    [
        (Quantity(200, "mg"), "qd", "200 mg daily"),
        (Quantity(0.05, "%"), "BID", "0.05% twice daily"),
        (Quantity(40, "mg"), "q2w", "40 mg every 2 weeks"),
        (Quantity(1, "mg"), "qhs", "1 mg at bedtime"),
        (Quantity(5, "mg"), "q8h", "5 mg every 8 hours"),
        (Quantity(20, "mg"), "weekly", "20 mg weekly"),
        (None, "daily", ""),
    ],
)
def test_a_dose_is_said_without_shorthand(amount: Quantity | None, often: str, said: str) -> None:
    assert doses.dose(amount, often) == said


def test_a_bound_and_a_length_are_said_in_words() -> None:
    assert doses.compared(">=", 20) == "20 or more"
    assert doses.compared("<=", 88, "percent") == "88% or less"
    assert doses.length(Duration(1, "weeks")) == "1 week"


@pytest.mark.parametrize(
    ("sex", "age", "formal", "subject", "possessive"),
    [
        ("female", 40, "Ms. Ellis", "she", "her"),
        ("male", 40, "Mr. Ellis", "he", "his"),
        ("female", 9, "Jordan", "she", "her"),
        ("", 40, "Jordan Avery Ellis", "Jordan Avery Ellis", "the patient\u2019s"),
        ("other", 40, "Jordan Avery Ellis", "Jordan Avery Ellis", "the patient\u2019s"),
        ("", 9, "Jordan", "Jordan", "Jordan\u2019s"),
        ("unknown", None, "Jordan Avery Ellis", "Jordan Avery Ellis", "the patient\u2019s"),
    ],
)
def test_a_person_is_spoken_of_by_the_recorded_sex_and_by_name_where_none_is(
    sex: str, age: int | None, formal: str, subject: str, possessive: str
) -> None:
    basis = document("x").quote(0, 1)
    patient = Patient(Fact("Jordan Avery Ellis", basis), sex=Fact(sex, basis) if sex else None)
    said = people.person(patient, age)
    assert (said.formal, said.subject, said.possessive) == (formal, subject, possessive)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Priya Raman", "Priya Raman, MD", True),
        ("P. Raman, MD", "Priya Raman", True),
        ("Dr. Raman", "Priya Raman", True),
        ("Karen Whitfield, PMHNP-BC", "Priya Raman", False),
        ("Anil Raman", "Priya Raman", False),
    ],
)
def test_two_ways_of_writing_a_name(one: str, other: str, same: bool) -> None:  # noqa: FBT001
    assert people.same(one, other) is same


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- No seizures, ever.", "No seizures, ever."),
        ("SAFETY SCREEN FOR TMS No seizures, ever.", "No seizures, ever."),
        ('"valueQuantity": {"value": 22}', ""),
        ("TSH  1.9   mIU/L   0.4-4.5   H", ""),
        ("word", ""),
    ],
)
def test_only_words_are_quoted(text: str, said: str) -> None:
    assert quoted.passage(text) == said


def test_a_long_passage_is_cut_at_a_sentence() -> None:
    assert quoted.passage("One short line. " * 40).endswith("One short line.")
    assert len(quoted.passage("One short line. " * 40)) <= quoted.MOST


@pytest.mark.parametrize(
    "form",
    ["02/04/2025", "2/4/2025", "2/4/25", "Feb 4, 2025", "February 4, 2025", "4 Feb 2025", "04-Feb-2025", "2025-02-04"],
)
def test_a_date_is_found_in_the_form_the_source_writes(form: str) -> None:
    held = document(f"Visit: {form}  Office")
    found = dated(held, PartialDate(2025, 2, 4))
    assert found is not None
    assert found.exact == form


def test_the_date_of_the_encounter_before_a_passage_is_its_date() -> None:
    held = document("ENCOUNTER 06/17/2025 a\nENCOUNTER 07/22/2025 b\nENCOUNTER 06/17/2025 c")
    found = dated(held, PartialDate(2025, 6, 17), near=30)
    assert found is not None
    assert found.at.start == 10
    assert dated(held, PartialDate(2025, 6, 18)) is None


def test_a_fragment_is_quoted_with_the_sentence_it_stands_in() -> None:
    held = document(
        "SAFETY\nNo epilepsy; a nephew has epilepsy. No head injury.\nDate: May 5      Seen in person by: P.\n"
    )
    assert whole(held, held.quote(7, 18), 170).exact == "No epilepsy; a nephew has epilepsy."
    start = held.text.index("Seen")
    assert "May 5" not in whole(held, held.quote(start, start + 14), 170).exact


def test_the_voice_of_a_case_is_the_same_each_time_and_neighbours_differ() -> None:
    voice = Voice("case")
    assert voice.pick("x", 1, 2, 3) == voice.pick("x", 1, 2, 3)
    assert len({voice.turn("x", n, "a", "b", "c") for n in range(3)}) == 3
    assert len({Voice(f"{n}").pick("x", "a", "b", "c") for n in range(20)}) == 3


def document(text: str) -> Document:
    return Document(Source(SourceId("s"), "chart/note.txt", "text/plain", 1), text, (Page(1, 0, len(text)),))


def test_a_partial_date_is_said_after_its_preposition() -> None:
    assert dates.at(date(2026, 3, 9)) == "on March 9, 2026"
    assert dates.at(PartialDate(2016)) == "in 2016"


@pytest.mark.parametrize(
    ("name", "formal"),
    [
        ("Aoife Ní Bhriain", "Ms. Ní Bhriain"),
        ("Maria de la Cruz", "Ms. de la Cruz"),
        ("Anna van den Berg", "Ms. van den Berg"),
        ("Jane Ben Smith", "Ms. Smith"),
        ("Jo Van Dyke", "Ms. Van Dyke"),
        ("Ruth Q. Adams Jr.", "Ms. Adams"),
    ],
)
def test_a_surname_keeps_its_particle(name: str, formal: str) -> None:
    said = Attestation("A", "b", date(2026, 1, 1), "c")
    assert people.person(Patient(Fact(name, said), sex=Fact("female", said)), 40).formal == formal


@pytest.mark.parametrize(
    ("words", "said"), [("HAM-D", "a HAM-D"), ("MADRS", "a MADRS"), ("MRI", "an MRI"), ("FEV1", "an FEV1")]
)
def test_capitals_take_the_article_they_are_said_with(words: str, said: str) -> None:
    assert numbers.article(words) == said


@pytest.mark.parametrize(
    ("specialty", "called"),
    [
        ("Cardiology, advanced heart failure", "cardiologist"),
        ("Orthopaedic surgery, spine", "orthopedic surgeon"),
        ("Child and adolescent psychiatry", "child and adolescent psychiatrist"),
        ("Vascular surgery", "vascular surgeon"),
        ("Toxicology", "toxicology physician"),
    ],
)
def test_a_signer_is_called_by_the_field_and_not_by_its_part(specialty, called):
    basis = Attestation("Ann Lee", "clerk", date(2026, 3, 1), "entered")
    who = Practitioner(specialty=Fact(specialty, basis), credentials=Fact("MD", basis))
    assert profession(who) == called
