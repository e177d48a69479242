"""The one file that touches pdfium: words, drawn lines, forms and pictures of a PDF page (pypdfium2).

pdfium is not thread-safe: call from one thread at a time, or from processes.
"""

import ctypes
import math
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

from wellfounded.errors import UnreadableDocument
from wellfounded.wire.scan import Picture
from wellfounded.wire.symbols import SUPERSCRIPT, TIDY
from wellfounded.wire.ticks import Tick
from wellfounded.wire.words import Box, Word

Document = pdfium.PdfDocument
Get = Callable[..., Any]  # a function of pdfium, which has no types
Bounds = tuple[float, float, float, float]  # left, bottom, right, top
MANY = 4_000  # points of one path; a drawing with more is a picture and no table
NOTE = re.compile(r"""^\d{1,2}(?=[A-Za-z])|(?<=[A-Za-z.,;:)\]"'\u201d\u2019*†])\d{1,2}$|(?<=10)\d{1,2}(?!\d)""")
RUN = re.compile("[^\\s\\x00\\x02\ufffe]*[\\x02\ufffe]|[^\\s\\x00\\x02\ufffe]+")  # a hyphen at a line's end ends a run
RAISED = 0.2  # em; a digit whose lowest point is this far above the baseline is a superscript
MOST_DOTS = 40_000_000  # of a page drawn for optical reading
FULL = 0.5  # of the page; a picture that covers more is a scan of it


@contextmanager
def opened(data: bytes) -> Iterator[pdfium.PdfDocument]:
    """Open a PDF; raises UnreadableDocument where it is encrypted, broken, or has no page."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD or "assword" in str(error):
            raise UnreadableDocument(
                "the PDF is encrypted with a password", hint="Save a copy without the password and give that."
            ) from None
        raise UnreadableDocument(
            "the PDF is broken or cut short", hint="Fetch the file again, or print it to a new PDF."
        ) from None
    try:
        if len(document) == 0:
            raise UnreadableDocument("the PDF has no pages", hint="Fetch the file again.")
        yield document
    finally:
        document.close()


@dataclass(slots=True)
class Leaf:
    """What stands on one page, in the page's own points."""

    bounds: Bounds
    words: dict[int, list[Word]] = field(default_factory=dict)  # by the angle they are written at, places levelled
    strokes: list[Box] = field(default_factory=list)
    ticks: list[Tick] = field(default_factory=list)
    pictured: float = 0.0  # the share of the page that its largest picture covers
    dots: tuple[float, float] = (0.0, 0.0)  # to the inch, of that picture, across and down
    hidden: bool = False  # the words lie unseen under the picture: another program has read it


def leaf(document: pdfium.PdfDocument, number: int) -> Leaf:
    """Give what stands on a page (from 0), with what was filled in or stamped on it.

    Raises UnreadableDocument where the page is damaged.
    """
    try:
        page, ticks = _loaded(document, number)
        found = Leaf(page.get_bbox(), ticks=ticks)
        for turn, word in _words(page, found.bounds):
            found.words.setdefault(turn, []).append(word)
        _survey(found, page.raw, raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject)
        page.close()
    except pdfium.PdfiumError:
        raise UnreadableDocument("the page is damaged", hint="Print the PDF to a new one.") from None
    return found


def picture(document: pdfium.PdfDocument, number: int, found: Leaf) -> Picture:
    """Draw a page (from 0) in grey at the dots of its own scan; rows that a coarse fax never had are left out."""
    left, bottom, right, top = found.bounds
    across, down = found.dots
    scale = min(max(across, 150.0), 300.0) / 72
    scale = min(scale, (MOST_DOTS / max(1.0, (right - left) * (top - bottom))) ** 0.5)
    page = _loaded(document, number)[0]
    grey = page.render(scale=scale, grayscale=True).to_pil().convert("L")
    page.close()
    if across > 1.6 * down > 0 and grey.height > grey.width:
        grey = grey.resize((grey.width, round(grey.height * down / across)))
        return Picture(grey, scale * 72, scale * 72 * down / across)
    return Picture(grey, scale * 72, scale * 72)


