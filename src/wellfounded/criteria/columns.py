"""A table that white space or dots set in two columns: a label beside its words, which may go on below."""

import re
from dataclasses import dataclass

from wellfounded.criteria.dates import DATE
from wellfounded.criteria.lines import Line
from wellfounded.criteria.marks import mark
from wellfounded.criteria.passage import Passage
from wellfounded.criteria.tests import strong

_SPLIT = re.compile(r"(?P<label>[A-Z][^\s:]*(?: [^\s:]+){0,4}:?)(?:\s{3,}|\s?\.{3,}\s?)(?=[^\s.])")
_ROWS = 3  # fewer labelled lines than these are no table
_OFF = 1  # columns by which two lines of one column may differ


@dataclass(frozen=True, slots=True)
class Row:
    """One printed line of such a table; its label is empty on the lines that go on below the first."""

    label: Passage
    words: Passage


def columns(held: tuple[Line, ...]) -> dict[int, Row]:
    """Give the lines of *held* that are rows of such tables, by their index.

    Only where at least half of the rows ask something that a test knows: a document's head is set the same way.
    """
    found: dict[int, Row] = {}
    at = 0
    while at < len(held):
        table = _table(held, at)
        if len(table) > 1 and _asks(table):
            found |= table
        at = max(table, default=at) + 1
    return found


def _table(held: tuple[Line, ...], first: int) -> dict[int, Row]:
    """Take the lines from *first* on that keep its two columns."""
    start = _SPLIT.match(held[first].raw)
    if start is None or mark(held[first].raw)[0]:
        return {}
    left, right = held[first].column, held[first].column + start.end()
    found: dict[int, Row] = {}
    for index in range(first, len(held)):
        line = held[index]
        split = _SPLIT.match(line.raw)
        whole = Passage(line.raw, tuple(range(line.start, line.start + len(line.raw))))
        if split and abs(line.column - left) <= _OFF and abs(line.column + split.end() - right) <= _OFF:
            words = whole.cut(split.end())
            found[index] = Row(Passage.of(split["label"], line.start), Passage.of(words.text, words.start))
        elif abs(line.column - right) <= _OFF and index > first:
            found[index] = Row(Passage("", ()), Passage.of(line.raw, line.start))
        else:
            break
    return found


def _asks(table: dict[int, Row]) -> bool:
    rows: list[str] = []
    for row in table.values():
        if row.label:
            rows.append(row.words.text)
        else:
            rows[-1] += f" {row.words.text}"
    if sum(bool(re.search(DATE, words, re.IGNORECASE)) for words in rows) > 1:
        return False  # a head with its dates
    return len(rows) >= _ROWS and 2 * sum(strong(words) is not None for words in rows) >= len(rows)
