"""A desk that is encrypted where it lies: its database by SQLCipher, each of its files by itself."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import sqlcipher3.dbapi2 as sqlcipher3

from wellfounded.clinic.place import Place, write
from wellfounded.clinic.sealing import keys
from wellfounded.clinic.sealing.room import alone, room
from wellfounded.clinic.sealing.vault import Vault

SENT = "sent"  # the group of packets that left; a case's token is longer


@dataclass(frozen=True, slots=True)
class Sealed(Place):
    """One encrypted desk, unlocked. Whatever is acknowledged is sealed in the folder first."""

    vault: Vault
    key: str  # of the database, in hexadecimal digits
    hold: BinaryIO | None = None

    @property
    def sealed(self) -> bool:
        """Say yes."""
        return True

    @property
    def taking(self) -> Path:
        """Where uploads wait: not in the folder, for they are not sealed yet."""
        return self.vault.work / "taking"

    def base(self) -> dict[str, Any]:
        """Give what Django must know to open the encrypted database."""
        held = Place.base(self)
        return held | {
            "ENGINE": "wellfounded.clinic.sealing.engine",
            "OPTIONS": held["OPTIONS"] | {"key": self.key},
        }

    def copy_base(self, target: Path) -> None:
        """Write the database to *target* decrypted, as it stands at one moment."""
        self._export(self.database, self.key, target, "")

    def take(self, name: str, body: BinaryIO) -> None:
        """Put back one file of a copy, encrypted."""
        top, _, rest = name.partition("/")
        if not rest:
            plain = self.scratch() / "restored.sqlite3"
            write(plain, iter(lambda: body.read(1 << 20), b""))
            self._export(plain, "", self.database, self.key)
            plain.unlink()
        elif top == SENT:
            self.keep(rest.removesuffix(".pdf"), body.read())
        else:
            token, _, path = rest.partition("/")
            self.vault.take(token, path, body)

    def scratch(self) -> Path:
        """Give a folder that is taken away with what lies open."""
        return self.vault.work

    def case(self, token: str) -> Path:
        """The folder in which the papers of a case lie open."""
        return self.vault.folder(token)

    def settle(self, token: str) -> None:
        """Seal what was written in a case's folder."""
        self.vault.settle(token)

    def drop(self, token: str) -> None:
        """Delete the papers of one case, sealed and open."""
        self.vault.drop(token)

    def keep(self, packet: str, body: bytes) -> None:
        """Seal the bytes of a packet that leaves."""
        self.vault.put(SENT, packet, body)

    def kept(self, packet: str) -> bytes | None:
        """Give the bytes of a packet that left."""
        return self.vault.get(SENT, packet)

    def discard(self, packet: str) -> None:
        """Delete the bytes of a packet that left."""
        self.vault.discard(SENT, packet)

    def files(self) -> Iterator[tuple[str, BinaryIO]]:
        """Give every file opened, as a copy names it."""
        for group in self.vault.groups():
            for name, _, body in self.vault.files(group):
                yield (f"sent/{name}.pdf" if group == SENT else f"cases/{group}/{name}"), body

    def prepare(self) -> None:
        """Make what is missing, closed to other people."""
        self._prepare(self.root, self.vault.root, self.fax, self.taking)

    def close(self) -> None:
        """Take away what lies open."""
        self.vault.close()

    def _export(self, source: Path, key: str, target: Path, other: str) -> None:
        with contextlib.closing(sqlcipher3.connect(str(source))) as held:
            if key:
                held.execute(f"PRAGMA key = {_literal(key)}")
            held.execute(f"ATTACH DATABASE ? AS other KEY {_literal(other)}", (str(target),))
            held.execute("SELECT sqlcipher_export('other')")
            held.commit()


def _literal(key: str) -> str:
    """Write a key as SQLCipher takes it: the digits themselves, or nothing for a database that is not encrypted."""
    return f"\"x'{key}'\"" if key else "''"


def unlocked(root: Path, passphrase: str, *, serving: bool = False) -> Sealed:
    """Open the encrypted desk in *root*, to serve it or to read it beside one that does.

    Raises InputError for another passphrase, and where a second process would serve it.
    """
    return _desk(root, keys.unlocked(root, passphrase), serving=serving)


def new(root: Path, passphrase: str, *, serving: bool = False) -> Sealed:
    """Make an encrypted desk in *root*, which holds nothing yet; raises InputError for a short passphrase."""
    return _desk(root, keys.new(root, passphrase), serving=serving)


def _desk(root: Path, held: keys.Keys, *, serving: bool) -> Sealed:
    hold = alone(root) if serving else None
    name = Place(root).name
    work = room(root, name if serving else f"{name}-copy")
    return Sealed(root, Vault(root / "sealed", held, work), held.part(b"database").hex(), hold)
