from io import BytesIO

import pytest
import typst
from PIL import Image

from wellfounded.errors import UnreadableDocument
from wellfounded.read.places import boxes, picture
from wellfounded.read.text import document

DATA = typst.compile(b'#set page("us-letter", margin: 1in)\nFirst\n#pagebreak()\n#h(100pt) Needle and thread\n\nEnd')


def test_a_quote_has_its_box_on_its_page():
    read = document("x.pdf", DATA)
    start = read.text.index("Needle")
    quote = read.quote(start, start + len("Needle and"))
    ((box,),) = boxes(read, DATA, 2, [quote])
    assert 171 < box.x0 < 173
    assert 60 < box.y0 < box.y1 < 90


def test_a_page_can_be_seen_and_a_file_without_pages_says_so():
    assert Image.open(BytesIO(picture(document("x", DATA), DATA, 1, scale=1.0))).size == (612, 792)
    text = document("x.txt", b"Text")
    assert boxes(text, b"Text", 1, [text.quote(0, 4)]) == [[]]
    with pytest.raises(UnreadableDocument, match="no page to draw"):
        picture(text, b"Text", 1)
