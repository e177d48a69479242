"""Variety without chance: which of several ways to say a thing, decided by the case and the place."""

import hashlib
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Voice:
    """One case's habits of speech: the same case speaks the same way each time, another case another way."""

    seed: str

    def pick(self, place: str, *ways: T) -> T:
        """Choose one of *ways* for *place*."""
        return ways[self._at(place) % len(ways)]

    def turn(self, place: str, n: int, *ways: T) -> T:
        """Choose the *n*th of *ways* for *place*, from a starting point of the case's own: neighbours differ."""
        return ways[(self._at(place) + n) % len(ways)]

    def _at(self, place: str) -> int:
        return int.from_bytes(hashlib.sha256(f"{self.seed}|{place}".encode()).digest()[:4], "big")
