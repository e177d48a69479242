"""Names of several words found in a text by their first word: one look-up a word, however many names there are."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Generic, NamedTuple, TypeVar

TOKEN = re.compile(r"[A-Za-z0-9]+")

T = TypeVar("T")


class Word(NamedTuple):
    """One word of a text, in lower case and as it stands, and where."""

    lower: str
    start: int
    end: int
    raw: str


@lru_cache(maxsize=8)
def words(text: str) -> list[Word]:
    """Give the words of *text*; what joins them (hyphens, slashes, spaces) does not count.

    The last few are kept, for a chart is asked of its words several times.
    """
    return [Word(match[0].lower(), match.start(), match.end(), match[0]) for match in TOKEN.finditer(text)]


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
        at = 0
        while at < len(found):
            for parts, meant, capitals in self.held.get(found[at].lower, ()):
                end = at + len(parts)
                stands = tuple(word.lower for word in found[at:end]) == parts
                if stands and _close(text, found[at:end]) and not (capitals and not found[at].raw.isupper()):
                    yield meant, found[at].start, found[end - 1].end
                    at = end - 1
                    break
            at += 1


def _close(text: str, run: list[Word]) -> bool:
    """Whether the words of a name stand together: no full stop, comma or line of blanks between them."""
    return all(_JOINT.fullmatch(text, left.end, right.start) for left, right in pairwise(run))


_JOINT = re.compile(r"[\s\-/'.()+]{1,3}")
