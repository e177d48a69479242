"""A copy of a desk in one file: everything but its keys, as it stood at one moment, sealed by a passphrase."""

import io
import os
import sqlite3
import struct
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from wellfounded.clinic.place import Place
from wellfounded.errors import InputError, StorageError

OPENS = b"WELLFOUNDED BACKUP 1\n"
CHUNK = 1 << 20  # bytes sealed at a time
SALT = 16
WAYS = ("cases/", "sent/", "desk.sqlite3")  # all but the keys: a restored desk makes its own


def backup(place: Place, target: Path, passphrase: str) -> int:
    """Write a copy of the desk to *target*, whole or not at all, while it may be in use; gives its bytes.

    With an empty passphrase the file is an ordinary zip. Raises InputError where there is no desk or *target* exists.
    """
    if not place.database.is_file():
        raise InputError(f"{place.root} holds no desk", hint="Give the folder that `wellfounded serve` was given.")
    if target.exists():
        raise InputError(f"{target} exists already", hint="Choose another name.")
    aside = target.with_name(f".{target.name}.partial")
    try:
        with tempfile.TemporaryFile(dir=target.parent) as plain:
            _zip(place, plain)
            size = plain.seek(0, os.SEEK_END)
            plain.seek(0)
            with aside.open("wb") as out:
                for piece in _sealed(plain, size, passphrase) if passphrase else iter(lambda: plain.read(CHUNK), b""):
                    out.write(piece)
                out.flush()
                os.fsync(out.fileno())
        aside.replace(target)
    except OSError as error:
        raise StorageError(f"{target}: {error.strerror}", hint="Choose a place with room.") from error
    finally:
        aside.unlink(missing_ok=True)
    return target.stat().st_size


def is_sealed(source: Path) -> bool:
    """Whether a copy asks for a passphrase; raises InputError where the file cannot be read."""
    try:
        with source.open("rb") as held:
            return held.read(len(OPENS)) == OPENS
    except OSError as error:
        raise InputError(f"{source}: {error.strerror}", hint="Check the name of the file.") from error


def restore(source: Path, place: Place, passphrase: str) -> int:
    """Put a copy back into *place*, which must not exist yet; gives the number of files.

    Raises InputError for a file that is no copy, a wrong passphrase, or a folder that exists.
    """
    if place.root.exists() and any(place.root.iterdir()):
        raise InputError(f"{place.root} is not empty", hint="Restore into a new folder.")
    aside = place.root.with_name(f".{place.root.name}.partial")
    try:
        with tempfile.TemporaryFile() as plain, source.open("rb") as held:
            for piece in _opened(held, passphrase):
                plain.write(piece)
            plain.seek(0)
            count = _unzip(plain, aside)
        if place.root.exists():
            place.root.rmdir()
        aside.rename(place.root)
    except OSError as error:
        raise StorageError(f"{place.root}: {error.strerror}", hint="Choose a place with room.") from error
    return count


def _zip(place: Place, out: BinaryIO) -> None:
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as held:
        with tempfile.TemporaryDirectory(dir=place.root, prefix=".backup-") as folder:
            copy = Path(folder) / "desk.sqlite3"
            live, still = sqlite3.connect(place.database), sqlite3.connect(copy)
            live.backup(still)  # one moment of the database, whatever is written meanwhile
            still.close()
            live.close()
            held.write(copy, "desk.sqlite3")
        for top in (place.cases, place.sent):
            for path in sorted(top.rglob("*")):
                if path.is_file() and not path.name.endswith(".partial"):
                    held.write(path, path.relative_to(place.root).as_posix())


def _unzip(plain: BinaryIO, aside: Path) -> int:
    try:
        with zipfile.ZipFile(plain) as held:
            names = [name for name in held.namelist() if not name.endswith("/")]
            if "desk.sqlite3" not in names or not all(_safe(name) for name in names):
                raise InputError("that file is no copy of a desk", hint="Give the file `wellfounded backup` wrote.")
            aside.mkdir(mode=0o700)
            for name in names:
                held.extract(name, aside)
            return len(names)
    except zipfile.BadZipFile:
        raise InputError("that file is no copy of a desk, or is cut short", hint="Give another copy.") from None


def _safe(name: str) -> bool:
    return name.startswith(WAYS) and ".." not in Path(name).parts and "\\" not in name


def _key(passphrase: str, salt: bytes) -> AESGCM:
    return AESGCM(Scrypt(salt=salt, length=32, n=1 << 15, r=8, p=1).derive(passphrase.encode()))


def _sealed(plain: BinaryIO, size: int, passphrase: str) -> Iterator[bytes]:
    """Seal in chunks; each is bound to its number and to whether it is the last, so that none can be cut or moved."""
    salt = os.urandom(SALT)
    key = _key(passphrase, salt)
    yield OPENS + salt
    last = max(0, (size - 1) // CHUNK)
    for number in range(last + 1):
        bound = struct.pack(">Q?", number, number == last)
        body = key.encrypt(struct.pack(">IQ", 0, number), plain.read(CHUNK), bound)
        yield struct.pack(">I?", len(body), number == last) + body


def _opened(held: BinaryIO, passphrase: str) -> Iterator[bytes]:
    head = held.read(len(OPENS))
    if head != OPENS:
        yield head
        yield from iter(lambda: held.read(CHUNK), b"")
        return
    key, number, last = _key(passphrase, held.read(SALT)), 0, False
    while not last:
        told = held.read(5)
        if len(told) < 5:
            raise InputError("the copy is cut short", hint="Give another copy.")
        size, last = struct.unpack(">I?", told)
        try:
            yield key.decrypt(struct.pack(">IQ", 0, number), held.read(size), struct.pack(">Q?", number, last))
        except InvalidTag:
            why = "that is not its passphrase, or the copy was changed"
            raise InputError(why, hint="Type the passphrase again.") from None
        number += 1


def exported(folder: Path, files: dict[str, bytes]) -> bytes:
    """Give a case folder as a zip that the command line runs, with what the desk adds under desk/."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as held:
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder).as_posix()
            if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts):
                held.write(path, f"case/{name}")
        for name, data in sorted(files.items()):
            held.writestr(f"case/desk/{name}", data)
    return out.getvalue()
