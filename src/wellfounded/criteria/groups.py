"""Groups of criteria by name ("GROUP A", "PATHWAY 1: Myocarditis"): items of what stands over them, and how joined."""

import re
from collections import defaultdict
from dataclasses import replace
from itertools import pairwise

from wellfounded.criteria import connectors
from wellfounded.criteria.block import Block
from wellfounded.criteria.marks import Mark, readings

_WAYS = r"group|option|path(?:way)?|track|route|arm|set|scenario|alternative|door|choice|avenue|case"
_NAME = re.compile(
    rf"(?:(?:the\s+)?(?P<way>{_WAYS})|category|list|block|box|column|part)\s+(?P<n>[A-Z]|\d{{1,2}}|[IVX]{{1,4}}|one|two"
    r"|three|four|five)\b\s*(?P<end>$|[:.(\u2013\u2014-]+\s*(?P<title>.*)$|\s(?=\())",
    re.IGNORECASE,
)
_SPOKEN = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5"}
_TITLE = 9  # words; a longer line is no name
WAY = "way "  # opens the style of a mark that names a way


def grouped(held: list[Block]) -> list[Block]:
    """Read such a name alone on a line as an item: of the lead-in it stands under, or of a series of such names."""
    found: list[Block] = []
    led = False
    named = _series(held)
    for at, block in enumerate(held):
        name = _name(block)
        if name and (led or at in named):
            found.append(replace(block, kind="item", mark=_mark(name)))
            continue
        found.append(block)
        if block.kind in {"heading", "para"} or block.mark is None or block.mark.bullet is False:
            led = block.text.endswith(":") or _leads(block.text)
    return found


def _leads(text: str) -> bool:
    lead = connectors.lead(text)
    return bool(lead and lead.said and len(text) - lead.end < 40)


def _name(block: Block) -> re.Match[str] | None:
    if block.kind not in {"heading", "para"} or len(block.text.split()) > _TITLE:
        return None
    name = _NAME.match(block.text)
    return None if name is None or re.search(r"[.;]$", block.text) else name


def _mark(name: re.Match[str]) -> Mark:
    label = _SPOKEN.get(name["n"].lower(), name["n"])
    kind = WAY if name["way"] else ""
    return Mark(label, tuple((f"named {kind}{style}", value) for style, value in readings(label)))


def _series(held: list[Block]) -> set[int]:
    """Give the places of names of ways that count up from the first, each with items behind it."""
    places: dict[str, list[tuple[int, Mark]]] = defaultdict(list)
    for at, block in enumerate(held[:-1]):
        name = _name(block)
        if name and name["way"] and held[at + 1].kind in {"item", "para"}:
            places[name["way"].lower()].append((at, _mark(name)))
    return {
        at
        for ones in places.values()
        if len(ones) > 1 and all(_next(a, b) for (_, a), (_, b) in pairwise(ones))
        for at, _ in ones
    }


def _next(one: Mark, two: Mark) -> bool:
    return any((style, value + 1) in two.readings for style, value in one.readings)
