"""A note as the choosers see it: the plain words of each unit with the treatments marked, and what stands over it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from wellfounded.read.chart.effects import HARM
from wellfounded.read.chart.items import Row
from wellfounded.read.chart.mention import Mention
from wellfounded.read.chart.outline import Outline, Unit

ME, DRUG = "@me", "@drug"  # the treatment asked about, and any other
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][a-z]{1,2}\b)?|\d+(?:[.,/:]\d+)*|[^\w\s]")
_CELL = re.compile(r"\s*\|\s*|\t+|\s{2,}")
HEAD = 60  # characters of a line that may stand over a list

Place = tuple[int, int]


@dataclass(slots=True)
class Page:
    """The units of one note; of each its treatments' places in order, the line over it, and its columns' heads."""

    text: str
    units: tuple[Unit, ...]
    named: list[list[Place]]
    over: list[tuple[str, ...]]
    heads: list[tuple[tuple[int, str], ...]]
    first: dict[int, int]  # a unit's start to its number
    marks: list[list[tuple[int, str]]]  # of each unit, its cues and its words of harm, with their places


def page(text: str, outline: Outline, mentions: Sequence[Mention], rows: Mapping[int, Row]) -> Page:
    """Lay out a note once for all its treatments."""
    units = outline.units
    first = {unit.start: i for i, unit in enumerate(units)}
    named: list[list[Place]] = [[] for _ in units]
    for place, unit in sorted({(m.start, m.end): m.unit for m in mentions}.items()):
        held = named[first[unit.start]]
        if not held or held[-1][1] <= place[0]:
            held.append(place)
    heads = list(_heads(text, units, named))
    heard = [bool(held or (i and named[i - 1])) for i, held in enumerate(named)]
    marks = [_marks(text, unit, rows.get(unit.start)) if heard[i] else [] for i, unit in enumerate(units)]
    return Page(text, units, named, list(over(text, units)), heads, first, marks)


def _marks(text: str, unit: Unit, row: Row | None) -> list[tuple[int, str]]:
    if row is None:
        return []
    found = [(item.start, item.value.means) for item in row.items if item.kind == "cue"]
    found += [(hit.start(), "#harm") for hit in HARM.finditer(text, unit.start, unit.end)]
    return sorted(found)


def over(text: str, units: Sequence[Unit]) -> Iterator[tuple[str, ...]]:
    """Give the words of the last short line that ends with a colon, is all capitals, or follows an empty line."""
    lines, at = list(re.finditer(r"[^\n]+", text)), 0
    last: tuple[str, ...] = ()
    for unit in units:
        while at < len(lines) and lines[at].start() <= unit.start:
            line = lines[at].group().strip(" *_#=-")
            head, colon, _ = line.partition(":")
            short = len(head) < HEAD and not any(letter.isdigit() for letter in head)
            if short and head and (colon or head.isupper() or (at and not lines[at - 1].group().strip())):
                last = tuple(plain(head)[:6])
            at += 1
        yield last


def _heads(text: str, units: Sequence[Unit], named: Sequence[Sequence[Place]]) -> Iterator[tuple[tuple[int, str], ...]]:
    """Give the head of each column over a row: the words of the first row of its table, with their places."""
    heads: tuple[tuple[int, str], ...] = ()
    paragraph = -1
    for i, unit in enumerate(units):
        if unit.kind != "row":
            heads, paragraph = (), -1
            yield ()
            continue
        if unit.paragraph != paragraph or not heads:
            cells = tuple((s - unit.start, " ".join(plain(text[s:e])[:3])) for s, e in cells_of(text, unit))
            heads, paragraph = (cells if not named[i] and len(cells) > 1 else ()), unit.paragraph
            yield ()
            continue
        yield heads


def cells_of(text: str, unit: Unit) -> list[Place]:
    """Give the places of the cells of a row."""
    spans, at = [], unit.start
    for part in _CELL.finditer(text, unit.start, unit.end):
        spans.append((at, part.start()))
        at = part.end()
    spans.append((at, unit.end))
    return [(s, e) for s, e in spans if s < e and text[s:e].strip()]


def plain(text: str) -> list[str]:
    """Give the words of *text* in small letters, numbers by their digits' count."""
    return [form(one) for one in _WORD.findall(text)]


def form(word: str) -> str:
    """Give one word in small letters, a number as noughts."""
    return re.sub(r"\d", "0", word) if word[0].isdigit() else word.lower().replace("\u2019", "'")


def words(page: Page, at: int, me: Place) -> tuple[list[str], int]:
    """Give the words of unit number *at* with its treatments marked, and the place of *me* among them."""
    unit, found, where, begin = page.units[at], list[str](), 0, page.units[at].start
    for place in page.named[at]:
        if place[0] < begin:
            continue
        found += plain(page.text[begin : place[0]])
        if place[0] <= me[0] < place[1]:
            where = len(found)
            found.append(ME)
        else:
            found.append(DRUG)
        begin = place[1]
    return found + plain(page.text[begin : unit.end]), where
