"""From a file's bytes to its text with a page map: the one place where every offset begins."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from wellfounded.errors import UnreadableDocument
from wellfounded.model.basis import Source, SourceId
from wellfounded.model.document import Document, Page
from wellfounded.read import media
from wellfounded.read.limits import Limits
from wellfounded.wire.sheet import Attachment

BREAK = "\f\n"  # between pages, on a line of its own


@dataclass(frozen=True, slots=True)
class Opened:
    """A file's document and the files it held, no two by one name."""

    document: Document
    attachments: tuple[tuple[str, bytes], ...]


def document(path: str, data: bytes, limits: Limits = Limits()) -> Document:  # noqa: B008 -- frozen
    """Give the text of a file. Its kind is told from the bytes and never from the name.

    Raises UnreadableDocument where it is empty, encrypted, broken, over a limit, or of a kind that is not read.
    """
    return opened(path, data, limits).document


def every(path: str, data: bytes, limits: Limits = Limits()) -> tuple[Document, ...]:  # noqa: B008 -- frozen
    """Give a file and all files attached to it, however deep, each named by its way: `mail.eml/denial.pdf`.

    An attachment that cannot be read, or that goes past a limit on depth, number or bytes, is a remark on the file
    that holds it. Raises UnreadableDocument as `document` does.
    """
    return tuple(_every(path, data, _Budget(limits, limits.members, limits.unpacked), 0))


def attached(data: bytes, way: str, limits: Limits = Limits()) -> bytes:  # noqa: B008 -- frozen
    """Give the bytes of the file that lies in *data* at *way* (`records.zip/note.txt`); none where nothing lies there.

    Raises UnreadableDocument as `document` does, for a file on the way.
    """
    for name, content in opened(way, data, limits).attachments:
        if name == way:
            return content
        if way.startswith(f"{name}/") and (inner := attached(content, way[len(name) + 1 :], limits)):
            return inner
    return b""


@dataclass(slots=True)
class _Budget:
    """What is left for the files inside a file, over all depths: an archive of archives multiplies."""

    limits: Limits
    files: int
    bytes: int

    def take(self, path: str, size: int, depth: int) -> None:
        self.files, self.bytes = self.files - 1, self.bytes - size
        for over, says in (
            (depth > self.limits.depth, f"lies more than {self.limits.depth} files deep"),
            (self.files < 0, f"is past the limit of {self.limits.members} attached files"),
            (self.bytes < 0, f"is past the limit of {self.limits.unpacked} bytes attached"),
        ):
            if over:
                raise UnreadableDocument(f"{path}: the file {says}", hint="Save it and give it by itself.")


def _every(path: str, data: bytes, budget: _Budget, depth: int) -> Iterator[Document]:
    held = opened(path, data, budget.limits)
    below: list[Document] = []
    remarks = list(held.document.remarks)
    for name, content in held.attachments:
        inner = f"{path}/{name}"
        try:
            budget.take(inner, len(content), depth + 1)
            below += _every(inner, content, budget, depth + 1)
        except UnreadableDocument as error:
            remarks.append(str(error))
    yield replace(held.document, remarks=tuple(remarks))
    yield from below


def opened(path: str, data: bytes, limits: Limits = Limits()) -> Opened:  # noqa: B008 -- frozen
    """Give the text of a file and the files attached to it. Raises as `document` does."""
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
    return Opened(Document(source, text, tuple(pages), paper.remarks), tuple(_named(paper.attachments)))


def _named(files: Iterable[Attachment]) -> Iterator[tuple[str, bytes]]:
    """Give each attached file a name of its own: a phone sends two photographs as `image.jpg`."""
    seen: set[str] = set()
    for one in files:
        name, number = one.name, 1
        while name in seen:
            number += 1
            name = f"{number}-{one.name}"
        seen.add(name)
        yield name, one.data
