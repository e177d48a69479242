"""Names of several words found in a text by their first word: one look-up a word, however many names there are."""

import re
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from sys import intern
from typing import Generic, TypeVar

TOKEN = re.compile(r"[A-Za-z0-9]+")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in lower case, and where each begins and ends.

    Three lists and no object a word: a chart of 2,000 pages has half a million words, and took 130 MB as tuples.
    """

    lower: list[str]
    starts: "array[int]"
    ends: "array[int]"


@lru_cache(maxsize=8)
def words(text: str) -> Words:
    """Give the words of *text*; what joins them (hyphens, slashes, spaces) does not count.

    The last few are kept, for a chart is asked of its words several times.
    """
    found = Words([], array("L"), array("L"))
    for match in TOKEN.finditer(text):
        found.lower.append(intern(match[0].lower()))
        found.starts.append(match.start())
        found.ends.append(match.end())
    return found


@dataclass(frozen=True, slots=True)
class Phrasebook(Generic[T]):
    """Names by their first word, the longest first, each with what it means and whether it must stand in capitals."""

    held: dict[str, tuple[tuple[tuple[str, ...], T, bool], ...]]

    @classmethod
    def of(cls, names: Iterable[tuple[str, T]]) -> "Phrasebook[T]":
        """Index *names*; of two that read alike the first is kept. `CAT` must stand in capitals, `Mayo` need not."""
        held: dict[str, dict[tuple[str, ...], tuple[T, bool]]] = {}
        for name, meant in names:
            parts = tuple(TOKEN.findall(name.lower()))
            if parts:
                held.setdefault(parts[0], {}).setdefault(parts, (meant, name.isupper() and len(name) < 6))
        return cls(
            {
                first: tuple((parts, *what) for parts, what in sorted(each.items(), key=lambda item: -len(item[0])))
                for first, each in held.items()
            }
        )

    def find(self, text: str) -> Iterator[tuple[T, int, int]]:
        """Give what each name in *text* means with where it begins and ends; the longest name at a place wins."""
        found = words(text)
        lower, at = found.lower, 0
        while at < len(lower):
            for parts, meant, capitals in self.held.get(lower[at], ()):
                end = at + len(parts)
                if tuple(lower[at:end]) == parts and _close(text, found, at, end):
                    start, stop = found.starts[at], found.ends[end - 1]
                    if not capitals or text[start : found.ends[at]].isupper():
                        yield meant, start, stop
                        at = end - 1
                        break
            at += 1


def _close(text: str, found: Words, at: int, end: int) -> bool:
    """Whether the words of a name stand together: no full stop, comma or line of blanks between them."""
    return all(_JOINT.fullmatch(text, found.ends[n], found.starts[n + 1]) for n in range(at, end - 1))


_JOINT = re.compile(r"[\s\-/'.()+]{1,3}")
