"""What is sent, where, by what means, and the proof that it went."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One enclosed document: its letter, its title and the packet pages it fills (from 1)."""

    label: str
    title: str
    source: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Packet:
    """Everything that leaves the building in one envelope; the id is the hash of the contents. X12: 275."""

    id: str
    body: bytes  # one PDF
    exhibits: tuple[Exhibit, ...]
    pages: int


@dataclass(frozen=True, slots=True)
class Route:
    """A payer's door: how it is reached and at what address. FHIR: Endpoint."""

    kind: str
    address: str


@dataclass(frozen=True, slots=True)
class Reply:
    """What the far side answered, and when it was heard."""

    status: int
    trace: str
    at: datetime


class Post(Protocol):
    """The one way bytes leave. The shell supplies it; tests supply their own."""

    def __call__(self, address: str, body: bytes, *, key: str) -> Reply:
        """Put *body* at *address* once for each *key*."""
        ...


@dataclass(frozen=True, slots=True)
class Receipt:
    """Proof of sending, in the channel's own trace number. X12: TRN02."""

    packet: str
    trace: str
    at: datetime
