"""What a page prints of what a letter rests on: the pages a reader opens, once, and what a draft still lacks."""

import io

import docx

from letters import CHART, letter, note, said
from wellfounded.model.letter import Enclosure, Paragraph, Row
from wellfounded.render import render
from wellfounded.render.view import bracketed, draft_needs, marks, printed

POLICY = note("policy/policy.txt", "A trial of 8 weeks is asked.\n")
BOTH = (
    Enclosure("A", "Policy", POLICY.source.id, length=1),
    Enclosure("B", "Progress note", CHART.source.id, length=2),
)


def _letter(*paragraphs: Paragraph, **changes: object):
    return letter(paragraphs=paragraphs, enclosures=BOTH, sources=(POLICY.source, CHART.source), **changes)


def _words(held) -> list[list[str]]:
    return [[mark.words for mark in each] for each in printed(held, held.paragraphs[0])]


def test_a_mark_the_next_sentence_repeats_stands_once() -> None:
    one = said(CHART, "PHQ-9 total 22", 1, "Her PHQ-9 was 22.")
    two = said(CHART, "PHQ-9 total 22", 2, "It was taken that day.")
    assert _words(_letter(Paragraph("severity", "", (one, two)))) == [[], ["B p. 1"]]


def test_every_item_of_a_list_keeps_its_own_mark() -> None:
    one = said(CHART, "PHQ-9 total 22", 1, "Her PHQ-9 was 22.")
    two = said(CHART, "PHQ-9 total 22", 2, "It was taken that day.")
    assert _words(_letter(Paragraph("severity", "", (one, two), bullets=True))) == [["B p. 1"], ["B p. 1"]]


def test_the_plans_own_page_is_printed_only_after_its_own_words() -> None:
    bare = said(POLICY, "A trial of 8 weeks", 1, "The plan asks for eight weeks.")
    words = said(POLICY, "A trial of 8 weeks", 2, "The plan asks for \u201ca trial of 8 weeks\u201d.")
    held = _letter(Paragraph("disputed", "", (bare, words), bullets=True))
    assert _words(held) == [[], ["A"]]
    assert [mark.words for mark in marks(held, bare)] == ["A"]  # what it rests on is not lost


def test_a_row_of_the_table_prints_the_record_and_not_the_policy() -> None:
    shows = said(CHART, "Sertraline 200 mg", 1, "Sertraline was taken.")
    rule = said(POLICY, "A trial of 8 weeks", 2, "The plan asks for it.")
    table = Paragraph("criteria", "", rows=(Row("1", "A trial", "Met", shows), Row("2", "A rule", "Met", rule)))
    assert _words(_letter(table)) == [["B p. 2"], []]


def test_a_line_that_opens_a_list_leaves_the_marks_to_its_items() -> None:
    opens = said(CHART, "PHQ-9 total 22", 1, "The record shows this:")
    assert _words(_letter(Paragraph("disputed", "", (opens,)))) == [[]]


def test_an_exhibit_of_one_page_is_named_without_it() -> None:
    words = said(POLICY, "A trial of 8 weeks", 1, "It asks for \u201ca trial of 8 weeks\u201d.")
    held = _letter(Paragraph("disputed", "", (words,)))
    assert bracketed(held, printed(held, held.paragraphs[0])[0]) == "[Encl. A]"
    assert bracketed(_letter(held.paragraphs[0], language="de"), marks(held, words)) == "[Anlage A]"


def test_plain_text_sets_the_mark_at_the_right_edge_and_counts_a_numbered_list() -> None:
    one = said(CHART, "PHQ-9 total 22", 1, "Her PHQ-9 was 22.")
    two = said(CHART, "Sertraline 200 mg", 2, "Sertraline was taken.")
    text = render(_letter(Paragraph("closing", "Request", (one, two), bullets=True, numbered=True)), "text").decode()
    assert "  1. Her PHQ-9 was 22." in text
    line = next(line for line in text.splitlines() if line.startswith("  2. "))
    assert line.endswith("[Encl. B p. 2]")
    assert len(line) == 88


def test_each_numbered_list_of_the_word_file_counts_from_one() -> None:
    one = said(CHART, "PHQ-9 total 22", 1, "Her PHQ-9 was 22.")
    list_ = Paragraph("closing", "", (one,), bullets=True, numbered=True)
    held = docx.Document(io.BytesIO(render(_letter(list_, list_), "docx")))
    numbers = [p._p.pPr.numPr.numId.val for p in held.paragraphs if p.style.name == "List Number"]
    assert len(numbers) == len(set(numbers)) == 2


def test_what_a_draft_lacks_is_listed_with_what_is_missing_from_the_letter_first() -> None:
    held = letter(unsigned_because=("what shows Section 4 (a scan)", "the signer's NPI"))
    assert draft_needs(held) == ("The signer's NPI", "Proof of Section 4 (a scan)")


def test_a_long_list_of_what_is_open_names_each_shortly() -> None:
    words = "the member has tried and failed at least three of the drugs named in the table of this policy"
    held = letter(unsigned_because=tuple(f"what shows Section {n} ({words})" for n in range(9)))
    assert max(map(len, draft_needs(held))) < 95
