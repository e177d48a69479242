import random
import sys
from difflib import SequenceMatcher
from io import BytesIO

import pikepdf
import pytest
from PIL import Image, ImageDraw, ImageFilter

from wellfounded.errors import UnreadableDocument
from wellfounded.wire import image, ocr, pdf
from wellfounded.wire.scan import Picture, on_page
from wellfounded.wire.skew import sharpness, skew
from wellfounded.wire.words import Box

pytest.importorskip("tesserocr")
if "eng" not in ocr._languages():
    pytest.skip("tesseract-ocr-eng is not installed", allow_module_level=True)

SOURCE = (
    "#set text(11pt)\n= Notice of decision\n<long><other>\n\nMember ID: XYZ0001234 #h(4em) Fax: 555-0101\n\n<other>"
)


@pytest.fixture(scope="module")
def page(typeset) -> Image.Image:
    return Image.open(BytesIO(pdf.image(typeset(SOURCE), 1, scale=200 / 72))).convert("L")


@pytest.fixture(scope="module")
def truth(typeset) -> list[str]:
    return pdf.paper(typeset(SOURCE), 1, ocr.read).sheets[0].text.split()


def fax(page: Image.Image, rows: int) -> Image.Image:
    dots = page.resize((1728, rows)).filter(ImageFilter.GaussianBlur(0.6)).point(lambda v: 255 * (v > 145))
    pen, dice = ImageDraw.Draw(dots), random.Random(7)  # noqa: S311 -- specks on a fax
    for _ in range(500):
        pen.point((dice.randrange(1728), dice.randrange(rows)), fill=dice.choice((0, 255)))
    return dots


def right(truth: list[str], got: str) -> float:
    blocks = SequenceMatcher(None, truth, got.split(), autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / len(truth)


def saved(picture: Image.Image, kind: str, **how) -> bytes:
    out = BytesIO()
    picture.save(out, kind, **how)
    return out.getvalue()


def test_a_clean_scan_is_read_word_for_word(page, truth):
    sheet = image.paper(saved(page, "PNG"), 1, 10**8, ocr.read).sheets[0]
    assert right(truth, sheet.text) >= 0.98
    assert sheet.scanned
    assert sheet.confidence > 0.9


@pytest.mark.parametrize(("rows", "dots", "least"), [(2156, (204, 196), 0.93), (1078, (204, 98), 0.90)])
def test_a_fax_is_read(page, truth, rows, dots, least):
    data = saved(fax(page, rows).convert("1"), "TIFF", compression="group4", dpi=dots)
    assert right(truth, image.paper(data, 1, 10**8, ocr.read).sheets[0].text) >= least


@pytest.mark.parametrize("degrees", [2.0, 90, 180])
def test_a_page_laid_down_askew_is_read(page, truth, degrees):
    askew = page.rotate(degrees, Image.Resampling.BICUBIC, expand=degrees == 90, fillcolor=255)
    assert right(truth, image.paper(saved(askew, "PNG"), 1, 10**8, ocr.read).sheets[0].text) >= 0.95


def test_a_pdf_of_pictures_is_read_and_its_boxes_lie_on_the_words(page, truth):
    data = saved(page, "PDF", resolution=200)
    sheet = pdf.paper(data, 1, ocr.read).sheets[0]
    assert right(truth, sheet.text) >= 0.98
    first = "".join(sheet.text.split()).index("XYZ0001234")
    (box,) = pdf.boxes(data, 1, [(first, first + 10)], ocr.read)[0]
    inside = page.crop(tuple(round(side * 200 / 72) for side in box))
    assert inside.getextrema()[0] < 100
    assert 50 < box.x1 - box.x0 < 80


def test_only_the_pages_that_are_pictures_go_unread_where_nothing_can_read_them(page, typeset):
    def cannot(_: Picture):
        raise UnreadableDocument("the page is a picture", hint="Install it.")

    out = BytesIO()
    with pikepdf.open(BytesIO(typeset("Text"))) as mixed, pikepdf.open(BytesIO(saved(page, "PDF"))) as scan:
        mixed.pages.extend(scan.pages)
        mixed.save(out)
    paper = pdf.paper(out.getvalue(), 9, cannot)
    assert [sheet.text for sheet in paper.sheets] == ["Text\n", ""]
    assert paper.remarks == ("page 2: the page is a picture. Install it.",)
    with pytest.raises(UnreadableDocument, match="the page is a picture"):
        pdf.paper(saved(page, "PDF"), 9, cannot)


def test_the_slope_of_lines_is_found(page):
    turned = page.rotate(1.5, fillcolor=255)
    assert abs(skew(turned, sharpness(turned)) + 1.5) < 0.2


def test_a_place_on_a_turned_scan_comes_back_to_the_page():
    scan = ocr.Scan((), (), 1.0, height=792, turn=180)
    box = on_page(scan, Box(0, 0, 61.2, 79.2), 100, 100)
    assert [round(side) for side in box] == [90, 90, 100, 100]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"II*\x00broken", "damaged, cut short or of an unknown kind"),
        (b"\x89PNG\r\n\x1a\n", "damaged, cut short or of an unknown kind"),
    ],
)
def test_a_broken_picture_is_one_clear_sentence(data, says):
    with pytest.raises(UnreadableDocument, match=says):
        image.paper(data, 1, 10**8, ocr.read)


def test_a_picture_over_the_limit_is_refused(page):
    with pytest.raises(UnreadableDocument, match="limit is 1000"):
        image.paper(saved(page, "PNG"), 1, 1000, ocr.read)


def test_without_the_extra_the_message_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "tesserocr", None)
    with pytest.raises(UnreadableDocument) as raised:
        ocr._library()
    assert 'pip install "wellfounded[ocr]"' in raised.value.hint
    assert "tesseract-ocr-eng" in raised.value.hint


@pytest.mark.parametrize("rows", [0, 2156])
def test_boxes_to_tick_are_seen_on_a_scan_and_on_a_fax(typeset, rows):
    box = "#box(square(size: 10pt, stroke: 0.7pt, inset: 0pt{}))"
    crossed = box.format(", {place(line(end: (10pt, 10pt))); place(line(start: (10pt, 0pt), end: (0pt, 10pt)))}")
    source = f"= BOARD OF DECISIONS\n{box.format('')} Standard review #h(3em) {crossed} Expedited review"
    drawn = Image.open(BytesIO(pdf.image(typeset(source), 1, scale=200 / 72))).convert("L")
    words = ocr.read(Picture(fax(drawn, rows) if rows else drawn, 204, 196)).words
    line = [word.text for word in sorted(words, key=lambda one: one.x0) if not word.text.isupper()]
    assert line == ["☐", "Standard", "review", "☒", "Expedited", "review"]
