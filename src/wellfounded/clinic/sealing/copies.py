"""A copy of a desk in one file: everything but its keys, as it stood at one moment, sealed by a passphrase."""

import contextlib
import io
import os
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from wellfounded.clinic.place import Place
from wellfounded.clinic.sealing.keys import SALT, of_passphrase
from wellfounded.clinic.sealing.stream import Out, Sealer, opened
from wellfounded.errors import InputError, StorageError

OPENS = b"WELLFOUNDED BACKUP 1\n"
BASE = "desk.sqlite3"
WAYS = ("cases/", "sent/", BASE)  # all but the keys: a restored desk makes its own


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
        with aside.open("wb") as out:
            if passphrase:
                salt = os.urandom(SALT)
                out.write(OPENS + salt)
                sealer = Sealer(out, of_passphrase(passphrase, salt))
                _zip(place, sealer)
                sealer.finish()
            else:
                _zip(place, out)
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


def restore(source: Path, root: Path, passphrase: str, desk: Callable[[Path], Place] = Place) -> int:
    """Put a copy back into *root*, which must not exist yet, as the kind of desk *desk* makes; gives how many files.

    Raises InputError for a file that is no copy, a wrong passphrase, or a folder that exists.
    """
    if root.exists() and any(root.iterdir()):
        raise InputError(f"{root} is not empty", hint="Restore into a new folder.")
    aside = root.with_name(f".{root.name}.partial")
    shutil.rmtree(aside, ignore_errors=True)  # of a restore that was killed
    try:
        with source.open("rb") as held:
            count = _unzip(_body(held, passphrase), aside, desk)
        if root.exists():
            root.rmdir()
        aside.rename(root)
    except OSError as error:
        raise StorageError(f"{root}: {error.strerror}", hint="Choose a place with room.") from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return count


def _body(held: BinaryIO, passphrase: str) -> BinaryIO:
    if held.read(len(OPENS)) != OPENS:
        held.seek(0)
        return held
    return opened(held, of_passphrase(passphrase, held.read(SALT)))


def _zip(place: Place, out: Out) -> None:
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as held:  # type: ignore[call-overload]  # it asks for no more than Out has
        copy = place.scratch() / f".{os.getpid()}.copy.partial"
        try:
            place.copy_base(copy)
            held.write(copy, BASE)
        finally:
            copy.unlink(missing_ok=True)
        for name, body in place.files():
            with held.open(name, "w", force_zip64=True) as entry:
                shutil.copyfileobj(body, entry, 1 << 20)


def _unzip(plain: BinaryIO, aside: Path, desk: Callable[[Path], Place]) -> int:
    try:
        with zipfile.ZipFile(plain) as held:
            names = [name for name in held.namelist() if not name.endswith("/")]
            if BASE not in names or not all(_safe(name) for name in names):
                raise InputError("that file is no copy of a desk", hint="Give the file `wellfounded backup` wrote.")
            aside.mkdir(mode=0o700)
            with contextlib.closing(desk(aside)) as place:
                for name in names:
                    with held.open(name) as body:
                        place.take(name, body)  # type: ignore[arg-type]  # a file of a zip is read like any other
            return len(names)
    except zipfile.BadZipFile:
        raise InputError("that file is no copy of a desk, or is cut short", hint="Give another copy.") from None


def _safe(name: str) -> bool:
    return name.startswith(WAYS) and ".." not in Path(name).parts and "\\" not in name


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
