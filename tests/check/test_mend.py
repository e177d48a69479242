import re
from datetime import date

import pytest

from check.told import case
from check.words import CASE, letter, members
from wellfounded import check as checking
from wellfounded import read
from wellfounded.check.mend import mend
from wellfounded.errors import UnreadableDocument
from wellfounded.model.letter import Problem, Severity

ON = date(2026, 6, 10)
BODY = "word/document.xml"


@pytest.fixture(scope="module")
def before():
    data = letter()
    document = read.document("letter.docx", data)
    return data, document, checking.check(checking.draft(document), case(CASE), on=ON)


@pytest.fixture(scope="module")
def after(before):
    data, document, problems = before
    return mend(data, document.text, problems)


def test_only_what_can_be_right_in_one_way_is_mended(before, after):
    text = read.document("letter.docx", after.data).text
    assert text == (
        before[1]
        .text.replace("ARH447190262", "ARH447190226")
        .replace("06/12/1984", "06/02/1984")
        .replace("was was", "was")
        .replace("1234567839", "1234567893")
    )


def test_every_other_part_of_the_file_is_the_same_bytes(before, after):
    old, new = members(before[0]), members(after.data)
    assert old.keys() == new.keys()
    assert [name for name in old if old[name] != new[name]] == [BODY]


def test_every_element_beside_the_words_is_the_same(before, after):
    words = re.compile(rb"(<w:t(?: [^>]*)?>)[^<]*")
    bare = [words.sub(rb"\1", members(data)[BODY]) for data in (before[0], after.data)]
    assert len({part.replace(b' xml:space="preserve"', b"") for part in bare}) == 1


def test_tracked_changes_and_comments_stay(after):
    held = members(after.data)
    assert b"gone</w:delText>" in held[BODY]
    assert b"Keep this." in held["word/comments.xml"]


def test_a_number_inside_a_tracked_change_is_left_with_the_reason(after):
    assert [(problem.code, "tracked change" in why) for problem, why in after.left] == [("ID110", True)]


def test_the_mended_words_keep_the_formatting_of_the_first_run(after):
    assert b"<w:b/></w:rPr><w:t" in members(after.data)[BODY]


def test_two_fixes_of_the_same_words_are_one(before):
    data, document, _ = before
    at = document.text.index("06/12/1984")
    one = [Problem(code, Severity.ERROR, "x", (at, at + 10), "", "06/02/1984") for code in ("A", "B")]
    assert read.document("l.docx", mend(data, document.text, one).data).text.count("06/02/1984") == 1


def test_a_file_that_is_not_the_text_is_refused(before):
    with pytest.raises(UnreadableDocument):
        mend(before[0], "another letter", before[2])


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Mr. Webb has tried two drugs.", "name: Jordan Ellis"),
        ("He was seen.", "sex: female"),
        ("DOB: 11/23/1960", "birth_date: 1984-06-02"),
        ("Member ID: XYZ000111222", "member: ARH447190226"),
        ("She is a 63-year-old woman.", "birth_date: 1984-06-02"),
        ("She took sertraline 150 mg.", "chart: Sertraline 200 mg daily for 10 weeks."),
    ],
)
def test_what_may_be_another_patients_letter_is_never_mended(said, told):
    from check.test_rules import draft_of  # noqa: PLC0415 - shared with the rules' own test

    problems = checking.check(draft_of(said), case(told), on=ON)
    assert problems
    assert [problem for problem in problems if problem.replacement is not None] == []
