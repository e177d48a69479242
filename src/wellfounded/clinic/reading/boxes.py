"""Where passages stand on a page that is a picture: the page is read anew, once, in a reading process."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from wellfounded.clinic.showing.held import data
from wellfounded.model.basis import Quote
from wellfounded.model.document import Document
from wellfounded.read.media import scanned
from wellfounded.wire import image, pdf, scan
from wellfounded.wire.words import Box

MOST = 64  # pages as they were read, in memory: 50 kB each
_READ: dict[str, scan.Scan] = {}


def found(folder: Path, document: Document, number: int, quotes: Sequence[Quote]) -> list[list[Box]]:
    """Give the boxes of each of *quotes* on page *number* (from 1) of a paper of the case in *folder*.

    In points from the page's upper left corner for a PDF, in dots for a picture file.
    """
    start = document.pages[number - 1].start
    passages = [_visible(document.text, start, quote) for quote in quotes]
    if document.source.media == "application/pdf":
        return pdf.boxes(data(folder, document), number, passages, _remembered)
    return image.boxes(data(folder, document), number, passages, _remembered)


def _visible(text: str, start: int, quote: Quote) -> tuple[int, int]:
    before = len("".join(text[start : quote.at.start].split()))
    return before, before + len("".join(text[quote.at.start : quote.at.end].split()))


def _remembered(picture: scan.Picture) -> scan.Scan:
    name = hashlib.sha256(picture.grey.tobytes()).hexdigest()
    if name not in _READ:
        while len(_READ) >= MOST:
            del _READ[next(iter(_READ))]
        _READ[name] = scanned(picture)
    return _READ[name]
