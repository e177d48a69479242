"""Rows of tables whose cells hold several lines: each cell read whole, and the row kept on one line."""

import re
from collections.abc import Sequence
from itertools import pairwise

from wellfounded.wire.words import Box, Row, Segment, by_column, segment

MARK = re.compile(r"[^\w\s(]|_|o|\(?(?:[A-Za-z]|\d{1,3}|[ivxlIVXL]{1,5})(?:[.):\]]|(?:\.\d+)+\.?)")  # item mark
TALL = 300.0  # points; a band higher than this with no upright rules is a page frame and no row


def cut(segments: Sequence[Segment], uprights: Sequence[Box]) -> list[Segment]:
    """Part the words on either side of an upright rule, however close they stand."""
    found: list[Segment] = []
    for one in segments:
        places = sorted(
            rule.x0 for rule in uprights if rule.y0 <= one.y - 0.2 * one.size <= rule.y1 and one.x0 < rule.x0 < one.x1
        )
        words = one.words
        for x in places:
            left = [word for word in words if word.x0 < x]
            words = [word for word in words if word.x0 >= x]
            found += [segment(left)] if left else []
        found += ([segment(words)] if words else []) if places else [one]
    return found


def fold_ruled(items: list[Segment], levels: Sequence[Box], uprights: Sequence[Box]) -> list[Segment]:
    """Fold each row between two level rules whose cells wrap into one segment that holds the row."""
    for group in _tables(levels):
        for top, bottom in pairwise(group):
            inside = [one for one in items if _within(one, top, bottom)]
            walls = sorted(
                rule.x0
                for rule in uprights
                if rule.y0 <= top.y0 + 3 and rule.y1 >= bottom.y0 - 3 and top.x0 - 3 <= rule.x0 <= top.x1 + 3
            )
            framed = len(walls) > 2 or (len(group) > 2 and bottom.y0 - top.y0 < TALL)
            row = fold(inside, walls[1:-1], top.x1, ruled=True) if framed else None
            if row is None and len(walls) > 2 and len({one.y for one in inside}) == 1 < len(inside):
                cells = sorted(inside, key=lambda one: one.x0)
                one = cells[0]
                row = Segment([], one.x0, cells[-1].x1, one.y, one.size, [Row(cells, one.y, one.size)])
            if row is not None:
                gone = {id(one) for one in inside}
                items = [*(one for one in items if id(one) not in gone), row]
    return items


