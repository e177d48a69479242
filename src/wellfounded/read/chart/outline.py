"""A note cut into the units that are read: sentences, list items and table rows, each with section and visit."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from wellfounded.model.coding import PartialDate
from wellfounded.read.chart import visits
from wellfounded.read.chart.dates import DATE
from wellfounded.read.chart.headings import heading
from wellfounded.read.chart.headings import section as named
from wellfounded.wire.caseless import small

_BULLET = re.compile(
    r"[ \t]*(?:[-*•](?=[A-Za-z])"
    r"|(?:[-*•·o▪◦\u2013>]|\[[ xX]?\]|#?\d{1,2}[.)]|[a-hA-H][.)]|\(\d{1,2}\)|\([a-h]\))[ \t]+)"
)
_LABEL = re.compile(r"[ \t]*[A-Z][A-Za-z0-9 /&()'-]{1,40}:[ \t]")
_ENTRY = re.compile(  # "topiramate 100 mg -- tingling", "MTX: LFTs up": a line of a list that has no bullets
    r"[ \t]*[A-Za-z][\w/+.,'% -]{1,44}?(?:\([^)\n]{1,40}\))?[ \t]*(?:[ \t]-{1,2}>?[ \t]"
    r"|[ \t]?[\u2013\u2014\u2192][ \t]|:[ \t]|->[ \t])"
)
_ROW = re.compile(
    r"\S[ ]{3,}\S.*\S[ ]{2,}\S|\t.*\S|\|.*\||\S ?\.{3,}.*\S ?\.{3,}|^[^:\n]{2,34}\d[ ]{6,}<?\d[\d.,%]*\s*$"
)
_WITHIN = re.compile(  # "... neg. PMH: asthma. Allergies: penicillin." in one line
    r"\s*(?P<name>PMHx?|PSHx?|FHx?|SHx?|Allerg(?:y|ies)|ALLERGIES|Meds|Medications|Family history|Social history|ROS"
    r"|Exam|Plan)\s*:"
)
_SIDES = re.compile(r"\s*(?:OD|R|Right|RIGHT)\s{2,}(?:OS|L|Left|LEFT)\s*$")  # the head of a table of two sides
_STOP = re.compile(r"[.!?][\"')\]]*(?=\s+[\"'(\[]?[A-Z0-9*#-])")
_SHORT = re.compile(
    r"(?i:\b(?:dr|mr|mrs|ms|vs|approx|e\.g|i\.e|no|st|jr|sr|fig|pt|wt|ht|hx|dx|tx|rx|inc|est|dept))$|\b[A-Z]$"
    r"|\b[a-z]\.[a-z](?:\.[a-z])?$"
)
_TITLE = re.compile(r"(?i:\b(?:dr|mr|mrs|ms|vs|e\.g|i\.e))$|(?<!\d )\b[A-Z]$")
_LINE_ONLY = {
    "labs",
    "imaging",
    "vitals",
    "scales",
    "procedures",
}  # such a heading with text after it holds for its own block
_TABLE = re.compile(
    r"(?=.*\b(?:agent|drug|medication|treatment|therapy|medicine|intervention|prior therap\w+)s?\b)"
    r"(?=.*\b(?:outcome|result|response|reason (?:stopped|for stopping|d/c|discontinued)|why stopped"
    r"|effect|how long)\b)",
    re.IGNORECASE,
)
_NOWADAYS = re.compile(r"\s*(?:Now|Currently|At present|Presently|Today)\b(?!:)")  # history ends where a line says so
_LISTS = {"medications", "past_treatment"}
_PLAN = re.compile(r"\W*(?:\w+ )?(?:plan|p|recommend\w*|recs?)\b", re.IGNORECASE)
_BRIEF = {"medications", "allergies", "family", "social", "vitals", "surgical", "ros", "safety"}


class Unit(NamedTuple):
    """One sentence, list item or row: its place, its section, its paragraph and its visit."""

    start: int
    end: int
    section: str
    kind: str  # sentence, item, row, header
    paragraph: int
    visit: int
    block: int = 0  # units of one list item or one run of prose share it


@dataclass(frozen=True, slots=True)
class Visit:
    """One dated note within a document."""

    start: int
    date: PartialDate | None


@dataclass(frozen=True, slots=True)
class Outline:
    """The units of a document in order, and the visits they belong to."""

    units: tuple[Unit, ...]
    visits: tuple[Visit, ...]
    births: frozenset[PartialDate] = frozenset()

    def date(self, unit: Unit) -> PartialDate | None:
        """Give the day of the note that *unit* stands in."""
        return self.visits[unit.visit].date

    def at(self, place: int) -> PartialDate | None:
        """Give the day of the note that a place of the text stands in; a day of birth is none."""
        day = next((visit.date for visit in reversed(self.visits) if visit.start <= place), None)
        return None if day in self.births else day


@dataclass(slots=True)
class _Block:
    start: int
    end: int
    section: str
    kind: str
    paragraph: int
    visit: int
    full: int = 0  # the length of its last line


def outline(text: str) -> Outline:
    """Cut a document into units."""
    lines = _lines(text)
    width = _width([end - start for start, end in lines])
    born = visits.births(text, lines)
    held, log = [Visit(0, visits.first_day(text, lines, born))], visits.entries(text, lines, born)
    blocks: list[_Block] = []
    section, paragraph, brief, fresh, listing = "", 0, False, True, False
    # the sections that a heading for one block, and a table of treatments, stand in
    kept: str | None = None
    outside: str | None = None
    for begin, end in lines:
        start, line = begin, text[begin:end]
        if not line.strip():
            paragraph, fresh = paragraph + 1, True
            section, brief = ("" if brief else section), False
            continue
        visit = visits.opens(line, held[-1].date, born)
        if (day := visit or _told(log.get(begin), line, held[-1].date)) is not None:
            held.append(Visit(start, day))
            section, brief, fresh, outside = "", False, True, None
        if _is_header(line) or visit is not None:
            blocks.append(_Block(start, end, section, "header", paragraph, len(held) - 1))
            fresh = True
            continue
        opened = None if _bare(line) or (blocks and not fresh and _open(text, blocks[-1])) else heading(line)
        if opened is None and kept is not None and (not blocks or not _joins(text, blocks[-1], line, width)):
            section, kept = kept, None
        if opened is not None:
            before = section if kept is None else kept
            if not (section == "past_treatment" and opened[0] == "other" and not fresh):
                section = opened[0]  # "Non-statins:" stays under what was tried
            rest, dated = _dated(section, line, opened[1])
            kept = before if section in _LINE_ONLY and line[rest:].strip() and not dated else None
            brief = (section in _BRIEF or (section == "plan" and not _PLAN.match(line))) and bool(line[rest:].strip())
            start, line, fresh, paragraph = start + rest, line[rest:], True, paragraph + 1
            if not line.strip():
                continue
        if section == "past_treatment" and _NOWADAYS.match(line):
            section = "hpi"
        entry = _ENTRY.match(line) is not None
        kind, listing = _kind(line, entry=entry and (listing or section in _LISTS)), entry
        if kind == "row" and _TABLE.search(line) and not DATE.search(small(line)) and len(line.split()) < 14:
            outside, section = section if outside is None else outside, "past_treatment"
        elif outside is not None and kind != "row":
            section, outside = outside, None
        last = blocks[-1] if blocks else None
        if (
            last is None
            or fresh
            or kind != "sentence"
            or last.kind in {"row", "header"}
            or not _joins(text, last, line, width)
            or (section in _LISTS and _beside(text, last.start, begin))
        ):
            blocks.append(_Block(start, end, section, kind, paragraph, len(held) - 1))
        else:
            last.end = end
        blocks[-1].full = end - begin
        fresh = False
    return Outline(tuple(u for i, block in enumerate(blocks) for u in _units(text, block, i)), tuple(held), born)


def _told(entry: PartialDate | None, line: str, known: PartialDate | None) -> PartialDate | None:
    """Give the day of what a line itself tells: an entry of a log, or a course that it heads."""
    return entry if entry is not None and entry != known else visits.course(line, known)


def _lines(text: str) -> list[tuple[int, int]]:
    found, at = [], 0
    for raw in re.split(r"(?<=[\n\f])", text):
        found.append((at, at + len(raw.rstrip("\r\n\f"))))
        at += len(raw)
    return found


def _kind(line: str, *, entry: bool) -> str:
    if _ROW.search(line):
        return "row"
    return "item" if entry or _BULLET.match(line) or _LABEL.match(line) else "sentence"


def _dated(section: str, line: str, rest: int) -> tuple[int, bool]:
    """Let the dates of "LABS  1/14/26  10/15/25" stand over the columns under the heading."""
    if section not in _LINE_ONLY or DATE.sub("", small(line[rest:])).strip():
        return rest, False
    dated = DATE.search(small(line))
    return (dated.start(), True) if dated and dated.start() else (rest, False)


def _width(lengths: list[int]) -> int:
    held = sorted(n for n in lengths if n > 30)
    return min(held[int(len(held) * 0.9)], 130) if held else 80


_OPEN = re.compile(  # no sentence ends so; "65 in" is a height
    r"[A-Za-z,] (?:in|would|will|could|should|by|from|than|but|that|which|their|our|my|been|was|were|an?)$"
)


def _bare(line: str) -> bool:
    return (_ROW.search(line) is not None and ":" not in line) or _SIDES.match(line) is not None


def _open(text: str, last: _Block) -> bool:
    """Whether a block stops in mid-sentence, so that the line under it heads nothing."""
    return _OPEN.search(text, last.start, last.end) is not None


def _joins(text: str, last: _Block, line: str, width: int) -> bool:
    """Whether a line goes on from the block before it: that one ran to the margin or stopped in mid-sentence."""
    before = text[last.start : last.end].rstrip()
    if before.endswith((",", " and", " or", " with", "(", " the", "/", " of", " to", " for")) or _OPEN.search(before):
        return True
    word = line.split(maxsplit=1)[0]
    full = last.full >= 0.7 * width and last.full + 1 + len(word) > width - 6  # the next word had no room
    if word[0].islower():
        return (last.full >= 0.6 * width and not before.endswith((".", ";"))) or full
    return full and not before.endswith(":")


def _beside(text: str, before: int, begin: int) -> bool:
    """Whether a line of a list is indented as the one before it: one treatment a line, and no line goes on."""
    edge = text.rfind("\n", 0, before) + 1
    indent = re.match(r"[ \t]*", text[begin:])
    above = re.match(r"[ \t]*", text[edge:])
    return bool(indent and above and indent.group() and indent.group() == above.group())


def _is_header(line: str) -> bool:
    marks = visits.HEADER.findall(line)
    return len(marks) >= 2 or (
        len(marks) == 1
        and bool(re.match(r"\s*(?:patient(?: name)?|pt name|name|d\.?o\.?b|mrn|member|re)\s*[:#]", line, re.IGNORECASE))
    )


def _units(text: str, block: _Block, number: int) -> list[Unit]:
    if block.kind in {"row", "header"}:
        return [Unit(block.start, block.end, block.section, block.kind, block.paragraph, block.visit, number)]
    found, start = [], block.start
    for match in _STOP.finditer(text, block.start, block.end):
        before = text[max(block.start, match.start() - 12) : match.start()]
        if _TITLE.search(before) or (_SHORT.search(before) and not text[match.end() :].lstrip()[:4].istitle()):
            continue
        if re.match(r"\s*\d{1,2}$", text[start : match.start()]):
            continue
        found.append((start, match.end()))
        start = match.end()
    found.append((start, block.end))
    units, part = [], block.section
    for s, e in found:
        label = _WITHIN.match(text, s, e)
        part = (named(label["name"]) or part) if label else part
        if text[s:e].strip():
            units.append(Unit(s, e, part, block.kind, block.paragraph, block.visit, number))
    return units
