"""Where a page has columns: an XY-cut that tells running text side by side from the cells of a table."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

LINES = 4  # a column has at least this many lines
GUTTER = 0.8  # em; the least white between columns


class Placed(Protocol):
    """Anything with a left and right edge, a baseline and a size."""

    x0: float
    x1: float
    y: float
    size: float


P = TypeVar("P", bound=Placed)


def split(items: Sequence[P]) -> list[list[P]]:
    """Give the flows of a region in reading order: above, left column, right column, below."""
    best: tuple[float, list[P], list[P], float, float] | None = None
    for edge in _edges(items):
        for left, right in _bands(items, edge):
            area = float(len(left) + len(right))
            if (best is None or area > best[0]) and _is_columns(left, right):
                ys = [one.y for one in (*left, *right)]
                best = (area, left, right, min(ys), max(ys))
    if best is None:
        return [list(items)] if items else []
    _, left, right, top, bottom = best
    inside = {id(one) for one in (*left, *right)}
    rest = [one for one in items if id(one) not in inside]
    above = [one for one in rest if one.y < (top + bottom) / 2]
    below = [one for one in rest if one.y >= (top + bottom) / 2]
    return [*split(above), *split(left), *split(right), *split(below)]


def _edges(items: Sequence[P]) -> list[float]:
    """Give the left edges that several lines share and that have something to their left."""
    leftmost = min((one.x0 for one in items), default=0.0)
    edges: list[list[float]] = []
    for x0 in sorted(one.x0 for one in items if one.x0 > leftmost + 60):
        if edges and x0 - edges[-1][0] <= 4:
            edges[-1].append(x0)
        else:
            edges.append([x0])
    return [group[0] for group in edges if len(group) >= LINES]


def _bands(items: Sequence[P], edge: float) -> list[tuple[list[P], list[P]]]:
    """Cut the region where a line crosses *edge*; give what stands left and right of it between the cuts."""
    bands: list[tuple[list[P], list[P]]] = [([], [])]
    for one in sorted(items, key=lambda item: item.y):
        if one.x1 <= edge - GUTTER * one.size / 2:
            bands[-1][0].append(one)
        elif one.x0 >= edge - 0.5:
            bands[-1][1].append(one)
        else:
            bands.append(([], []))
    return [band for band in bands if band[0] and band[1]]


def _is_columns(left: Sequence[P], right: Sequence[P]) -> bool:
    return _runs(left) and _runs(right)


def _runs(side: Sequence[P]) -> bool:
    """Whether these lines are running text: several, long, and most of them filling the column's width."""
    if len(side) < LINES:
        return False
    x0, x1 = min(one.x0 for one in side), max(one.x1 for one in side)
    size = sorted(one.size for one in side)[len(side) // 2]
    if x1 - x0 < 12 * size:
        return False
    full = sum(one.x1 - one.x0 >= 0.7 * (x1 - x0) for one in side)
    return full >= 0.45 * len(side)
