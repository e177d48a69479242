from datetime import date
from io import BytesIO

import pytest
from docx import Document

from check.words import letter
from wellfounded import read
from wellfounded.wire.docx_comments import Note, annotated

ON = date(2026, 6, 10)


@pytest.fixture(scope="module")
def text():
    return read.document("l.docx", letter()).text


def noted(text, *words):
    spans = [(text.index(word), text.index(word) + len(word)) for word in words]
    return annotated(
        letter(), text, [Note(span, f"note on {word}") for span, word in zip(spans, words, strict=True)], ON
    )


def covered(data, comment):
    """Give the words between the marks of a comment."""
    body = Document(BytesIO(data)).element.body
    inside, words = False, ""
    for element in body.iter():
        name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
        if name.startswith("commentRange") and element.get(element.nsmap["w"].join("{}") + "id") == str(comment):
            inside = name == "commentRangeStart"
        words += element.text or "" if inside and name == "t" else ""
    return words


@pytest.mark.parametrize("words", ["ARH447190262", "was was", "heard", "ARH447190266", "22", "first", "TMS"])
def test_a_comment_stands_on_its_words_alone(text, words):
    data = noted(text, words)
    comments = {comment.text: comment.comment_id for comment in Document(BytesIO(data)).comments}
    assert covered(data, comments[f"note on {words}"]) == words


def test_comments_that_overlap_stand_each_on_its_words(text):
    data = noted(text, "Ms. Ellis. She", "She was was", "was was seen")
    comments = {comment.text: comment.comment_id for comment in Document(BytesIO(data)).comments}
    found = [covered(data, comments[f"note on {words}"]) for words in ("Ms. Ellis. She", "She was was", "was was seen")]
    assert found == ["Ms. Ellis. She", "She was was", "was was seen"]


def test_the_letter_reads_as_before_and_keeps_its_own_comment(text):
    data = noted(text, "ARH447190262", "was was", "heard")
    assert read.document("l.docx", data).text == text
    assert next(comment.author for comment in Document(BytesIO(data)).comments) == "Dana Reyes"


def test_a_note_on_the_letterhead_stands_on_the_first_words_of_the_body(text):
    data = noted(text, "Harborlight")
    assert covered(data, max(c.comment_id for c in Document(BytesIO(data)).comments)) == "March 20, 2026"


def test_the_same_notes_give_the_same_bytes(text):
    data, note = letter(), Note((0, 3), "note")
    assert annotated(data, text, [note], ON) == annotated(data, text, [note], ON)
