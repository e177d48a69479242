"""Where on its page a passage stands, and the page as a picture, whatever kind of file it is in."""

from collections.abc import Sequence

from wellfounded.errors import UnreadableDocument
from wellfounded.model.basis import Quote
from wellfounded.model.document import Document
from wellfounded.read.media import scanned
from wellfounded.wire.words import Box


def boxes(document: Document, data: bytes, number: int, quotes: Sequence[Quote]) -> list[list[Box]]:
    """Give, for each of *quotes* on page *number* (from 1), its rectangles, one for each line it runs over.

    In points from the page's upper left corner for a PDF, in dots for a picture file. A scanned page is read anew,
    which takes about two seconds. A file without pages of its own (Word, text, mail) has none: the lists are empty.
    """
    page = document.pages[number - 1]
    passages = [_visible(document.text, page.start, quote) for quote in quotes]
    if document.source.media == "application/pdf":
        from wellfounded.wire import pdf  # noqa: PLC0415

        return pdf.boxes(data, number, passages, scanned)
    if document.source.media.startswith("image/"):
        from wellfounded.wire import image  # noqa: PLC0415

        return image.boxes(data, number, passages, scanned)
    return [[] for _ in quotes]


def picture(document: Document, data: bytes, number: int, scale: float = 2.0) -> bytes:
    """Give page *number* (from 1) as a PNG: a PDF at *scale* times 72 dots to the inch, a picture as it is.

    Raises UnreadableDocument for a file that has no pages to see.
    """
    if document.source.media == "application/pdf":
        from wellfounded.wire import pdf  # noqa: PLC0415

        return pdf.image(data, number, scale)
    if document.source.media.startswith("image/"):
        from wellfounded.wire import image  # noqa: PLC0415

        return image.png(data, number)
    raise UnreadableDocument(f"{document.source.path}: this kind of file has no page to draw", hint="Print it as text.")


def _visible(text: str, start: int, quote: Quote) -> tuple[int, int]:
    """Count visible characters from the start of a page: the indentation of a line is no part of the page's own."""
    before = len("".join(text[start : quote.at.start].split()))
    return before, before + len("".join(text[quote.at.start : quote.at.end].split()))
