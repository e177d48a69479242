"""From a file's bytes to its text with a page map: the one place where every offset begins."""

import hashlib
from dataclasses import dataclass

from wellfounded.errors import UnreadableDocument
from wellfounded.model.basis import Source, SourceId
from wellfounded.model.document import Document, Page
from wellfounded.read import media
from wellfounded.read.limits import Limits

BREAK = "\f\n"  # between pages, on a line of its own


@dataclass(frozen=True, slots=True)
class Opened:
    """A file's document, what was left out or doubtful in it, and the files it held."""

    document: Document
    remarks: tuple[str, ...]
    attachments: tuple[tuple[str, bytes], ...]


def document(path: str, data: bytes, limits: Limits = Limits()) -> Document:  # noqa: B008 -- frozen
    """Give the text of a file. Its kind is told from the bytes and never from the name.

    Raises UnreadableDocument where it is empty, encrypted, broken, over a limit, or of a kind that is not read.
    """
    return opened(path, data, limits).document


def opened(path: str, data: bytes, limits: Limits = Limits()) -> Opened:  # noqa: B008 -- frozen
    """Give the text of a file with remarks on it and the files attached to it. Raises as `document` does."""
    if not data.strip(b"\x00 \t\r\n"):
        raise UnreadableDocument(f"{path}: the file is empty", hint="Fetch or scan it again.")
    if len(data) > limits.bytes:
        raise UnreadableDocument(
            f"{path}: the file has {len(data)} bytes and the limit is {limits.bytes}",
            hint="Split it, or raise the limit.",
        )
    try:
        paper = media.paper(data, limits)
    except UnreadableDocument as error:
        raise UnreadableDocument(f"{path}: {error}", hint=error.hint) from None
    pages, at = [], 0
    for number, sheet in enumerate(paper.sheets, 1):
        pages.append(Page(number, at, at + len(sheet.text), sheet.confidence, sheet.scanned))
        at += len(sheet.text) + len(BREAK)
    source = Source(SourceId(hashlib.sha256(data).hexdigest()), path, paper.media, len(pages))
    text = BREAK.join(sheet.text for sheet in paper.sheets)
    inside = tuple((one.name, one.data) for one in paper.attachments)
    return Opened(Document(source, text, tuple(pages)), paper.remarks, inside)
