"""Where a page has columns: an XY-cut that tells text side by side from the cells of a table."""

from bisect import bisect
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from wellfounded.wire.words import Segment, by_column

LINES = 4  # a column of running text has at least this many lines
GUTTER = 0.8  # em; the least white between columns
APART = 1.9  # em; a line this far from the rest is a heading or a footer and no line of the column
CLOSE = 2.2  # em; the lines of one block stand closer than this
SHORT = 15  # lines; a block that is not running text (an address, a box of dates) has no more
EDGES = 16  # places to try; a page with more left edges is a table, and its commonest edges are enough


class Flow(NamedTuple):
    """Segments read from top to bottom, and the left edge their indentation counts from (none: the page's)."""

    items: list[Segment]
    edge: float | None


def split(items: Sequence[Segment], edge: float | None = None) -> list[Flow]:
    """Give the flows of a region in reading order: above, left column, right column, below."""
    best: tuple[list[Segment], list[Segment]] | None = None
    ordered = sorted(items, key=lambda one: one.y)
    for at in _edges(ordered):
        for left, right in _bands(ordered, at):
            size = len(left) + len(right)
            if (best is None or size > len(best[0]) + len(best[1])) and _is_columns(left, right):
                best = left, right
    if best is None:
        return [Flow(ordered, edge)] if items else []
    left, right = best
    inside = {id(one) for side in best for one in side}
    middle = sorted(one.y for side in best for one in side)
    rest = [one for one in ordered if id(one) not in inside]
    above = [one for one in rest if one.y <= middle[len(middle) // 2]]
    below = [one for one in rest if one.y > middle[len(middle) // 2]]
    sides = [flow for side in best for flow in split(side, min(one.x0 for one in side))]
    return [*split(above, edge), *sides, *split(below, edge)]


def _edges(items: Sequence[Segment]) -> list[float]:
    """Give the left edges that have something to their left, each once."""
    first_end = min((one.x1 + GUTTER * one.size for one in items), default=0.0)
    groups: list[list[float]] = []
    for x0 in sorted(one.x0 for one in items if one.x0 >= first_end):
        if not groups or x0 - groups[-1][-1] > 3:
            groups.append([x0])
        else:
            groups[-1].append(x0)
    if len(groups) > EDGES:
        groups = sorted(groups, key=len, reverse=True)[:EDGES]
    return sorted(group[0] for group in groups)


def _bands(items: Sequence[Segment], edge: float) -> Iterator[tuple[list[Segment], list[Segment]]]:
    """Cut the region where a line crosses *edge*; give what stands left and right of it between the cuts."""
    crossing = [one for one in items if one.x1 > edge - GUTTER * one.size and one.x0 < edge - 0.5]
    heights = sorted(one.y for one in crossing)
    bands: dict[int, tuple[list[Segment], list[Segment]]] = {}
    for one in items:
        at = bisect(heights, one.y)
        beside = any(abs(y - one.y) < 0.5 * one.size for y in heights[max(0, at - 1) : at + 1])  # part of that line
        if not beside:
            bands.setdefault(at, ([], []))[one.x0 >= edge - 0.5].append(one)
    for left, right in bands.values():
        yield from _parts(left, right)


def _parts(left: list[Segment], right: list[Segment]) -> Iterator[tuple[list[Segment], list[Segment]]]:
    """Give a band without its running head and foot, then the parts that white across both sides makes of it."""
    if len(left) < 2 or len(right) < 2:
        return
    sides = {id(one): 0 for one in left} | {id(one): 1 for one in right}
    parts: list[list[Segment]] = [[]]
    for one in sorted([*left, *right], key=lambda item: item.y):
        last = parts[-1][-1] if parts[-1] else one
        if one.y - last.y > APART * max(one.size, last.size):
            parts.append([])
        parts[-1].append(one)
    body = [*parts]
    for end in (0, -1):
        if len(body) > 1 and len(body[end]) <= 4:
            del body[end]
    for chosen in ([one for part in body for one in part], *parts):
        pair: tuple[list[Segment], list[Segment]] = ([], [])
        for one in chosen:
            pair[sides[id(one)]].append(one)
        if len(pair[0]) > 1 and len(pair[1]) > 1:
            yield pair


def _is_columns(left: Sequence[Segment], right: Sequence[Segment]) -> bool:
    if _rows_agree(left, right):
        return False
    if _runs(left) and _runs(right):
        return True
    return _is_block(left) and _is_block(right) and not _parted([*left, *right]) and _drifts(left, right)


def _runs(side: Sequence[Segment]) -> bool:
    """Whether most lines are running text: of one left edge, filling its width, going on in mid-sentence."""
    groups: dict[int, list[Segment]] = {}
    for one in side:
        groups.setdefault(round(one.x0 / 6), []).append(one)
    size = sorted(one.size for one in side)[len(side) // 2]
    running = 0
    for lines in groups.values():
        width = max(one.x1 - one.x0 for one in lines)
        full = sum(one.x1 - one.x0 >= 0.7 * width for one in lines)
        small = sum(one.words[0].text[0].islower() for one in lines if one.words)
        if len(lines) >= LINES and width >= 12 * size and full >= 0.45 * len(lines) and 4 * small >= len(lines):
            running += len(lines)
    return running >= max(LINES - 1, 0.5 * len(side))


def _is_block(side: Sequence[Segment]) -> bool:
    """Whether these are a few lines close under one another, one segment each, as in an address or a box of dates."""
    gaps = [(b.y - a.y) / a.size for a, b in pairwise(side)]
    return len(side) <= SHORT and min(gaps) > 0.5 and sum(gap <= CLOSE for gap in gaps) >= 0.6 * len(gaps)


def _parted(items: list[Segment]) -> bool:
    """Whether white runs across both sides: then each part is a pair of blocks of its own."""
    items.sort(key=lambda one: one.y)
    return any(two.y - one.y > APART * max(one.size, two.size) for one, two in pairwise(items))


def _drifts(left: Sequence[Segment], right: Sequence[Segment]) -> bool:
    """Whether the baselines of two sides do not keep step, so that they are no rows of one table."""
    fewer, more = sorted((left, right), key=len)
    size = max(fewer[0].size, more[0].size)
    nearest = [min((other.y - one.y for other in more), key=abs) / size for one in fewer]
    return max(nearest) - min(nearest) > 0.2


def _rows_agree(left: Sequence[Segment], right: Sequence[Segment]) -> bool:
    """Whether both sides begin anew at the same heights: rows of a table whose cells hold several lines each."""
    fewer, more = sorted((_starts(left), _starts(right)), key=len)
    if not fewer:
        return False
    size = left[0].size
    same = sum(any(abs(y - other) <= 0.3 * size for other in more) for y in fewer)
    few = len(left) + len(right) <= SHORT  # in a short region one common start is enough
    return same >= 0.6 * len(more) and (same > 1 or few)


def _starts(side: Sequence[Segment]) -> list[float]:
    """Give the baselines that follow a gap wider than the usual one of their column."""
    found: list[float] = []
    for column in by_column(side):
        lines = [one.y for at, one in enumerate(column) if not at or one.y - column[at - 1].y > 0.3 * one.size]
        gaps = sorted(b - a for a, b in pairwise(lines))
        found += [b for a, b in pairwise(lines) if b - a > 1.25 * gaps[len(gaps) // 3]]
    found.sort()
    return [y for at, y in enumerate(found) if not at or y - found[at - 1] > 0.3 * side[0].size]
