"""PDF pages as text in reading order, as pictures, and as boxes of a passage (pypdfium2, imported only here).

pdfium is not thread-safe: call from one thread at a time, or from processes.
"""

import ctypes
import math
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

from wellfounded.errors import UnreadableDocument
from wellfounded.wire.layout import INDENT, arrange, margin, write
from wellfounded.wire.sheet import Paper, Sheet
from wellfounded.wire.symbols import SUPERSCRIPT, TIDY
from wellfounded.wire.ticks import Tick, drawn_ticks, with_ticks
from wellfounded.wire.words import Box, Row, Word

Get = Callable[..., Any]  # a function of pdfium, which has no types
MANY = 4_000  # points of one path; a drawing with more is a picture and no table
NOTE = re.compile(r"""^\d{1,2}(?=[A-Za-z])|(?<=[A-Za-z.,;:)\]"'\u201d\u2019*†])\d{1,2}$|(?<=10)\d{1,2}(?!\d)""")
RAISED = 0.2  # em; a digit whose lowest point is this far above the baseline is a superscript
FEW = 20  # visible characters; a page with fewer and a picture on it is a scan


@contextmanager
def _opened(data: bytes) -> Iterator[pdfium.PdfDocument]:
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
        yield document
    finally:
        document.close()


def paper(data: bytes, max_pages: int) -> Paper:
    """Give every page as text. A page that is a picture comes back empty with `scanned` set.

    Raises UnreadableDocument where the file is encrypted, broken, has no page or more than *max_pages*.
    """
    with _opened(data) as document:
        count = len(document)
        if count == 0:
            raise UnreadableDocument("the PDF has no pages", hint="Fetch the file again.")
        if count > max_pages:
            raise UnreadableDocument(
                f"the PDF has {count} pages and the limit is {max_pages}", hint="Split the file, or raise the limit."
            )
        found: list[tuple[str, float, bool]] = []
        for number in range(count):
            page, ticks = _loaded(document, number)
            rows, visible = _rows(page, ticks)
            edge = margin(rows)
            scanned = visible < FEW and _has_picture(page)
            found.append(("".join(piece for piece, _ in write(rows, edge)), edge, scanned))
            page.close()
    left = min((edge for text, edge, _ in found if text), default=0.0)
    sheets = (Sheet(_shift(text, round((edge - left) / INDENT)), scanned=scanned) for text, edge, scanned in found)
    return Paper("application/pdf", tuple(sheets))


def boxes(data: bytes, page: int, passages: Sequence[tuple[int, int]]) -> list[list[Box]]:
    """Give, for each of *passages* on *page* (from 1), its rectangles, one for each line it runs over.

    A passage is the first and last (excluded) of the page's visible characters (white space left out), from 0.
    Visible characters are counted because indentation depends on the other pages of the file.
    """
    found: list[list[Box]] = [[] for _ in passages]
    lines = [-1] * len(passages)
    with _opened(data) as document:
        leaf, ticks = _loaded(document, page - 1)
        seen, line = 0, 0
        for piece, word in write(_rows(leaf, ticks)[0], 0.0):
            line += piece.count("\n") if word is None else 0
            if word is None:
                continue
            for n, (first, last) in enumerate(passages):
                start, end = max(first - seen, 0), min(last - seen, len(piece))
                if start < end:
                    box = _part(word, start, end, len(piece))
                    found[n].append(_union(found[n].pop(), box) if line == lines[n] else box)
                    lines[n] = line
            seen += len(piece)
    return found


def _part(word: Word, start: int, end: int, length: int) -> Box:
    width = (word.x1 - word.x0) / length
    return Box(word.x0 + start * width, word.y - 0.8 * word.size, word.x0 + end * width, word.y + 0.22 * word.size)


def _union(a: Box, b: Box) -> Box:
    return Box(min(a.x0, b.x0), min(a.y0, b.y0), max(a.x1, b.x1), max(a.y1, b.y1))


def image(data: bytes, page: int, scale: float = 2.0) -> bytes:
    """Give *page* (from 1) as a PNG picture at *scale* times 72 dots per inch."""
    with _opened(data) as document:
        out = BytesIO()
        _loaded(document, page - 1)[0].render(scale=scale).to_pil().save(out, "PNG")
        return out.getvalue()


def _shift(text: str, spaces: int) -> str:
    if spaces <= 0:
        return text
    return "".join(" " * spaces + line if line.strip() else line for line in text.splitlines(keepends=True))


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


def _has_picture(page: pdfium.PdfPage) -> bool:
    return next(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3), None) is not None


def _rows(page: pdfium.PdfPage, ticks: list[Tick]) -> tuple[list[Row], int]:
    """Give the rows of a page, turned text (a stamp, a side note) after the rest, and its visible characters."""
    bbox = page.get_bbox()
    groups: dict[int, list[Word]] = {}
    for turn, word in _words(page, bbox):
        groups.setdefault(turn, []).append(word)
    strokes = list(_strokes(page.raw, raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject)) if groups else []
    rows: list[Row] = []
    for turn, words in sorted(groups.items(), key=lambda one: -len(one[1])):
        lines = [Box(*level(x0, y0, turn, bbox), *level(x1, y1, turn, bbox)) for x0, y0, x1, y1 in strokes]
        if not rows:
            fields = [Tick(Box(*level(b.x0, b.y1, turn, bbox), *level(b.x1, b.y0, turn, bbox)), on) for b, on in ticks]
            words = with_ticks(words, [*fields, *drawn_ticks(lines)])  # noqa: PLW2901 -- the same words, boxes added
        part = arrange(words, lines)
        if rows:  # turned text has its own left edge
            edge = margin(part)
            for row in part:
                row.edge = edge
        rows += part
    return rows, sum(len(word.text) for group in groups.values() for word in group)


