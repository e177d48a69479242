from functools import cache
from io import BytesIO

import pikepdf
import typst

from wellfounded import read
from wellfounded.wire import pdf
from wellfounded.wire.pdf_notes import Note, annotated


@cache  # the typesetter writes the second at which it runs
def letter():
    source = '#set page("us-letter")\nDear Reviewer: \\ She was was seen. #pagebreak() Sincerely'
    return typst.Compiler().compile(source.encode(), format="pdf")


def noted():
    data = letter()
    text = read.document("l.pdf", data).text
    first = len("".join(text[: text.index("was was")].split()))
    boxes = pdf.boxes(data, 1, [(first, first + 6)])[0]
    return annotated(data, [Note(1, boxes, "doubled", (1, 0.9, 0.5)), Note(2, [], "no words", (1, 0, 0))]), boxes


def test_a_highlight_covers_the_boxes_of_its_words():
    data, boxes = noted()
    with pikepdf.open(BytesIO(data)) as held:
        note = held.pages[0].Annots[0]
        top = float(held.pages[0].mediabox[3])
        assert (note.Subtype, str(note.Contents)) == (pikepdf.Name.Highlight, "doubled")
        assert [round(float(value)) for value in note.Rect] == [
            round(value) for value in (boxes[0].x0, top - boxes[0].y1, boxes[0].x1, top - boxes[0].y0)
        ]
        assert len(note.QuadPoints) == 8 * len(boxes)


def test_a_note_on_no_words_is_an_icon_on_its_page():
    with pikepdf.open(BytesIO(noted()[0])) as held:
        assert held.pages[1].Annots[0].Subtype == pikepdf.Name.Text


def test_the_pages_read_as_before_and_the_bytes_are_the_same_each_time():
    data, _ = noted()
    assert read.document("l.pdf", data).text == read.document("l.pdf", letter()).text
    assert data == noted()[0]