def drawn(document: pdfium.PdfDocument, number: int, scale: float) -> Any:  # noqa: ANN401 -- a Pillow picture
    """Draw a page (from 0) in colour at *scale* times 72 dots to the inch."""
    page = _loaded(document, number)[0]
    image = page.render(scale=scale).to_pil()
    page.close()
    return image


def _loaded(document: pdfium.PdfDocument, number: int) -> tuple[pdfium.PdfPage, list[Tick]]:
    """Give a page with what was filled in or stamped on it made part of its text, and its form's boxes to tick."""
    page = document[number]
    ticks: list[Tick] = []
    drawn = False
    rect = raw.FS_RECTF()
    for at in range(raw.FPDFPage_GetAnnotCount(page.raw)):
        note = raw.FPDFPage_GetAnnot(page.raw, at)
        kind = raw.FPDFAnnot_GetSubtype(note)
        drawn = drawn or kind not in {raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP}
        if kind == raw.FPDF_ANNOT_WIDGET and raw.FPDFAnnot_HasKey(note, b"AS"):
            state = (ctypes.c_ushort * 64)()
            length = raw.FPDFAnnot_GetStringValue(note, b"AS", state, 128)
            raw.FPDFAnnot_GetRect(note, rect)
            off = bytes(state)[: max(0, length - 2)].decode("utf-16-le", "replace") in {"", "Off"}
            ticks.append(Tick(Box(rect.left, rect.bottom, rect.right, rect.top), not off))
        raw.FPDFPage_CloseAnnot(note)
    if drawn and raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY) == raw.FLATTEN_SUCCESS:
        page.close()
        page = document[number]
    return page, ticks


def _survey(found: Leaf, holder: object, count: Get, get: Get, way: tuple[float, ...] = (1, 0, 0, 1, 0, 0)) -> None:
    """Note the straight lines, the largest picture and any unseen text of a page, or of a form drawn on it *way*."""
    matrix, width, height = raw.FS_MATRIX(), ctypes.c_uint(), ctypes.c_uint()
    left, bottom, right, top = found.bounds
    for at in range(count(holder)):
        part = get(holder, at)
        kind = raw.FPDFPageObj_GetType(part)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            mode = raw.FPDFTextObj_GetTextRenderMode(part) if found.pictured >= FULL and not found.hidden else 0
            found.hidden = found.hidden or mode == raw.FPDF_TEXTRENDERMODE_INVISIBLE
            continue
        raw.FPDFPageObj_GetMatrix(part, matrix)
        here = _after(way, (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f))
        if kind == raw.FPDF_PAGEOBJ_PATH:
            found.strokes += _strokes(part, here)
        elif kind == raw.FPDF_PAGEOBJ_FORM:
            _survey(found, part, raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject, here)
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            wide, high = math.hypot(here[0], here[1]), math.hypot(here[2], here[3])  # of the unit square it fills
            share = wide * high / max(1.0, (right - left) * (top - bottom))
            if share > found.pictured and raw.FPDFImageObj_GetImagePixelSize(part, width, height):
                found.pictured = share
                found.dots = width.value * 72 / max(1.0, wide), height.value * 72 / max(1.0, high)


def _after(outer: tuple[float, ...], inner: tuple[float, ...]) -> tuple[float, ...]:
    a, b, c, d, e, f = outer
    p, q, r, s, t, u = inner
    return a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f


def _strokes(path: object, way: tuple[float, ...]) -> Iterator[Box]:
    a, b, c, d, e, f = way
    x, y = ctypes.c_float(), ctypes.c_float()
    here = begin = (0.0, 0.0)
    for number in range(min(raw.FPDFPath_CountSegments(path), MANY)):
        piece = raw.FPDFPath_GetPathSegment(path, number)
        raw.FPDFPathSegment_GetPoint(piece, x, y)
        there = a * x.value + c * y.value + e, b * x.value + d * y.value + f
        kind = raw.FPDFPathSegment_GetType(piece)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            begin = there
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield Box(*here, *there)
            if raw.FPDFPathSegment_GetClose(piece):
                yield Box(*there, *begin)
        here = there


