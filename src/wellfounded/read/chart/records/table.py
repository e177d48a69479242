"""Tables of a record of use: each row as its cells by role, with the lines over the table and the words under a row."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from wellfounded.model.coding import PartialDate
from wellfounded.read.chart import dates
from wellfounded.read.chart.records import heads
from wellfounded.read.chart.records.lines import Cell, Line, cells, lines, tight

_FIGURE = re.compile(r"\d{2,}|\d[/.]")
_ASIDE = 90  # characters of a line under a row that may still speak of it
_STRAY = 4  # lines that are no rows, after which a table has ended
ABOVE = 5  # lines over a table that may say what it is of


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its cells by role, the day in its day column, and what stands over and under it."""

    line: Line
    held: dict[str, Cell]
    on: PartialDate
    head: str  # the words of the head, in small letters
    above: tuple[Line, ...]  # the nearest last
    group: Line | None = None  # a line within the table that names what the rows under it are of
    under: str = ""

    def text(self, *names: str) -> str:
        """Give the words of the cells of those roles."""
        return " ".join(self.held[name].text for name in names if name in self.held)

    @property
    def caption(self) -> str:
        """What stands over the table, in one line."""
        return " ".join(line.text for line in self.above)


@dataclass(slots=True)
class _Open:
    roles: list[str] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)
    above: tuple[Line, ...] = ()
    group: Line | None = None
    stray: int = 0


def rows(text: str, near: PartialDate | None) -> Iterator[Row]:
    """Give the dated rows of every table of use in *text*; *near* lends its year to a day without one."""
    held, above, waiting = list(lines(text)), list[Line](), None
    table, skip = _Open(), False
    for line, after in zip_longest(held, held[1:]):
        if skip or line.blank:
            skip = False
            continue
        opened = _head(line, after)
        if opened is not None:
            head, skip = opened
            if waiting:
                yield waiting
                waiting = None
            over = tuple(above[-ABOVE:]) or table.above
            table = _Open(heads.roles(head), head, over)
            above = []
            continue
        row = _row(text, line, table, near) if table.roles else None
        if row is not None:
            if waiting:
                yield waiting
            waiting, table.stray = row, 0
            above = []
            continue
        if waiting:
            indented = line.text[:1].isspace() and len(line.text) <= _ASIDE
            yield replace(waiting, under=line.text.strip()) if indented else waiting
            waiting = None
        above.append(line)
        table.group, table.stray = line, table.stray + 1
        if table.stray > _STRAY:
            table = _Open()
    if waiting:
        yield waiting


def _head(line: Line, after: Line | None) -> tuple[list[Cell], bool] | None:
    """Give the head a line opens, and whether its next line belongs to it; None where it opens none."""
    row = cells(line)
    if _FIGURE.search(line.text) or not 2 <= len(row) <= 16:
        return None
    alone = _known(row)
    if after is not None and not _FIGURE.search(after.text) and not after.blank:
        both = heads.joined(row, cells(after))
        more = _known(both)
        better = more > alone or (more == alone and len(both) == len(row))
        if len(both) <= len(row) + 2 and better and _opens(both):
            return both, True
    return (row, False) if _opens(row) else None


def _known(row: list[Cell]) -> int:
    return sum(role != "" for role in heads.roles(row))


def _opens(row: list[Cell]) -> bool:
    held = heads.roles(row)
    known = [role for role in held if role]
    return "date" in known and len(set(known)) >= 2 and len(known) >= 0.6 * len(held)


def _row(text: str, line: Line, table: _Open, near: PartialDate | None) -> Row | None:
    row = cells(line)
    if len(row) != len(table.cells):
        row = tight(row)
    held = dict[str, Cell]()
    for role, cell in zip(_places(row, table), row, strict=True):
        one = held.get(role, cell)
        if role:
            held[role] = Cell(text[one.start : cell.end], one.start, cell.end, one.left)
    if "date" not in held:
        return None
    day = dates.dates(text, held["date"].start, held["date"].end, near)
    if len(day) != 1 or day[0].date.day is None or len(held) < 2:
        return None
    head = " ".join(cell.text for cell in table.cells).lower()
    return Row(line, held, day[0].date, head, table.above, table.group)


def _places(row: list[Cell], table: _Open) -> list[str]:
    """Give the role of each cell: in order where none is missing, else that of the head it stands under."""
    if len(row) == len(table.cells):
        return table.roles
    found = list[str]()
    for cell in row:
        at = min(range(len(table.cells)), key=lambda i: _apart(cell, table.cells[i]))
        found.append(table.roles[at])
    return found


def _apart(cell: Cell, head: Cell) -> tuple[int, int]:
    gap = max(cell.left - head.right, head.left - cell.right, 0)
    return gap, min(abs(cell.left - head.left), abs(cell.right - head.right))
