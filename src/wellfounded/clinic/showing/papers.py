"""Documents of a case as pages a browser can show, with the place of every passage."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from wellfounded.clinic.showing.held import data
from wellfounded.model.basis import Quote
from wellfounded.model.document import Document
from wellfounded.packet.typed import DATA, Bound, bind
from wellfounded.read.places import picture as drawn
from wellfounded.wire import pdf
from wellfounded.wire.words import Box

ONE_AT_A_TIME = threading.RLock()  # pdfium is not thread-safe, and every page drawn or box found goes through it
ROOM = 1.5  # points left round a passage on each side
SCALE = 2.2  # 158 dots per inch: sharp where a page is shown larger than its column, 90 ms a page


@dataclass(frozen=True, slots=True)
class Spot:
    """A passage on a page that is shown: percent of the page's width and height, from the upper left."""

    page: int
    left: float
    top: float
    width: float
    height: float


def is_picture(document: Document) -> bool:
    """Whether the file itself is a picture: a scan, a photograph, a fax."""
    return document.source.media.startswith("image/")


def pages(folder: Path, document: Document) -> int:
    """Give how many pages the document has when shown: a text is set line for line on pages of its own."""
    if is_picture(document):
        return document.source.pages
    with ONE_AT_A_TIME:
        held = _bound(document.source.id, folder, document)
    return max((leaf.page for leaves in held.leaves.values() for leaf in leaves), default=0)


def picture(folder: Path, document: Document, page: int) -> bytes:
    """Give one shown page as PNG; raises IndexError where the document has no such page."""
    if not 1 <= page <= pages(folder, document):
        raise IndexError(page)
    return _picture(document.source.id, page, folder, document)


def is_data(document: Document) -> bool:
    """Whether the paper is a record in a data format: of it only the entries quoted are printed."""
    return document.source.media.endswith(DATA)


def printout(folder: Path, document: Document, quotes: list[Quote]) -> Bound:
    """Give the print-out of an electronic record: the entries that *quotes* are of, as the packet holds them."""
    with ONE_AT_A_TIME:
        return bind(document, data(folder, document), quotes)


def printed(folder: Path, document: Document, quotes: list[Quote], page: int) -> bytes:
    """Give one page of the print-out as PNG; raises IndexError where it has no such page or the paper is no data."""
    if not is_data(document):
        raise IndexError(page)
    held = printout(folder, document, quotes)
    if not any(page == leaf.page for leaves in held.leaves.values() for leaf in leaves):
        raise IndexError(page)
    with ONE_AT_A_TIME:
        return pdf.image(held.pdf, page, SCALE)


def spots(folder: Path, document: Document, quotes: list[Quote]) -> list[list[Spot]]:
    """Give for each quote where it stands on the shown pages; none for one on a scanned page (see `placed`)."""
    if is_picture(document):
        return [[] for _ in quotes]
    with ONE_AT_A_TIME:
        held = _bound(document.source.id, folder, document)
        wanted: dict[int, list[tuple[int, tuple[int, int]]]] = {}
        for n, quote in enumerate(quotes):
            if not document.page(quote.at.start).scanned:
                page, first, last = held.find(quote)
                wanted.setdefault(page, []).append((n, (first, last)))
        found: list[list[Spot]] = [[] for _ in quotes]
        boxes = pdf.boxes_by_page(held.pdf, {page: [span for _, span in each] for page, each in wanted.items()})
    for page, each in wanted.items():
        for (n, _), held_boxes in zip(each, boxes[page], strict=True):
            found[n] = placed(folder, document, page, held_boxes)
    return found


def placed(folder: Path, document: Document, page: int, boxes: Sequence[Box]) -> list[Spot]:
    """Give boxes of one page (points of a PDF, dots of a picture) as they stand on the page that is shown."""
    size = _size(_picture(document.source.id, page, folder, document))
    scale = 1.0 if is_picture(document) else SCALE
    wide, high = size[0] / scale, size[1] / scale
    room = ROOM * wide / 612  # a picture is measured in dots; letter paper is 612 points wide
    return [
        Spot(
            page,
            100 * (box.x0 - room) / wide,
            100 * (box.y0 - room) / high,
            100 * (box.x1 - box.x0 + 2 * room) / wide,
            100 * (box.y1 - box.y0 + 2 * room) / high,
        )
        for box in boxes
    ]


def shown_page(folder: Path, document: Document, quote: Quote) -> int:
    """Give the shown page a passage begins on: its own, but of a text that is set line for line on pages anew."""
    if is_picture(document) or document.source.media == "application/pdf":
        return quote.at.page
    with ONE_AT_A_TIME:
        return _bound(document.source.id, folder, document).find(quote)[0]


@lru_cache(maxsize=24)
def _bound(_: str, folder: Path, document: Document) -> Bound:
    return bind(document, data(folder, document))


@lru_cache(maxsize=120)  # pictures of 50 to 300 kB
def _picture(source: str, page: int, folder: Path, document: Document) -> bytes:
    if is_picture(document):
        return drawn(document, data(folder, document), page)
    with ONE_AT_A_TIME:
        return pdf.image(_bound(source, folder, document).pdf, page, SCALE)


def _size(png: bytes) -> tuple[int, int]:
    """Read width and height from a PNG's header, in dots."""
    return int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")
