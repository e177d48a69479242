"""Signatures: an Ed25519 key sealed by a passphrase signs a statement that names the letter by its hash."""

import base64
from datetime import datetime

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from wellfounded.errors import InputError

SHORTEST = 8  # characters of a passphrase


def new_pair(passphrase: str) -> tuple[str, str]:
    """Make a key pair; gives the public half and the private half sealed with *passphrase*, both PEM."""
    if len(passphrase) < SHORTEST:
        raise InputError(
            f"the passphrase has fewer than {SHORTEST} characters", hint="Take four words you will remember."
        )
    private = Ed25519PrivateKey.generate()
    sealed = private.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(passphrase.encode()),
    )
    public = private.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return public.decode(), sealed.decode()


def statement(content_hash: str, who: str, role: str, at: datetime, opened: list[int], total: int) -> str:
    """Give the words that are signed: whose, over which content, when, and which sentences' evidence was opened.

    Where none was, the signer was asked whether to sign all the same, and the words say so.
    """
    held = {
        "says": "I have read this letter and it is mine.",
        "letter_sha256": content_hash,
        "by": who,
        "role": role,
        "at": at.isoformat(timespec="seconds"),
        "sentences": total,
        "evidence_opened": opened,
    } | ({} if opened else {"asked": "None of the evidence was opened. Sign anyway? Yes."})
    return msgspec.json.encode(held).decode()


def moment(says: str) -> datetime:
    """Give when a statement was signed, in the signer's own hours."""
    return datetime.fromisoformat(msgspec.json.decode(says)["at"])


def sign(says: str, sealed: str, passphrase: str) -> str:
    """Give the signature over *says* in base64; raises InputError where the passphrase opens no key."""
    try:
        private = serialization.load_pem_private_key(sealed.encode(), passphrase.encode() or None)
    except (ValueError, TypeError):
        raise InputError("that is not the passphrase of your signature", hint="Type it again.") from None
    if not isinstance(private, Ed25519PrivateKey):
        raise InputError("the key of your signature is not of this desk", hint="Set a new passphrase.")
    return base64.b64encode(private.sign(says.encode())).decode()


def holds(says: str, signature: str, public: str, content_hash: str) -> bool:
    """Whether the signature is that key's over that statement, and the statement is about that content."""
    try:
        key = serialization.load_pem_public_key(public.encode())
        if not isinstance(key, Ed25519PublicKey):
            return False
        key.verify(base64.b64decode(signature), says.encode())
        return bool(msgspec.json.decode(says)["letter_sha256"] == content_hash)
    except (InvalidSignature, ValueError, KeyError, TypeError, msgspec.DecodeError):
        return False
