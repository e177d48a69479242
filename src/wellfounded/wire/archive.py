"""Zip files from strangers: opened with limits on members, on size and on how much they may grow."""

import re
import zlib
from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from wellfounded.errors import UnreadableDocument
from wellfounded.wire.sheet import Attachment, Paper, Sheet

AGAIN = "Fetch the file again, or save it anew from the program that wrote it."


@dataclass(frozen=True, slots=True)
class Bounds:
    """How many members, how many bytes unpacked, and how many times its packed size an archive may hold."""

    parts: int = 5_000
    unpacked: int = 300_000_000
    ratio: int = 200


@dataclass(slots=True)
class Archive:
    """The members of a zip file by name."""

    _zip: ZipFile
    names: tuple[str, ...]

    def read(self, name: str) -> bytes:
        """Give one member's bytes, or none where it is not there; raises UnreadableDocument where it is damaged."""
        if name not in self.names:
            return b""
        try:
            return self._zip.read(name)
        except (BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, ValueError, OSError):
            raise UnreadableDocument("a part of the file is damaged or locked", hint=AGAIN) from None


def unzip(data: bytes, bounds: Bounds) -> Archive:
    """Open a zip file; raises UnreadableDocument where it is damaged or would grow past *bounds*.

    zipfile stops at the size the directory declares, so the declared sizes are what memory can be asked for.
    """
    try:
        opened = ZipFile(BytesIO(data))
        members = opened.infolist()
    except (BadZipFile, ValueError, NotImplementedError, OSError):
        raise UnreadableDocument("the file is a damaged archive or cut short", hint=AGAIN) from None
    unpacked = sum(member.file_size for member in members)
    if len(members) > bounds.parts:
        raise UnreadableDocument(
            f"the archive holds {len(members)} files and the limit is {bounds.parts}",
            hint="Unpack it and give the files.",
        )
    if unpacked > bounds.unpacked:
        raise UnreadableDocument(
            f"the archive unpacks to {unpacked} bytes and the limit is {bounds.unpacked}",
            hint="Raise the limit if it is safe.",
        )
    if unpacked > 1_000_000 and unpacked > bounds.ratio * len(data):
        raise UnreadableDocument(
            f"the archive grows {unpacked // max(1, len(data))} times and the limit is {bounds.ratio}",
            hint="It may be made to harm; ask the sender for another copy.",
        )
    return Archive(opened, tuple(member.filename for member in members))


def paper(archive: Archive) -> Paper:
    """Give an archive of documents: its list of files as text, the files attached."""
    names = [name for name in archive.names if not name.endswith("/") and not name.startswith("__MACOSX/")]
    attached = tuple(Attachment(re.sub(r"[\x00-\x1f\\\\]", "_", name), archive.read(name)) for name in names)
    return Paper("application/zip", (Sheet("".join(f"Attachment: {one.name}\n" for one in attached)),), (), attached)
