"""Tables of a remittance or explanation of benefits: rows of cells, each under the words that head its column."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wellfounded.read.payer.paper import Cell, Line, Paper
from wellfounded.wire.caseless import Caseless

WIDE = 3  # cells that make a line a row
HEADS = 3  # lines over which the head of a column may run
NEAR = 6  # characters by which a cell may stand beside the words that head it
MONEY = re.compile(r"-?\(?[$€£₹]?\s?\d[\d,.]*\)?")


@dataclass(frozen=True, slots=True)
class Row:
    """A row with its cells, each beside the head of its column; *total*: the row that sums the others."""

    line: Line
    cells: tuple[tuple[str, Cell], ...]
    total: bool


def rows(paper: Paper) -> Iterator[Row]:
    """Give every row of every table whose columns have heads."""
    heads: list[Line] = []
    for line in paper.lines:
        numbers = sum(bool(re.search(r"\d", cell.text)) for cell in line.cells)
        if len(line.cells) >= WIDE and numbers == 0:
            heads = [*heads[-(HEADS - 1) :], line] if heads and not line.gap else [line]
        elif len(line.cells) >= 2 and numbers >= 1 and heads:
            total = bool(re.match(r"(?:claim\s+|grand\s+)?(?:sub)?totals?\b|summe|gesamt", line.text, re.IGNORECASE))
            if total or len(line.cells) >= WIDE:
                yield Row(
                    line, tuple((_head(paper, heads, line, at), cell) for at, cell in enumerate(line.cells)), total
                )
        elif line.gap and len(line.cells) < 2:
            heads = []


def refused(paper: Paper) -> Row | None:
    """Give the one row of a table of which nothing was paid although something was asked."""
    found = []
    for row in rows(paper):
        paid = [cell.text for head, cell in row.cells if PAID.search(head)]
        asked = [cell.text for head, cell in row.cells if ASKED.search(head)]
        if not row.total and paid and asked and ZERO.fullmatch(paid[0]) and not ZERO.fullmatch(asked[0]):
            found.append(row)
    return found[0] if len(found) == 1 else None


PAID = Caseless(r"\b(?:plan\s+paid|paid|benefit|payable|reimbursed|plan\s+pays)\b")
ASKED = Caseless(r"\b(?:asked|claimed|billed|charged?s?|fee|cost|submitted|amount)\b")
ZERO = re.compile(r"[$€£₹]?\s?0(?:[.,]00)?")


def _head(paper: Paper, heads: list[Line], line: Line, at: int) -> str:
    """Join the words of the heads that stand over a cell; where none does, those of the same number in the row."""
    cell = line.cells[at]
    left, right = _column(paper, cell.start), _column(paper, cell.end)
    over = []
    for head in heads:
        near = [(abs(_middle(paper, one) - (left + right) / 2), one) for one in head.cells]
        distance, closest = min(near, key=lambda each: each[0])
        if distance <= NEAR + (_column(paper, closest.end) - _column(paper, closest.start) + right - left) / 2:
            over.append(closest.text)
    if not over and heads and len(heads[-1].cells) == len(line.cells):
        over = [heads[-1].cells[at].text]
    return " ".join(over)


def _column(paper: Paper, offset: int) -> int:
    return offset - (paper.document.text.rfind("\n", 0, offset) + 1)


def _middle(paper: Paper, cell: Cell) -> float:
    return (_column(paper, cell.start) + _column(paper, cell.end)) / 2
