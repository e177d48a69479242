"""PDF pages as text in reading order, as pictures, and as boxes of a passage."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO

from wellfounded.errors import UnreadableDocument
from wellfounded.wire import pdfium
from wellfounded.wire.layout import INDENT, arrange, boxes_of, margin, write
from wellfounded.wire.scan import Reader, on_page
from wellfounded.wire.sheet import Paper, Sheet
from wellfounded.wire.ticks import Tick, drawn_ticks, with_ticks
from wellfounded.wire.words import Box, Row

FEW = 250  # visible characters; a page of one picture with fewer is a scan with a fax line or a stamp typed on it
HIDDEN = 0.9  # confidence of words another program read from a scan: the file does not carry its own


def paper(data: bytes, max_pages: int, reader: Reader) -> Paper:
    """Give every page as text; *reader* reads the pages that are pictures.

    Raises UnreadableDocument where the file is encrypted, broken, has no page or more than *max_pages*, or where
    no page can be read. Where only some cannot, those stay empty and a remark says which, and why.
    """
    pages: list[tuple[str, float, Sheet]] = []
    unread: dict[str, list[int]] = {}
    cannot: UnreadableDocument | None = None
    with pdfium.opened(data) as handle:
        document = _File(data, handle)
        if len(handle) > max_pages:
            raise UnreadableDocument(
                f"the PDF has {len(handle)} pages and the limit is {max_pages}",
                hint="Split the file, or raise the limit.",
            )
        for number in range(len(handle)):
            try:
                rows, sheet = _read(document, number, reader)
            except UnreadableDocument as error:
                unread.setdefault(f"{error}. {error.hint}", []).append(number + 1)
                rows, sheet, cannot = [], Sheet("", 0.0, scanned=True), error
            edge = margin(rows)
            pages.append(("".join(piece for piece, _ in write(rows, edge)), edge, sheet))
    if cannot is not None and not any(text for text, _, _ in pages):
        raise cannot
    remarks = tuple(f"page {_listed(numbers)}: {why}" for why, numbers in unread.items())
    left = min((edge for text, edge, _ in pages if text), default=0.0)
    return Paper(
        "application/pdf",
        tuple(
            Sheet(_shift(text, round((edge - left) / INDENT)), sheet.confidence, sheet.scanned)
            for text, edge, sheet in pages
        ),
        remarks,
    )


@dataclass(frozen=True, slots=True)
class _File:
    """An open PDF, known by its bytes."""

    data: bytes
    handle: pdfium.Document = field(compare=False)


@lru_cache(maxsize=128)
def _page(document: _File, number: int) -> tuple[pdfium.Leaf, list[Row]]:
    """Give what stands on a page (from 0); kept, for a page that was read is asked later where its passages stand."""
    leaf = pdfium.leaf(document.handle, number)
    return leaf, rows_of(leaf)


def _read(document: _File, number: int, reader: Reader) -> tuple[list[Row], Sheet]:
    leaf, rows = _page(document, number)
    if _is_picture(leaf, rows):
        scan = reader(pdfium.picture(document.handle, number, leaf))
        return arrange(scan.words, scan.strokes), Sheet("", scan.confidence, scanned=True)
    return rows, Sheet("", HIDDEN, scanned=True) if leaf.hidden else Sheet("")


def boxes(data: bytes, page: int, passages: Sequence[tuple[int, int]], reader: Reader | None = None) -> list[list[Box]]:
    """Give, for each of *passages* on *page* (from 1), its rectangles, one for each line it runs over.

    A passage is the first and last (excluded) of the page's visible characters (white space left out), from 0.
    Visible characters are counted because indentation depends on the other pages of the file. A page that is a
    picture is read anew by *reader*; without one it has no boxes.
    """
    return boxes_by_page(data, {page: passages}, reader)[page]


def boxes_by_page(
    data: bytes, passages: Mapping[int, Sequence[tuple[int, int]]], reader: Reader | None = None
) -> dict[int, list[list[Box]]]:
    """Give the same for many pages of one file, opened once: to read its fonts again costs more than the page."""
    with pdfium.opened(data) as handle:
        return {page: _boxes(_File(data, handle), page - 1, held, reader) for page, held in passages.items()}


def _boxes(document: _File, number: int, passages: Sequence[tuple[int, int]], reader: Reader | None) -> list[list[Box]]:
    leaf, rows = _page(document, number)
    if not _is_picture(leaf, rows):
        return boxes_of(rows, passages)
    if reader is None:
        return [[] for _ in passages]
    scan = reader(pdfium.picture(document.handle, number, leaf))
    left, bottom, right, top = leaf.bounds
    found = boxes_of(arrange(scan.words, scan.strokes), passages)
    return [[on_page(scan, box, right - left, top - bottom) for box in some] for some in found]


def image(data: bytes, page: int, scale: float = 2.0) -> bytes:
    """Give *page* (from 1) as a PNG picture at *scale* times 72 dots per inch."""
    with pdfium.opened(data) as document:
        out = BytesIO()
        pdfium.drawn(document, page - 1, scale).save(out, "PNG")
        return out.getvalue()


def rows_of(leaf: pdfium.Leaf) -> list[Row]:
    """Give the rows of a page, turned text (a stamp, a side note) after the rest."""
    rows: list[Row] = []
    for turn, words in sorted(leaf.words.items(), key=lambda one: -len(one[1])):
        lines = [Box(*_level(one.x0, one.y0, turn, leaf), *_level(one.x1, one.y1, turn, leaf)) for one in leaf.strokes]
        if rows:
            part = arrange(words, lines)
            edge = margin(part)  # turned text has its own left edge
            for row in part:
                row.edge = edge
            rows += part
        else:
            fields = [
                Tick(Box(*_level(box.x0, box.y1, turn, leaf), *_level(box.x1, box.y0, turn, leaf)), on)
                for box, on in leaf.ticks
            ]
            rows = arrange(with_ticks(words, [*fields, *drawn_ticks(lines)]), lines)
    return rows


def _level(x: float, y: float, turn: int, leaf: pdfium.Leaf) -> tuple[float, float]:
    return pdfium.level(x, y, turn, leaf.bounds)


def _is_picture(leaf: pdfium.Leaf, rows: Sequence[Row]) -> bool:
    visible = sum(len(word.text) for row in rows for cell in row.cells for word in cell.words)
    return leaf.pictured >= pdfium.FULL and not leaf.hidden and visible < FEW


def _listed(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers[:10])) + (" and others" if len(numbers) > 10 else "")


def _shift(text: str, spaces: int) -> str:
    if spaces <= 0:
        return text
    return "".join(" " * spaces + line if line.strip() else line for line in text.splitlines(keepends=True))
