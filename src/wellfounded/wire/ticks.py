"""Boxes to tick that are drawn or are fields of a form: written into the text as ☐ and ☒."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from wellfounded.wire.words import Box, Word

SMALLEST, LARGEST = 5.0, 16.0  # points; the side of a box to tick
SIGNS = frozenset("xX4✓✔✗✘☑☒☐■●3l\u00d7")  # how a tick comes out of the fonts that forms use


class Tick(NamedTuple):
    """A box on a page and whether it is ticked."""

    box: Box
    on: bool


def drawn_ticks(strokes: Sequence[Box]) -> Iterator[Tick]:
    """Find small squares among straight lines; a slanting line inside one is its tick."""
    tops: dict[tuple[int, int], list[float]] = {}
    sides: list[tuple[float, float, float]] = []
    slants: list[tuple[float, float]] = []
    for a0, b0, a1, b1 in strokes:
        x0, x1, y0, y1 = min(a0, a1), max(a0, a1), min(b0, b1), max(b0, b1)
        if y1 - y0 < 0.5 and SMALLEST <= x1 - x0 <= LARGEST:
            tops.setdefault((round(x0), round(x1)), []).append(y0)
        elif x1 - x0 < 0.5 and SMALLEST <= y1 - y0 <= LARGEST:
            sides.append((x0, y0, y1))
        elif x1 - x0 > 1.5 and y1 - y0 > 1.5 and x1 - x0 <= LARGEST:
            slants.append(((x0 + x1) / 2, (y0 + y1) / 2))
    for (x0, x1), heights in tops.items():
        done = float("-inf")
        for y0 in sorted(heights):
            y1 = next((y for y in heights if abs(y - y0 - (x1 - x0)) <= 2.5), y0)
            if y1 == y0 or y0 < done or not _closed(sides, x0, x1, y0, y1):
                continue
            done = y1
            inside = any(x0 - 1 < x < x1 + 1 and y0 - 1 < y < y1 + 1 for x, y in slants)
            yield Tick(Box(x0, y0, x1, y1), inside)


def _closed(sides: Sequence[tuple[float, float, float]], x0: float, x1: float, y0: float, y1: float) -> bool:
    return all(any(abs(x - at) < 2 and abs(a - y0) < 2 and abs(b - y1) < 2 for at, a, b in sides) for x in (x0, x1))


def with_ticks(words: Sequence[Word], ticks: Sequence[Tick]) -> list[Word]:
    """Put each box where it stands; a sign printed in it ticks it and is taken as its picture."""
    kept = list(words)
    for box, on in ticks:
        inside = [one for one in kept if one.text in SIGNS and _holds(box, one)]
        kept = [one for one in kept if one not in inside] if inside else kept
        ticked = on or any(one.text != "☐" for one in inside)
        size = box.y1 - box.y0
        beside = [one for one in kept if abs(one.y - box.y1) < size and 0 <= one.x0 - box.x1 < 3 * size]
        y = min(beside, key=lambda one: one.x0).y if beside else box.y1
        kept.append(Word("☒" if ticked else "☐", box.x0, box.x1, y, size))
    return kept


def _holds(box: Box, word: Word) -> bool:
    x, y = (word.x0 + word.x1) / 2, word.y - 0.35 * word.size
    return box.x0 - 1 <= x <= box.x1 + 1 and box.y0 - 2 <= y <= box.y1 + 2
