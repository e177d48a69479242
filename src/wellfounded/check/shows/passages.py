"""Where the notes speak of a treatment: the words that follow each mention, up to the next treatment."""

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

from wellfounded.check.says.agents import Named

REACH = 420  # characters of a note that may still speak of a treatment it names
PARAGRAPH = re.compile(r"\n[ \t]*\n|\f")
SENTENCE = re.compile(r"(?<=[.;!?])\s|\n[ \t]*\n|\n(?=\s*[-*\u2022]\s)|\f")
AMOUNT = re.compile(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve)\b")
OF = re.compile(
    r"[\d.]+\s*\w+\s+(?:\w+\s+)?of\s*$|\b(?:weeks?|months?|years?|sessions?|doses|visits|cycles|treatments"
    r"|infusions|injections)\s+(?:trial\s+|course\s+)?(?:of|on)\s*$"
)


class Passage(NamedTuple):
    """Two stretches of a note about one treatment: what follows its name, and the sentences around it."""

    after: str
    around: str


def passages(text: str, named: Iterable[Named]) -> dict[str, list[Passage]]:
    """Give the passages of *text* (line breaks kept) by ingredient."""
    found = tuple(named)
    held: dict[str, list[Passage]] = defaultdict(list)
    for n, name in enumerate(found):
        start, end = name.span
        stops = _stops(found, n, end + REACH)
        limit = PARAGRAPH.search(text, end)
        last = min(limit.start() if limit else len(text), end + REACH)
        after = text[end : min([*stops[:1], last])]
        if not AMOUNT.search(after):  # "sertraline and venlafaxine, each for 8 weeks"
            after = text[end : min([*stops[1:2], last])]
        before = text[max(0, start - 60) : start]
        lead = before if OF.search(before) else ""
        held[name.ingredient].append(
            Passage(f"{lead} | {after}", text[_opens(text, start) : _closes(text, end, stops)])
        )
    return held


def _stops(found: tuple[Named, ...], n: int, limit: int) -> list[int]:
    """Where the treatments after the one numbered *n* are named, up to *limit*; its own names do not count."""
    stops = []
    for other in islice(found, n + 1, None):
        if other.span[0] > limit:
            break
        if other.ingredient != found[n].ingredient:
            stops.append(other.span[0])
    return stops


def _opens(text: str, at: int) -> int:
    ends = [match.end() for match in SENTENCE.finditer(text, max(0, at - 300), at)]
    return ends[-1] if ends else max(0, at - 300)


def _closes(text: str, at: int, stops: list[int]) -> int:
    """Where the sentence after the one that holds *at* ends, or before it where that one names another treatment."""
    ends = [match.start() for match in SENTENCE.finditer(text, at, min(len(text), at + REACH))]
    first = ends[0] if ends else min(len(text), at + REACH)
    second = ends[1] if len(ends) > 1 else first
    return first if any(first < stop < second for stop in stops) else second
