"""From words with places to lines in reading order: columns by XY-cut, table rows kept whole, indentation kept."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from wellfounded.wire.columns import split
from wellfounded.wire.words import Word

INDENT = 5.0  # points for one leading space: about half an em of body text, the width of a typewriter's letter
CELL = "  "  # between the cells of a row; one space is never a cell border
MARK = re.compile(
    r"[\W_]|o|\(?(?:[A-Za-z]|\d{1,3}|[ivxlIVXL]{1,5})(?:[.):\]]|(?:\.\d+)+\.?)"
)  # bullet or number of an item
WIDE = 0.95  # em; a gap wider than this between words starts a new cell (justified lines stay under it)


@dataclass(slots=True)
class Segment:
    """Words that stand side by side on one baseline with no wide gap: a line of a column or a cell of a table."""

    words: list[Word]
    x0: float
    x1: float
    y: float
    size: float

    def add(self, other: "Segment") -> None:
        """Take in a neighbour; the larger type keeps the baseline, so that a superscript does not move it."""
        self.words += other.words
        if other.size > self.size:
            self.y, self.size = other.y, other.size
        self.x0, self.x1 = min(self.x0, other.x0), max(self.x1, other.x1)


@dataclass(slots=True)
class Row:
    """Segments on one baseline, left to right."""

    cells: list[Segment]
    y: float
    size: float
    breaks: bool = field(default=False)  # a blank line stands before it

    @property
    def x0(self) -> float:
        """Give the left edge."""
        return self.cells[0].x0


def arrange(words: Sequence[Word]) -> list[Row]:
    """Give the rows of a page in the order a person reads them."""
    rows = [row for flow in split(segments(words)) for row in _rows(flow)]
    _mark_breaks(rows)
    return rows


def write(rows: Sequence[Row], margin: float) -> Iterator[tuple[str, Word | None]]:
    """Give the text piece by piece, each word with the piece it makes; *margin* is where indentation counts from."""
    for row in rows:
        if row.breaks:
            yield "\n", None
        yield " " * max(0, round((row.x0 - margin) / INDENT)), None
        for at, cell in enumerate(row.cells):
            if at:
                yield CELL if at > 1 or not MARK.fullmatch(row.cells[0].words[0].text) else " ", None
            for word_at, word in enumerate(cell.words):
                if word_at:
                    yield " ", None
                yield word.text, word
        yield "\n", None


def segments(words: Sequence[Word]) -> list[Segment]:
    """Join words that follow each other on a baseline, first as the file orders them, then by place alone."""
    runs: list[Segment] = []
    for word in words:
        new = Segment([word], word.x0, word.x1, word.y, word.size)
        if runs and _follows(runs[-1], new, 0.45):
            runs[-1].add(new)
        else:
            runs.append(new)
    runs.sort(key=lambda run: (run.y, run.x0))
    joined: list[Segment] = []
    for run in runs:
        for earlier in reversed(joined[-12:]):
            if _follows(earlier, run, 0.12):
                earlier.add(run)
                break
            if _follows(run, earlier, 0.12):
                run.add(earlier)
                joined[joined.index(earlier)] = run
                break
        else:
            joined.append(run)
    return joined


def _follows(left: Segment, right: Segment, tolerance: float) -> bool:
    em = max(left.size, right.size)
    return abs(left.y - right.y) <= tolerance * em and -0.5 * em <= right.x0 - left.x1 <= WIDE * em


def _rows(flow: Sequence[Segment]) -> list[Row]:
    rows: list[Row] = []
    for segment in sorted(flow, key=lambda one: one.y):
        if rows and segment.y - rows[-1].y <= 0.4 * min(segment.size, rows[-1].size):
            rows[-1].cells.append(segment)
        else:
            rows.append(Row([segment], segment.y, segment.size))
    for row in rows:
        row.cells.sort(key=lambda one: one.x0)
    return rows


def _mark_breaks(rows: Sequence[Row]) -> None:
    pairs = list(pairwise(rows))
    ratios = [(b.y - a.y) / max(a.size, b.size) for a, b in pairs if b.y > a.y]
    if not ratios:
        return
    usual = sorted(ratios)[len(ratios) // 4]
    for before, after in pairs:
        gap = (after.y - before.y) / max(before.size, after.size)
        after.breaks = gap < 0 or gap > 1.25 * max(usual, 1.0)


def margin(rows: Sequence[Row]) -> float:
    """Give the left edge of a page's text, in points."""
    return min((row.x0 for row in rows), default=0.0)


def body_size(rows: Sequence[Row]) -> float:
    """Give the size most of a page is set in."""
    return median([row.size for row in rows]) if rows else 10.0
