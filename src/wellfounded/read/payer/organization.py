"""A candidate for an organization's name, and where such a name ends in running text."""

import re
from dataclasses import dataclass

_WORD = r"(?:[A-ZÄÖÜ][\w&'/.+-]*|\d{1,5}(?=\s+[A-Z])|[a-z]{1,3}[A-Z]\w+|&)"
NAME = re.compile(
    rf"(?:the\s+)?({_WORD}(?:,\s+(?:Inc|LLC|Ltd|Corp)\b\.?|\s+(?:(?:of|and|for|the|de|der|und)\s+)*{_WORD}){{0,8}})"
)
TAIL = re.compile(r"(?:\s+(?:of|and|&|for|the|de|der|und))+$|[.,;'-]+$")
SENTENCE_END = re.compile(r"(?<!Inc)(?<!Ltd)(?<!Corp)(?<!Co)\.\s")


@dataclass(frozen=True, slots=True)
class Name:
    """A candidate and how surely it names an organization that decides."""

    start: int
    end: int
    text: str
    weight: float


def paragraph_end(text: str, start: int) -> int:
    """Give where the paragraph that holds *start* ends: no name runs over a blank line."""
    found = BLANK.search(text, start)
    return found.start() if found else len(text)


BLANK = re.compile(r"\n[ \t]*\n")


def same(one: str, other: str) -> bool:
    """Whether two names are one: either holds the other, or both open with the same word."""
    a, b = one.lower(), other.lower()
    return a in b or b in a or a.split()[0] == b.split()[0]
