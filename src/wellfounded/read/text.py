"""From a file's bytes to its text with a page map: the one place where every offset begins."""

import hashlib

from wellfounded.errors import UnreadableDocument
from wellfounded.model.basis import Source, SourceId
from wellfounded.model.document import Document, Page
from wellfounded.read.limits import Limits
from wellfounded.wire.words import Sheet

BREAK = "\f\n"  # between pages, on a line of its own


def document(path: str, data: bytes, limits: Limits = Limits()) -> Document:  # noqa: B008 -- frozen
    """Give the text of a file. Its kind is told from the bytes and never from the name.

    Raises UnreadableDocument where it is empty, encrypted, broken, over a limit, or of a kind that is not read.
    """
    if not data.strip():
        raise UnreadableDocument(f"{path}: the file is empty", hint="Fetch or scan it again.")
    if len(data) > limits.bytes:
        raise UnreadableDocument(
            f"{path}: the file has {len(data)} bytes and the limit is {limits.bytes}",
            hint="Split it, or raise the limit.",
        )
    media, sheets = _sheets(data, limits)
    pages, at = [], 0
    for number, sheet in enumerate(sheets, 1):
        pages.append(Page(number, at, at + len(sheet.text), sheet.confidence, sheet.scanned))
        at += len(sheet.text) + len(BREAK)
    source = Source(SourceId(hashlib.sha256(data).hexdigest()), path, media, len(pages))
    return Document(source, BREAK.join(sheet.text for sheet in sheets), tuple(pages))


def _sheets(data: bytes, limits: Limits) -> tuple[str, list[Sheet]]:
    if data[:1024].lstrip().startswith(b"%PDF-"):
        from wellfounded.wire import pdf  # noqa: PLC0415 -- pdfium is loaded for a PDF only

        return "application/pdf", pdf.sheets(data, limits.pages)
    from wellfounded.wire import plain  # noqa: PLC0415

    return "text/plain", [Sheet(text) for text in plain.decode(data).split("\f")]
