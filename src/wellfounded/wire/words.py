"""Words on a page with their places, and the lines and blocks that layout makes of them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple


class Word(NamedTuple):
    """A run of characters without white space. Places are points from the page's upper left corner."""

    text: str
    x0: float
    x1: float
    y: float  # the baseline
    size: float  # of the font
    first: int = -1  # index of its first character in the page's own count
    last: int = -1  # index of its last character
    confidence: float = 1.0


class Box(NamedTuple):
    """A rectangle on a page, in points from the page's upper left corner."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(slots=True)
class Segment:
    """Words that stand side by side on one baseline with no wide gap: a line of a column or a cell of a table.

    *rows* holds what was laid out already, where the segment stands for a whole row of a table.
    """

    words: list[Word]
    x0: float
    x1: float
    y: float
    size: float
    rows: list["Row"] = field(default_factory=list)

    def take(self, word: Word) -> None:
        """Take in a word that follows; the larger type keeps the baseline, so that a superscript does not move it."""
        self.words.append(word)
        if word.size > self.size:
            self.y, self.size = word.y, word.size
        self.x1 = max(self.x1, word.x1)
        self.x0 = min(self.x0, word.x0)

    def add(self, other: "Segment") -> None:
        """Take in a neighbour, as `take` does a word."""
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
    breaks: bool = False  # a blank line stands before it
    edge: float | None = None  # of its column, where indentation counts from the column and not from the page

    @property
    def x0(self) -> float:
        """Give the left edge."""
        return self.cells[0].x0

    @property
    def foot(self) -> float:
        """Give the lowest baseline: a cell may hold several lines."""
        return max(word.y for cell in self.cells for word in cell.words)


def segment(words: list[Word]) -> Segment:
    """Give the segment of words that are in order."""
    size = max(word.size for word in words)
    base = next(word.y for word in words if word.size == size)
    return Segment(words, min(word.x0 for word in words), max(word.x1 for word in words), base, size)


def by_column(items: Iterable[Segment]) -> list[list[Segment]]:
    """Group segments by the white that runs between them from top to bottom; each column from top to bottom."""
    columns: list[list[Segment]] = []
    end = float("-inf")
    for one in sorted(items, key=lambda item: item.x0):
        if one.x0 > end + 0.6 * one.size:
            columns.append([])
        columns[-1].append(one)
        end = max(end, one.x1)
    return [sorted(column, key=lambda one: (one.y, one.x0)) for column in columns]
