"""Where a desk keeps its things: one folder, for one person's eyes, written whole or not at all."""

import contextlib
import hashlib
import os
import re
import secrets
import shutil
import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from wellfounded.errors import StorageError

LONGEST = 120  # characters of a file's name; some systems allow 255 bytes and a letter may take four


@dataclass(frozen=True, slots=True)
class Place:
    """One desk's folder."""

    root: Path

    @property
    def database(self) -> Path:
        """The SQLite file."""
        return self.root / "desk.sqlite3"

    @property
    def sealed(self) -> bool:
        """Whether the folder is encrypted."""
        return False

    @property
    def name(self) -> str:
        """A name for cookies: those of two desks on one computer, on two ports, must not be one."""
        return hashlib.sha256(str(self.root).encode()).hexdigest()[:8]

    @property
    def cases(self) -> Path:
        """One case folder a case, by the case's token."""
        return self.root / "cases"

    @property
    def sent(self) -> Path:
        """A copy of each packet that left, by its id."""
        return self.root / "sent"

    @property
    def fax(self) -> Path:
        """The folder a fax program may watch."""
        return self.root / "fax-out"

    @property
    def taking(self) -> Path:
        """Where uploads wait until they are whole; emptied when the desk opens."""
        return self.root / "taking"

    def base(self) -> dict[str, Any]:
        """Give what Django must know to open the database; each commit is on the disk before it is acknowledged."""
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": str(self.database),
            "OPTIONS": {
                "timeout": 20,
                "transaction_mode": "IMMEDIATE",
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;",
            },
        }

    def copy_base(self, target: Path) -> None:
        """Write the database to *target* as it stands at one moment, whatever is written meanwhile."""
        live, still = sqlite3.connect(self.database), sqlite3.connect(target)
        with contextlib.closing(live), contextlib.closing(still):
            live.backup(still)

    def take(self, name: str, body: BinaryIO) -> None:
        """Put back one file of a copy, by its name there: the database, or one that `files` gave."""
        write(self.root / name, iter(lambda: body.read(1 << 20), b""))

    def scratch(self) -> Path:
        """Give a folder for what a copy holds for a moment."""
        return self.root

    def case(self, token: str) -> Path:
        """The folder of one case."""
        return self.cases / token

    def settle(self, token: str) -> None:
        """Make what was written in a case's folder last: here it does already."""

    def drop(self, token: str) -> None:
        """Delete the folder of one case."""
        shutil.rmtree(self.case(token), ignore_errors=True)

    def keep(self, packet: str, body: bytes) -> None:
        """Keep the bytes of a packet that leaves; raises StorageError."""
        write(self.sent / f"{packet}.pdf", body)

    def kept(self, packet: str) -> bytes | None:
        """Give the bytes of a packet that left; None where they are not here any more."""
        path = self.sent / f"{packet}.pdf"
        return path.read_bytes() if path.is_file() else None

    def discard(self, packet: str) -> None:
        """Delete the bytes of a packet that left."""
        (self.sent / f"{packet}.pdf").unlink(missing_ok=True)

    def files(self) -> Iterator[tuple[str, BinaryIO]]:
        """Give every file of the cases and every packet that left: its name in a copy, and its bytes."""
        seen = set[Path]()
        while new := [path for path in self._files() if path not in seen]:  # what is filed meanwhile has another name
            for path in new:
                seen.add(path)
                with contextlib.suppress(FileNotFoundError), path.open("rb") as held:
                    yield path.relative_to(self.root).as_posix(), held

    def _files(self) -> Iterator[Path]:
        for top in (self.cases, self.sent):
            yield from (p for p in sorted(top.rglob("*")) if p.is_file() and not p.name.endswith(".partial"))

    def prepare(self) -> None:
        """Make what is missing, closed to other people; raises StorageError."""
        self._prepare(self.root, self.cases, self.sent, self.fax, self.taking)

    def close(self) -> None:
        """Leave nothing behind that only an open desk needs: here there is none."""

    def _prepare(self, *folders: Path) -> None:
        try:
            for folder in folders:
                folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            for left in (*self.taking.iterdir(), *self.root.rglob(".*.partial")):  # of a desk that was killed
                left.unlink(missing_ok=True)
        except OSError as error:
            raise StorageError(f"{self.root}: {error.strerror}", hint="Choose a folder you may write to.") from error

    def secret(self, name: str) -> str:
        """Give the secret kept in the file *name*, made when it is first asked for; raises StorageError."""
        path = self.root / name
        if not path.is_file():
            write(path, secrets.token_urlsafe(32).encode())
        return path.read_text(encoding="ascii").strip()


def write(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Write a file whole, given at once or in pieces, and force it to the disk; raises StorageError.

    It is written beside its place and renamed: a full disk, or a power cut, leaves what was there before.
    """
    aside = path.with_name(f".{path.name[:100]}.{secrets.token_hex(4)}.partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as out:
            for piece in (data,) if isinstance(data, bytes) else data:
                out.write(piece)
            out.flush()
            os.fsync(out.fileno())
        aside.replace(path)
        _settle(path.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            aside.unlink(missing_ok=True)
        raise StorageError(
            f"the disk refused a file: {error.strerror}", hint="Make room on the disk, then do it again."
        ) from error


def _settle(folder: Path) -> None:
    """Force a rename itself to the disk, on systems that can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def safe_name(name: str) -> str:
    """Give a file name that is one: no way out of its folder, nothing unprintable, not hidden, not too long."""
    bare = unicodedata.normalize("NFC", name.replace("\\", "/").rpartition("/")[2])
    bare = re.sub(r"[^\w .,()+-]", "_", bare).strip(" .") or "document"
    stem, dot, suffix = bare.rpartition(".")
    return f"{stem[: LONGEST - len(suffix) - 1]}.{suffix}" if dot and len(suffix) < 10 else bare[:LONGEST]