def fold_unruled(items: list[Segment], levels: Sequence[Box]) -> list[Segment]:
    """Fold each row of a table without rules, told by white above and below and by cells that wrap."""
    ordered = sorted(items, key=lambda one: one.y)
    gaps = sorted(b.y - a.y for a, b in pairwise(ordered) if b.y - a.y > 0.5 * a.size)
    if not gaps:
        return items
    usual = gaps[len(gaps) // 4]
    bands: list[list[Segment]] = [[]]
    for one in ordered:
        last = bands[-1][-1] if bands[-1] else one
        if (
            last.rows
            or one.rows
            or one.y - last.y > 1.25 * usual
            or any(last.y < rule.y0 < one.y and rule.x0 < one.x1 for rule in levels)
        ):
            bands.append([])
        bands[-1].append(one)
    found: list[Segment] = []
    for band in bands:
        row = fold(band, (), max(one.x1 for one in band)) if len(band) > 3 else None
        found += band if row is None else [row]
    return found


def fold(inside: Sequence[Segment], walls: Sequence[float], right: float, *, ruled: bool = False) -> Segment | None:
    """Give the one segment for a row of cells, or none where its lines are rows of their own.

    *walls* are upright rules between the cells; *ruled* says that level rules stand above and below the row.
    """
    cells = [_lines(cell) for cell in _cells(inside, walls)]
    several = [cell for cell in cells if len(cell) > 1]
    if len(cells) < 2 or len(several) < (1 if walls or ruled else 2):
        return None
    inner = any(len(line) > 1 for cell in cells for line in cell)  # a cell with columns of its own is a table in it
    if not inner and _is_prose([[line[0] for line in cell] for cell in cells], walls, right, ruled=ruled):
        rows = [Row([segment([word for line in cell for word in line[0].words]) for cell in cells], 0.0, 0.0)]
    elif (
        walls
        and (len(several) > 1 or _is_list(several[0]))
        and (inner or not _aligned([[line[0] for line in cell] for cell in cells]))
    ):
        rows = [
            Row(line, line[0].y, line[0].size, edge=min(one.x0 for part in cell for one in part))
            for cell in cells
            for line in cell
        ]
    else:
        return None
    top, size = min(one.y for one in inside), max(one.size for one in inside)
    rows[0].y, rows[0].size = top, size
    return Segment([], min(one.x0 for one in inside), max(one.x1 for one in inside), top, size, rows)


def _is_prose(cells: Sequence[Sequence[Segment]], walls: Sequence[float], right: float, *, ruled: bool) -> bool:
    """Whether the lines of the cells go on one into the next, so that each cell is one text."""
    after = [min(one.x0 for one in cell) - 8 for cell in cells[1:]]
    ends = [*(walls if len(walls) == len(cells) - 1 else after), right]
    pairs = [_wraps(a, b, end) for cell, end in zip(cells, ends, strict=True) for a, b in pairwise(cell)]
    return sum(pairs) >= 0.6 * len(pairs) and (_goes_on(cells) or (ruled and not _aligned(cells)))


def _is_list(cell: Sequence[Sequence[Segment]]) -> bool:
    return any(MARK.fullmatch(line[0].words[0].text) for line in cell[1:])


def _lines(cell: Sequence[Segment]) -> list[list[Segment]]:
    """Group the segments of a cell by baseline."""
    found: list[list[Segment]] = []
    for one in cell:
        if found and one.y - found[-1][0].y <= 0.4 * one.size:
            found[-1].append(one)
        else:
            found.append([one])
    return [sorted(line, key=lambda one: one.x0) for line in found]


def _wraps(line: Segment, following: Segment, end: float) -> bool:
    """Whether *following* goes on with the sentence of *line*: its first word had no room left before *end*."""
    word = following.words[0]
    if MARK.fullmatch(word.text):
        return False
    return line.x1 + 0.25 * line.size + (word.x1 - word.x0) > end - 0.4 * line.size


def _goes_on(cells: Sequence[Sequence[Segment]]) -> bool:
    """Whether lines go on in mid-sentence: many begin with a small letter, and lines hold several words."""
    later = [line for cell in cells for line in cell[1:]]
    small = sum(line.words[0].text[0].islower() for line in later)
    most = max(sum(len(line.words) for line in cell) / len(cell) for cell in cells)
    return small >= 0.25 * len(later) and most >= 3


def _aligned(cells: Sequence[Sequence[Segment]]) -> bool:
    """Whether the cells' lines stand on common baselines, in like number: rows of their own, with no rules between."""
    fewest, most = min(map(len, cells)), max(map(len, cells))
    tops = [one.y for one in max(cells, key=len)]
    size = cells[0][0].size
    same = sum(any(abs(one.y - y) < 0.25 * size for y in tops) for cell in cells for one in cell)
    return 2 * fewest >= most and same >= 0.8 * sum(map(len, cells))


def _cells(inside: Sequence[Segment], walls: Sequence[float]) -> list[list[Segment]]:
    """Group the segments of a row by column, each column from top to bottom."""
    if not walls:
        return by_column(inside)
    columns: dict[int, list[Segment]] = {}
    for one in inside:
        columns.setdefault(sum(wall <= one.x0 + 1 for wall in walls), []).append(one)
    return [sorted(columns[at], key=lambda one: (one.y, one.x0)) for at in sorted(columns)]


def _within(one: Segment, top: Box, bottom: Box) -> bool:
    middle = one.y - 0.3 * one.size
    return not one.rows and top.y0 < middle < bottom.y0 and top.x0 - 3 <= one.x0 and one.x1 <= top.x1 + 3


def _tables(levels: Sequence[Box]) -> list[list[Box]]:
    """Group level rules of the same left and right end, top to bottom; fewer than two make no table."""
    groups: list[list[Box]] = []
    for rule in sorted(levels, key=lambda one: one.y0):
        for group in groups:
            if abs(group[0].x0 - rule.x0) < 6 and abs(group[0].x1 - rule.x1) < 6:
                group.append(rule)
                break
        else:
            groups.append([rule])
    return [group for group in groups if len(group) > 1]
