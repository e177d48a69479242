"""The key of a sealed desk: made at random, kept under a passphrase, and parted into one key for each use."""

import base64
import json
import os
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from wellfounded.clinic.place import write
from wellfounded.errors import InputError

NAME = "sealed.json"  # a folder that holds it is a sealed desk
SALT = 16
SHORTEST = 8  # characters of a passphrase
COST = 1 << 15  # scrypt's n, with r=8: 32 MB and a tenth of a second a try
HINT = "Take four words you will remember: nobody opens the desk without them."


@dataclass(frozen=True, slots=True)
class Keys:
    """The key of one desk, and those that follow from it."""

    master: bytes = field(repr=False)

    def part(self, what: bytes, salt: bytes = b"") -> bytes:
        """Give the 32 bytes that serve *what*, and nothing else."""
        return HKDF(hashes.SHA256(), 32, salt or None, what).derive(self.master)

    def of_file(self, salt: bytes, where: str) -> AESGCM:
        """Give the key of one file: another for each time it is written, and for each place."""
        return AESGCM(self.part(b"file " + where.encode(), salt))


def of_passphrase(passphrase: str, salt: bytes) -> AESGCM:
    """Give the key that a passphrase and a salt make."""
    return AESGCM(Scrypt(salt=salt, length=32, n=COST, r=8, p=1).derive(passphrase.encode()))


def is_sealed(root: Path) -> bool:
    """Whether the desk in *root* is encrypted."""
    return (root / NAME).is_file()


def new(root: Path, passphrase: str) -> Keys:
    """Make a key for a new desk in *root* and keep it there under *passphrase*; raises InputError for a short one."""
    if len(passphrase) < SHORTEST:
        raise InputError(f"the passphrase has fewer than {SHORTEST} characters", hint=HINT)
    master, salt, nonce = os.urandom(32), os.urandom(SALT), os.urandom(12)
    sealed = of_passphrase(passphrase, salt).encrypt(nonce, master, NAME.encode())
    held = {"made": "scrypt and AES-256-GCM", "salt": _text(salt), "nonce": _text(nonce), "key": _text(sealed)}
    write(root / NAME, json.dumps(held, indent=1).encode())
    return Keys(master)


def unlocked(root: Path, passphrase: str) -> Keys:
    """Open the key kept in *root*; raises InputError for another passphrase."""
    try:
        held = json.loads((root / NAME).read_bytes())
        salt, nonce, sealed = (base64.b64decode(held[name]) for name in ("salt", "nonce", "key"))
        master = of_passphrase(passphrase, salt).decrypt(nonce, sealed, NAME.encode())
    except InvalidTag:
        raise InputError("that is not the passphrase of this desk", hint="Type it again.") from None
    except (OSError, ValueError, KeyError, TypeError):
        raise InputError(f"{root / NAME} is damaged", hint="Restore the desk from a copy.") from None
    return Keys(master)


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()
