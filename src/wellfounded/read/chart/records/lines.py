"""The lines of a record and the cells of each, parted by bars, tabs or white space, every cell with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wellfounded.read.chart.dates import DATE
from wellfounded.wire.caseless import small

_PARTS = re.compile(r"[ \t]*\|[ \t]*|\t+|[ \t]{2,}")
_TWO = re.compile(r"(?P<a>-?\d{1,4}(?:\.\d+)?)[ ](?P<b>\d{1,3})$")  # "30 30": a quantity and its days, one space apart


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a line: its text and its place in the document, and where it begins and ends in its line."""

    text: str
    start: int
    end: int
    left: int

    @property
    def right(self) -> int:
        """Where the cell ends in its line."""
        return self.left + self.end - self.start


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the document without its end."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Where the line ends in the document."""
        return self.start + len(self.text)

    @property
    def blank(self) -> bool:
        """Whether nothing, or only a rule, stands on the line."""
        return not re.search(r"\w", self.text)


def lines(text: str) -> Iterator[Line]:
    """Give every line of *text* with its place."""
    at = 0
    for piece in text.split("\n"):
        yield Line(piece.rstrip("\r\f "), at)
        at += len(piece) + 1


def cells(line: Line) -> list[Cell]:
    """Part a line into its cells; between bars an empty cell keeps its place."""
    spans, at = list[tuple[int, int]](), 0
    for part in _PARTS.finditer(line.text):
        spans.append((at, part.start()))
        at = part.end()
    spans.append((at, len(line.text)))
    barred = "|" in line.text or "\t" in line.text.strip()
    inner = spans[1 if spans[0][0] == spans[0][1] else 0 : -1 if spans[-1][0] == spans[-1][1] else None]
    return [_cell(line, *span) for span in inner if barred or span[0] < span[1]]


def tight(row: list[Cell]) -> list[Cell]:
    """Part what white space left together: a day that opens a cell, and two numbers one space apart."""
    found = list[Cell]()
    for one in row:
        dated = DATE.match(small(one.text))
        rest = one.text[dated.end() :] if dated else ""
        if dated and rest[:1].isspace() and rest.strip():
            cut = len(one.text) - len(rest.lstrip())
            first, last = _piece(one, 0, dated.end()), _piece(one, cut, len(one.text))
            found += [first, *tight([last])]
        elif two := _TWO.match(one.text):
            found += [_piece(one, *two.span("a")), _piece(one, *two.span("b"))]
        else:
            found.append(one)
    return found


def _piece(one: Cell, start: int, end: int) -> Cell:
    return Cell(one.text[start:end], one.start + start, one.start + end, one.left + start)


def _cell(line: Line, start: int, end: int) -> Cell:
    return Cell(line.text[start:end], line.start + start, line.start + end, start)
