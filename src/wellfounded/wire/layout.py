"""From words with places to lines in reading order: columns apart, table rows whole, indentation kept."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from wellfounded.wire.columns import Flow, split
from wellfounded.wire.rules import sorted_rules
from wellfounded.wire.tables import MARK, cut, fold_ruled, fold_unruled
from wellfounded.wire.words import Box, Row, Segment, Word

INDENT = 5.0  # points for one leading space: about half an em of body text, the width of a typewriter's letter
CELL = "  "  # between the cells of a row; one space is never a cell border
TABLE = 2.6  # em; rows of a table may stand this far apart without a blank line between them
WIDE = 0.95  # em; a gap wider than this between words starts a new cell (justified lines stay under it)


def arrange(words: Sequence[Word], strokes: Sequence[Box] = ()) -> list[Row]:
    """Give the rows of a page in the order a person reads them. *strokes* are the straight lines drawn on it."""
    items = segments(words)
    if _is_simple(items):
        flows = [Flow(items, None)]
    else:
        level, upright = sorted_rules(strokes)
        flows = [
            Flow(fold_unruled(flow.items, level), flow.edge)
            for flow in split(fold_ruled(cut(items, upright), level, upright))
        ]
    rows: list[Row] = []
    usual = _usual([row for flow in flows for row in _rows(flow)])
    for flow in flows:
        part = _rows(flow)
        _mark_breaks(part, usual if len(part) < 5 else _usual(part))
        if rows and part:
            part[0].breaks = part[0].y < rows[-1].y or part[0].y - rows[-1].y > 1.25 * usual * part[0].size
        rows += part
    return rows


def write(rows: Sequence[Row], margin: float) -> Iterator[tuple[str, Word | None]]:
    """Give the text piece by piece, each word with the piece it makes; *margin* is where indentation counts from."""
    for row in rows:
        if row.breaks:
            yield "\n", None
        yield " " * max(0, round((row.x0 - (margin if row.edge is None else row.edge)) / INDENT)), None
        for at, cell in enumerate(row.cells):
            if at:
                yield " " if _leads(row.cells[at - 1], at) else CELL, None
            for word_at, word in enumerate(cell.words):
                if word_at:
                    yield " ", None
                yield word.text, word
        yield "\n", None


def boxes_of(rows: Sequence[Row], passages: Sequence[tuple[int, int]]) -> list[list[Box]]:
    """Give, for each of *passages*, its rectangles, one a line; a passage counts the visible characters of *rows*."""
    found: list[list[Box]] = [[] for _ in passages]
    lines = [-1] * len(passages)
    seen, line = 0, 0
    for piece, word in write(rows, 0.0):
        line += piece.count("\n") if word is None else 0
        if word is None:
            continue
        to = seen + len(piece)
        for n, (first, last) in enumerate(passages):
            if first < to and last > seen:
                start, end = max(first - seen, 0), min(last - seen, len(piece))
                box = _part(word, start, end, len(piece))
                same = line == lines[n] and abs(found[n][-1].y1 - box.y1) < word.size  # a folded cell has several
                found[n].append(_union(found[n].pop(), box) if same else box)
                lines[n] = line
        seen = to
    return found


def _part(word: Word, start: int, end: int, length: int) -> Box:
    width = (word.x1 - word.x0) / length
    return Box(word.x0 + start * width, word.y - 0.8 * word.size, word.x0 + end * width, word.y + 0.22 * word.size)


def _union(a: Box, b: Box) -> Box:
    return Box(min(a.x0, b.x0), min(a.y0, b.y0), max(a.x1, b.x1), max(a.y1, b.y1))


def margin(rows: Sequence[Row]) -> float:
    """Give the left edge of a page's text, in points."""
    return min((row.x0 if row.edge is None else row.edge for row in rows), default=0.0)


def segments(words: Sequence[Word]) -> list[Segment]:
    """Join words that follow each other on a baseline, first as the file orders them, then by place alone."""
    runs: list[Segment] = []
    last: Segment | None = None
    for word in words:
        if last is not None:
            em = max(word.size, last.size)
            if abs(last.y - word.y) <= 0.45 * em and -0.5 * em <= word.x0 - last.x1 <= WIDE * em:
                last.take(word)
                continue
        last = Segment([word], word.x0, word.x1, word.y, word.size)
        runs.append(last)
    runs.sort(key=lambda run: (run.y, run.x0))
    joined: list[Segment] = []
    for run in runs:
        for at in range(len(joined) - 1, max(-1, len(joined) - 13), -1):
            earlier = joined[at]
            if _follows(earlier, run, 0.12):
                earlier.add(run)
                break
            if _follows(run, earlier, 0.12):
                run.add(earlier)
                joined[at] = run
                break
        else:
            joined.append(run)
    return joined


def _leads(cell: Segment, at: int) -> bool:
    """Whether a cell is only a box to tick, or the mark of an item at the start of its row."""
    text = cell.words[0].text
    return len(cell.words) == 1 and (text in "☐☒☑" or (at == 1 and MARK.fullmatch(text) is not None))


def _follows(left: Segment, right: Segment, tolerance: float) -> bool:
    em = max(left.size, right.size)
    return abs(left.y - right.y) <= tolerance * em and -0.5 * em <= right.x0 - left.x1 <= WIDE * em


def _is_simple(items: Sequence[Segment]) -> bool:
    """Whether no two segments stand side by side, so that top to bottom is the order."""
    return all(b.y - a.y > 0.4 * min(a.size, b.size) for a, b in pairwise(items))


def _rows(flow: Flow) -> list[Row]:
    rows: list[Row] = []
    fixed = False
    for segment in sorted(flow.items, key=lambda one: one.y):
        if segment.rows:
            rows += segment.rows
        elif rows and not fixed and segment.y - rows[-1].y <= 0.4 * min(segment.size, rows[-1].size):
            rows[-1].cells.append(segment)
        else:
            rows.append(Row([segment], segment.y, segment.size))
        fixed = bool(segment.rows)
    for row in rows:
        row.cells.sort(key=lambda one: one.x0)
        row.edge = flow.edge if row.edge is None else row.edge
    return rows


def _usual(rows: Sequence[Row]) -> float:
    """Give the usual distance from line to line in em: the lower quartile, since the wider ones are paragraphs."""
    ratios = sorted((b.y - a.y) / max(a.size, b.size) for a, b in pairwise(rows) if b.y > a.y + 0.7 * b.size)
    return ratios[len(ratios) // 4] if ratios else 1.2


def _mark_breaks(rows: Sequence[Row], usual: float) -> None:
    for before, after in pairwise(rows):
        gap = (after.y - before.foot) / max(before.size, after.size)
        most = TABLE if len(before.cells) > 1 and len(after.cells) > 1 else 1.25 * max(usual, 1.0)
        after.breaks = after.y < before.y or gap > most