def _strokes(holder: object, count: Get, get: Get) -> Iterator[tuple[float, float, float, float]]:
    """Give the straight lines drawn on a page or in a form on it, in the page's own points."""
    matrix, x, y = raw.FS_MATRIX(), ctypes.c_float(), ctypes.c_float()
    for at in range(count(holder)):
        part = get(holder, at)
        kind = raw.FPDFPageObj_GetType(part)
        if kind not in {raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_FORM}:
            continue
        raw.FPDFPageObj_GetMatrix(part, matrix)
        a, b, c, d, e, f = matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f
        if kind == raw.FPDF_PAGEOBJ_FORM:
            for x0, y0, x1, y1 in _strokes(part, raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject):
                yield a * x0 + c * y0 + e, b * x0 + d * y0 + f, a * x1 + c * y1 + e, b * x1 + d * y1 + f
            continue
        points = min(raw.FPDFPath_CountSegments(part), MANY)
        here = begin = (0.0, 0.0)
        for number in range(points):
            piece = raw.FPDFPath_GetPathSegment(part, number)
            raw.FPDFPathSegment_GetPoint(piece, x, y)
            there = a * x.value + c * y.value + e, b * x.value + d * y.value + f
            drawn = raw.FPDFPathSegment_GetType(piece)
            if drawn == raw.FPDF_SEGMENT_MOVETO:
                begin = there
            elif drawn == raw.FPDF_SEGMENT_LINETO:
                yield (*here, *there)
                if raw.FPDFPathSegment_GetClose(piece):
                    yield (*there, *begin)
            here = there


def _words(page: pdfium.PdfPage, bbox: tuple[float, float, float, float]) -> Iterator[tuple[int, Word]]:
    textpage = page.get_textpage()
    try:
        count = raw.FPDFText_CountChars(textpage.raw)
        if count > 0:
            yield from _placed(textpage.raw, _text(textpage.raw, count), bbox)
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


def _placed(handle: object, text: str, bbox: tuple[float, float, float, float]) -> Iterator[tuple[int, Word]]:
    """Give each word with the angle it is written at, its place measured as if that angle were level."""
    x, y, rect, matrix = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF(), raw.FS_MATRIX()
    px, py, prect, pmatrix = map(ctypes.byref, (x, y, rect, matrix))
    for start, end in _runs(text):
        tidy = text[start:end].translate(TIDY)
        if not tidy:
            continue
        raised = NOTE.search(tidy) if len(tidy) == end - start else None
        lead = start if raised is None or raised.start() else end - 1  # a raised sign does not say where the line is
        raw.FPDFText_GetCharOrigin(handle, start, px, py)
        raw.FPDFText_GetLooseCharBox(handle, end - 1, prect)
        raw.FPDFText_GetMatrix(handle, start, pmatrix)
        turn = round(math.degrees(math.atan2(matrix.b, matrix.a))) % 360
        x0, base = level(x.value, y.value, turn, bbox)
        ends = level(rect.left, rect.top, turn, bbox)[0], level(rect.right, rect.bottom, turn, bbox)[0]
        size = abs(raw.FPDFText_GetFontSize(handle, lead)) * math.hypot(matrix.c, matrix.d) or 10.0
        if raised is not None:
            raw.FPDFText_GetCharOrigin(handle, lead, px, py)
            low = y.value + RAISED * size
            base = level(x.value, y.value, turn, bbox)[1]
            tidy = _with_raised(handle, start, tidy, low)
        yield turn, Word(tidy, x0, max(x0, *ends), base, size, start, end - 1)


def _with_raised(handle: object, start: int, text: str, low: float) -> str:
    """Write digits that stand above *low* as superscripts, so that a note's number is not read as part of a value."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))

    def one(found: re.Match[str]) -> str:
        raw.FPDFText_GetCharBox(handle, start + found.start(), left, right, bottom, top)
        return found[0].translate(SUPERSCRIPT) if bottom.value > low else found[0]

    return NOTE.sub(one, text)


def level(x: float, y: float, turn: int, bbox: tuple[float, float, float, float]) -> tuple[float, float]:
    """Turn a place on the page so that text written at *turn* degrees reads level; y then counts down."""
    left, bottom, right, top = bbox
    if turn == 90:
        return y - bottom, x - left
    if turn == 180:
        return right - x, y - bottom
    if turn == 270:
        return top - y, right - x
    return x - left, top - y


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Give start and end of each run without white space; a hyphen that pdfium found at a line's end ends a run."""
    start = -1
    for at, character in enumerate(text):
        if character.isspace() or character == "\x00":
            if start >= 0:
                yield start, at
            start = -1
        elif start < 0:
            start = at
        if character in "\ufffe\x02" and start >= 0:
            yield start, at + 1
            start = -1
    if start >= 0:
        yield start, len(text)
