"""Words on the pages: days and ids as people say them, what changed, and what speaks for and against."""

import pytest

from wellfounded.clinic.letters import differ
from wellfounded.clinic.showing.links import Passage
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
