"""Documents of a case as pages a browser can show, with the place of every passage."""

import threading
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from wellfounded import read
from wellfounded.errors import StorageError
from wellfounded.model.basis import Quote
from wellfounded.model.document import Document
from wellfounded.packet.typed import Bound, bind
from wellfounded.wire import pdf

ONE_AT_A_TIME = threading.RLock()  # pdfium is not thread-safe, and every page drawn or box found goes through it
SCALE = 1.6  # 115 dots per inch: sharp at the width of a column, 60 ms a page


@dataclass(frozen=True, slots=True)
class Spot:
    """A passage on a page that is shown: percent of the page's width and height, from the upper left."""

    page: int
    left: float
    top: float
    width: float
    height: float


def data(folder: Path, document: Document) -> bytes:
    """Give a document's bytes, also of one that lies inside another file; raises StorageError."""
    path = folder / document.source.path
    try:
        if path.is_file():
            return path.read_bytes()
        holder = next(parent for parent in path.parents if parent.is_file())
        return read.attached(holder.read_bytes(), path.relative_to(holder).as_posix())
    except (OSError, StopIteration) as error:
        raise StorageError("a paper of this case is not in its folder any more", hint="Put it back.") from error


def pages(folder: Path, document: Document) -> int:
    """Give how many pages the document has when shown: a text is set line for line on pages of its own."""
    with ONE_AT_A_TIME:
        held = _bound(document.source.id, folder, document)
    return max((leaf.page for leaves in held.leaves.values() for leaf in leaves), default=0)


def picture(folder: Path, document: Document, page: int) -> bytes:
    """Give one shown page as PNG; raises IndexError where the document has no such page."""
    if not 1 <= page <= pages(folder, document):
        raise IndexError(page)
    return _picture(document.source.id, page, folder, document)


def spots(folder: Path, document: Document, quotes: list[Quote]) -> list[list[Spot]]:
    """Give for each quote where it stands on the shown pages; none for one on a scanned page."""
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
        wide, high = _size(_picture(document.source.id, page, folder, document))
        for (n, _), held_boxes in zip(each, boxes[page], strict=True):
            found[n] = [
                Spot(
                    page,
                    100 * (box.x0 - 1.5) / wide,
                    100 * (box.y0 - 1.5) / high,
                    100 * (box.x1 - box.x0 + 3) / wide,
                    100 * (box.y1 - box.y0 + 3) / high,
                )
                for box in held_boxes
            ]
    return found


def shown_page(folder: Path, document: Document, quote: Quote) -> int:
    """Give the shown page a passage begins on."""
    with ONE_AT_A_TIME:
        return _bound(document.source.id, folder, document).find(quote)[0]


@lru_cache(maxsize=24)
def _bound(_: str, folder: Path, document: Document) -> Bound:
    return bind(document, data(folder, document))


@lru_cache(maxsize=120)  # pictures of 50 to 300 kB
def _picture(source: str, page: int, folder: Path, document: Document) -> bytes:
    with ONE_AT_A_TIME:
        return pdf.image(_bound(source, folder, document).pdf, page, SCALE)


def _size(png: bytes) -> tuple[float, float]:
    """Read width and height from a PNG's header, in points of the page."""
    return int.from_bytes(png[16:20], "big") / SCALE, int.from_bytes(png[20:24], "big") / SCALE
