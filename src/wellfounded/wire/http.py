"""One request to one address: https (or this computer), no redirect followed, bounded in time and in size."""

import http.client
import time
from collections.abc import Mapping
from urllib.parse import urlsplit

from wellfounded.errors import DeliveryDeferred, DeliveryRefused, InputError

LARGEST = 2_000_000  # bytes of an answer
LOOPBACK = {"localhost", "127.0.0.1", "::1"}
PASSING = {408, 409, 425, 429, 500, 502, 503, 504, 529}  # states that pass
LATER = "Nothing depends on it. Try again later."


def refuse_open(url: str, what: str) -> None:
    """Raise InputError unless *url* is https or on this computer: nothing is sent where others can read it."""
    parts = urlsplit(url)
    near = parts.scheme == "http" and parts.hostname in LOOPBACK
    if not parts.hostname or not (near or parts.scheme == "https"):
        raise InputError(
            f"the address of {what} is not https", hint="Only a server on this computer may be reached without it."
        )


def send(
    url: str, what: str, seconds: float, *, headers: Mapping[str, str] | None = None, body: bytes | None = None
) -> bytes:
    """Give the answer's bytes: a GET, or a POST where there is a *body*; *what* names the far side in errors.

    Raises DeliveryDeferred where it is down, slow, over its quota or breaks off, and DeliveryRefused where it says no.
    No message holds a word that was sent or received.
    """
    refuse_open(url, what)
    parts = urlsplit(url)
    until = time.monotonic() + seconds
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    line = kind(parts.hostname or "", parts.port, timeout=seconds)
    path = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
    try:
        line.request("GET" if body is None else "POST", path, body, dict(headers or {}))
        reply = line.getresponse()
        held = bytearray()
        while chunk := reply.read1(65536):
            held += chunk
            if len(held) > LARGEST or time.monotonic() > until:
                raise DeliveryDeferred(f"the answer of {what} is too long or too slow", hint=LATER)
    except (OSError, http.client.HTTPException) as error:
        raise DeliveryDeferred(f"{what} did not answer", hint=LATER) from error
    finally:
        line.close()
    if reply.status in PASSING:
        raise DeliveryDeferred(f"{what} cannot answer now (HTTP {reply.status})", hint=LATER)
    if reply.status != http.client.OK:
        raise DeliveryRefused(f"{what} refuses the request (HTTP {reply.status})", hint="Check its address and key.")
    return bytes(held)