def _words(page: pdfium.PdfPage, bounds: Bounds) -> Iterator[tuple[int, Word]]:
    textpage = page.get_textpage()
    try:
        count = raw.FPDFText_CountChars(textpage.raw)
        if count > 0:
            yield from _placed(textpage.raw, _text(textpage.raw, count), bounds)
    finally:
        textpage.close()


def _text(handle: object, count: int) -> str:
    """Give one character for each of pdfium's, whichever way its own text counts them."""
    buffer = (ctypes.c_ushort * (count + 1))()
    got = raw.FPDFText_GetText(handle, 0, count, buffer)
    text = bytes(buffer)[: 2 * (got - 1)].decode("utf-16-le", "replace")
    if len(text) == count:
        return text
    return "".join(chr(raw.FPDFText_GetUnicode(handle, at) or 0xFFFD) for at in range(count))


def _placed(handle: object, text: str, bounds: Bounds) -> Iterator[tuple[int, Word]]:
    """Give each word with the angle it is written at, its place measured as if that angle were level."""
    x, y, rect, matrix = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF(), raw.FS_MATRIX()
    px, py, prect, pmatrix = map(ctypes.byref, (x, y, rect, matrix))
    turn, scale, was = 0, 1.0, (0.0, 0.0)
    for run in RUN.finditer(text):
        start, end = run.span()
        tidy = run[0] if run[0].isascii() and run[0].isprintable() else run[0].translate(TIDY)
        if not tidy:
            continue
        raised = None if tidy.isalpha() or len(tidy) != end - start else NOTE.search(tidy)
        lead = start if raised is None or raised.start() else end - 1  # a raised sign does not say where the line is
        raw.FPDFText_GetCharOrigin(handle, start, px, py)
        raw.FPDFText_GetLooseCharBox(handle, end - 1, prect)
        size = abs(raw.FPDFText_GetFontSize(handle, lead))
        if (
            was != (y.value, size) or turn
        ):  # a word on the baseline of the last, in its size, is turned and scaled alike
            raw.FPDFText_GetMatrix(handle, start, pmatrix)
            turn = round(math.degrees(math.atan2(matrix.b, matrix.a))) % 360
            scale = math.hypot(matrix.c, matrix.d)
            was = y.value, size
        x0, base = level(x.value, y.value, turn, bounds)
        ends = level(rect.left, rect.top, turn, bounds)[0], level(rect.right, rect.bottom, turn, bounds)[0]
        size = size * scale or 10.0
        if raised is not None and not turn:
            raw.FPDFText_GetCharOrigin(handle, lead, px, py)
            base = level(x.value, y.value, turn, bounds)[1]
            tidy = _with_raised(handle, start, tidy, y.value + RAISED * size)
        yield turn, Word(tidy, x0, max(x0, *ends), base, size, start, end - 1)


def _with_raised(handle: object, start: int, text: str, low: float) -> str:
    """Write digits that stand above *low* as superscripts, so that a note's number is not read as part of a value."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))

    def one(found: re.Match[str]) -> str:
        raw.FPDFText_GetCharBox(handle, start + found.start(), left, right, bottom, top)
        return found[0].translate(SUPERSCRIPT) if bottom.value > low else found[0]

    return NOTE.sub(one, text)


def level(x: float, y: float, turn: int, bounds: Bounds) -> tuple[float, float]:
    """Turn a place on the page so that text written at *turn* degrees reads level; y then counts down."""
    left, bottom, right, top = bounds
    if turn == 90:
        return y - bottom, x - left
    if turn == 180:
        return right - x, y - bottom
    if turn == 270:
        return top - y, right - x
    return x - left, top - y
