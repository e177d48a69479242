"""Bytes sealed with AES-256-GCM in chunks, of which none can be changed, moved, left out or cut off unseen."""

import io
import struct
from typing import BinaryIO, Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from wellfounded.errors import InputError

CHUNK = 1 << 20  # bytes sealed at a time
HEAD = struct.Struct(">I?")  # before each chunk: the bytes that follow, and whether it is the last
TAG = 16
WHOLE = HEAD.size + CHUNK + TAG  # what a chunk that is not the last takes


class Out(Protocol):
    """Whatever takes bytes."""

    def write(self, data: bytes, /) -> object:
        """Take bytes."""


class Sealer:
    """Takes bytes and writes them sealed to *out*. A key seals one stream: its nonces count from zero."""

    def __init__(self, out: Out, key: AESGCM) -> None:
        """Begin a stream."""
        self._out, self._key, self._number, self._held = out, key, 0, bytearray()

    def write(self, data: bytes, /) -> int:
        """Take bytes; whole chunks are written at once, the rest waits."""
        self._held += data
        while len(self._held) > CHUNK:
            self._chunk(bytes(self._held[:CHUNK]), last=False)
            del self._held[:CHUNK]
        return len(data)

    def flush(self) -> None:
        """Do nothing: a chunk is written when it is full."""

    def finish(self) -> None:
        """Write what waits as the last chunk."""
        self._chunk(bytes(self._held), last=True)

    def _chunk(self, data: bytes, *, last: bool) -> None:
        body = self._key.encrypt(_nonce(self._number), data, _bound(self._number, last))
        self._out.write(HEAD.pack(len(body), last) + body)
        self._number += 1


class Opened(io.RawIOBase):
    """The bytes of a sealed stream that begins where *held* stands, read from any place."""

    def __init__(self, held: BinaryIO, key: AESGCM) -> None:
        """Open the last chunk first: that the key is right and nothing was cut off. Raises InputError otherwise."""
        self._held, self._key, self._start, self._at = held, key, held.tell(), 0
        total = held.seek(0, io.SEEK_END) - self._start
        self._last = max(0, (total - 1) // WHOLE)
        self._cache = self._last, self._chunk(self._last)
        self._size = self._last * CHUNK + len(self._cache[1])

    def readable(self) -> bool:
        """Say yes."""
        return True

    def seekable(self) -> bool:
        """Say yes: each chunk opens by itself."""
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        """Move to a place in the bytes as they were before they were sealed."""
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        self._at = max(0, base + offset)
        return self._at

    def readinto(self, buffer: "memoryview[int] | bytearray", /) -> int:  # type: ignore[override]  # typeshed's Buffer has no name at run time
        """Fill *buffer* from one chunk; raises InputError where the chunk was changed."""
        number, at = divmod(self._at, CHUNK)
        if self._at >= self._size:
            return 0
        if self._cache[0] != number:
            self._cache = number, self._chunk(number)
        part = self._cache[1][at : at + len(buffer)]
        buffer[: len(part)] = part
        self._at += len(part)
        return len(part)

    def _chunk(self, number: int) -> bytes:
        self._held.seek(self._start + number * WHOLE)
        head, last = self._held.read(HEAD.size), number == self._last
        if len(head) < HEAD.size:
            raise InputError("the sealed file is cut short", hint="Take another copy of it.")
        try:
            return self._key.decrypt(_nonce(number), self._held.read(HEAD.unpack(head)[0]), _bound(number, last))
        except InvalidTag:
            why = "that is not its passphrase, or the file was changed"
            raise InputError(why, hint="Type the passphrase again, or take another copy.") from None


def opened(held: BinaryIO, key: AESGCM) -> io.BufferedReader:
    """Give a sealed stream as a file to read; raises InputError for another key or a changed file."""
    return io.BufferedReader(Opened(held, key), CHUNK)


def _nonce(number: int) -> bytes:
    return struct.pack(">IQ", 0, number)


def _bound(number: int, last: bool) -> bytes:  # noqa: FBT001 - half of what a chunk is bound to
    return struct.pack(">Q?", number, last)
