"""Words on the pages: days and ids as people say them, what changed, and what speaks for and against."""

import pytest

from wellfounded.clinic.letters import differ
from wellfounded.clinic.models import Person
from wellfounded.clinic.showing import facts
from wellfounded.clinic.showing.links import Passage
from wellfounded.clinic.showing.settling import settling
from wellfounded.clinic.showing.table import Line
from wellfounded.clinic.showing.worded import worded


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("the notice of 2026-03-09", "the notice of Mar 9, 2026"),
        ("2026-03-09, and 2026-12-31.", "Mar 9, 2026, and Dec 31, 2026."),
        ("2026-02-17_tms_consult.txt", "2026-02-17_tms_consult.txt"),
        ("chart/2026-02-17 note.txt", "chart/2026-02-17 note.txt"),
        ("UM-2026-03-09", "UM-2026-03-09"),
        ("no such day: 2026-02-31", "no such day: 2026-02-31"),
        ("The kind of coverage is aca_nongrandfathered.", "The kind of coverage is Insured group plan (ACA)."),
        ("enter received.denial_dated", "enter \u201cDate of the notice\u201d"),
        ("enter coverage.market, then", "enter \u201cKind of coverage\u201d, then"),
        ("coverage.market.value", "coverage.market.value"),
        ("Hospital of the chipper, not chipped", "Hospital of the chipper, not chipped"),
    ],
)
def test_days_and_ids_are_said_as_people_say_them(given, said):
    assert worded(given) == said


def test_two_paragraphs_with_little_in_common_are_shown_whole_and_not_word_by_word():
    old = "Your notice relies on Section IV.D.1, which I do not have in full."
    new = "She has taken two medicines, each for six weeks, and neither of them helped."
    assert differ.runs(old, new) == [("gone", f"{old}\n"), ("new", new)]
    assert [what for what, _ in differ.runs(old, old.replace("do not", "still do not"))] == ["same", "new", "same"]


def test_of_many_passages_a_few_are_shown_and_the_rest_open():
    held = [Passage(f"words {n}", "a.txt, p. 1", "/") for n in range(5)]
    line = Line(0, "A", "asks", supports=held, despite=held[1:])
    assert [len(part) for part in (line.first, line.more, line.against, line.more_against)] == [2, 3, 2, 2]
    assert [*line.against, *line.more_against] == held[1:]


YAML = {"coverage": {"market": "aca_individual", "funding": "self_funded"}, "patient": {"name": "Ana Ortiz"}}


def test_an_answer_against_the_letters_kind_of_coverage_says_that_the_law_changes():
    rows = {each.question.way: each for each in facts.entered(YAML, (), "clinician", "en", (), "aca_nongrandfathered")}
    assert rows["coverage.market"].told == "Insured group plan (ACA)"
    assert rows["coverage.market"].against
    assert rows["coverage.funding"].against
    assert rows["patient.name"].told == ""
    held = {"coverage": {"market": "aca_nongrandfathered"}}
    same = {each.question.way: each for each in facts.entered(held, (), "clinician", "en", (), "aca_nongrandfathered")}
    assert same["coverage.market"].told
    assert not same["coverage.market"].against


def test_what_the_letter_filled_in_is_the_letters_and_a_persons_only_once_they_changed_it():
    held = {
        "entered": {"by": "Dana Reyes", "read": ["diagnoses[0]"], "fields": {"diagnoses": {"by": "Dana Reyes"}}},
        "diagnoses": [{"code": "F33.2"}],
    }
    shown = [e.stated for e in facts.entered(held, (), "clinician", "en") if e.question.way == "diagnoses.0.code"]
    assert shown == [True]
    held["entered"]["read"] = []
    shown = [e.stated for e in facts.entered(held, (), "clinician", "en", {"F33.2"}) if e.raw == "F33.2"]
    assert shown == [False]


def test_an_answer_that_would_settle_more_leads_to_where_it_is_given_and_a_doubt_leads_nowhere():
    asked = (
        "In which state was the policy issued, or is the program run? Enter coverage.state.",
        "case.yaml says the coverage is chip, the notice says fehb: which is right?",
        "On what day was the notice received? The envelope or fax line shows it; enter received.denial.",
        "What date does the notice bear? It could not be read.",
    )
    person = Person(face="clinician", language="en")
    answers, doubts = settling(asked, {"coverage.state"}, {"coverage.market"}, "abc", person)
    assert [url for _, url in answers] == ["/case/abc/questions/#f-coverage-state", "#f-coverage-market"]
    assert doubts == [asked[3]]
