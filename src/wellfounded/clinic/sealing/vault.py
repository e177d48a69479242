"""The files of a sealed desk: each encrypted by itself on the disk, a case's opened while it is worked on."""

import contextlib
import hmac
import io
import os
import shutil
import struct
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from wellfounded.clinic.place import write
from wellfounded.clinic.sealing.keys import SALT, Keys
from wellfounded.clinic.sealing.stream import CHUNK, Sealer, opened
from wellfounded.errors import InputError, StorageError

OPENS = b"WELLFOUNDED FILE 1\n"
TOLD = struct.Struct(">HQ")  # before the bytes: the length of the file's name, and its time of change in nanoseconds
State = tuple[int, int]  # bytes, time of change


class Vault:
    """Groups of files: one for each case, by its token, and one of what was sent. Names are sealed with the bytes."""

    def __init__(self, root: Path, keys: Keys, work: Path) -> None:
        """Keep the sealed files in *root*, and open them into *work*, which is nobody else's."""
        self.root, self.work, self._keys = root, work, keys
        self._names = keys.part(b"names")
        self._open: dict[str, dict[str, State]] = {}  # the groups that are open, with each file as it was last sealed
        self._lock = threading.RLock()

    def folder(self, group: str) -> Path:
        """Give the folder in which the files of *group* lie open, opened now or before."""
        place = self.work / "cases" / group
        with self._lock:
            if group not in self._open:
                held: dict[str, State] = {}
                shutil.rmtree(place, ignore_errors=True)  # left by a worker that ended
                for name, when, body in self.files(group):
                    write(place / name, iter(lambda body=body: body.read(CHUNK), b""))  # type: ignore[misc]  # mypy infers no default's type
                    os.utime(place / name, ns=(when, when))
                    held[name] = (place / name).stat().st_size, when
                self._open[group] = held
        return place

    def settle(self, group: str) -> None:
        """Seal what was changed in the folder of *group* since, and let go of what is gone; raises StorageError.

        A reading process may be moving files meanwhile: nothing is let go of until two looks see the same files.
        """
        place = self.folder(group)
        with self._lock:
            now, before = _states(place), None
            while now != before:
                now, before = _states(place), now
            held = self._open[group]
            for name, state in now.items():
                if held.get(name) != state:
                    self._seal(group, name, place / name, state[1])
                    held[name] = state
            for name in [name for name in held if name not in now]:
                self._path(group, name).unlink(missing_ok=True)
                del held[name]

    def put(self, group: str, name: str, data: bytes) -> None:
        """Seal one file of a group that is never opened whole."""
        self.take(group, name, io.BytesIO(data))

    def take(self, group: str, name: str, body: BinaryIO) -> None:
        """Seal the bytes of one file of a group that is not open."""
        write(self._path(group, name), self._sealed(group, name, 0, body))

    def get(self, group: str, name: str) -> bytes | None:
        """Give one file of a group; None where there is none."""
        path = self._path(group, name)
        if not path.is_file():
            return None
        with path.open("rb") as held:
            return self._read(group, path.name, held)[2].read()

    def discard(self, group: str, name: str) -> None:
        """Let go of one file of a group."""
        self._path(group, name).unlink(missing_ok=True)

    def drop(self, group: str) -> None:
        """Delete a group, sealed and open."""
        with self._lock:
            self._open.pop(group, None)
            shutil.rmtree(self.root / group, ignore_errors=True)
            shutil.rmtree(self.work / "cases" / group, ignore_errors=True)

    def groups(self) -> list[str]:
        """Name every group."""
        return sorted(path.name for path in self.root.iterdir()) if self.root.is_dir() else []

    def files(self, group: str) -> Iterator[tuple[str, int, io.BufferedReader]]:
        """Give each file of a group: its name, its time of change, and its bytes, to be read before the next."""
        seen = set[str]()
        while new := [
            path for path in self._stored(group) if path.name not in seen
        ]:  # sealed meanwhile, as it was filed
            for path in new:
                seen.add(path.name)
                with contextlib.suppress(FileNotFoundError), path.open("rb") as held:
                    yield self._read(group, path.name, held)

    def _stored(self, group: str) -> list[Path]:
        folder = self.root / group
        return sorted(p for p in folder.iterdir() if not p.name.endswith(".partial")) if folder.is_dir() else []

    def close(self) -> None:
        """Take away everything that lies open."""
        shutil.rmtree(self.work, ignore_errors=True)

    def _seal(self, group: str, name: str, path: Path, when: int) -> None:
        try:
            with path.open("rb") as plain:
                write(self._path(group, name), self._sealed(group, name, when, plain))
        except FileNotFoundError:
            return  # moved on meanwhile: whoever moved it settles again
        except OSError as error:
            raise StorageError(f"the disk refused a file: {error.strerror}", hint="Make room on it.") from error

    def _sealed(self, group: str, name: str, when: int, plain: BinaryIO) -> Iterator[bytes]:
        salt, out = os.urandom(SALT), _Pieces()
        yield OPENS + salt
        sealer = Sealer(out, self._keys.of_file(salt, f"{group}/{self._path(group, name).name}"))
        sealer.write(TOLD.pack(len(name.encode()), when) + name.encode())
        for piece in iter(lambda: plain.read(CHUNK), b""):
            sealer.write(piece)
            yield out.taken()
        sealer.finish()
        yield out.taken()

    def _read(self, group: str, stored: str, held: io.BufferedReader) -> tuple[str, int, io.BufferedReader]:
        if held.read(len(OPENS)) != OPENS:
            raise InputError("a sealed file of this desk was changed", hint="Restore the desk from a copy.")
        body = opened(held, self._keys.of_file(held.read(SALT), f"{group}/{stored}"))
        length, when = TOLD.unpack(body.read(TOLD.size))
        return body.read(length).decode(), when, body

    def _path(self, group: str, name: str) -> Path:
        return self.root / group / hmac.digest(self._names, f"{group}/{name}".encode(), "sha256")[:20].hex()


class _Pieces:
    """Holds what a sealer wrote until it is taken."""

    def __init__(self) -> None:
        self._held: list[bytes] = []

    def write(self, data: bytes, /) -> None:
        self._held.append(data)

    def taken(self) -> bytes:
        held, self._held = b"".join(self._held), []
        return held


def _states(place: Path) -> dict[str, State]:
    found: dict[str, State] = {}
    for folder, _, names in os.walk(place):
        for name in names:
            if not name.endswith(".partial"):
                try:
                    state = (Path(folder) / name).stat()
                except FileNotFoundError:
                    continue
                found[(Path(folder) / name).relative_to(place).as_posix()] = state.st_size, state.st_mtime_ns
    return found
