"""A note cut into the units that are read: sentences, list items and table rows, each with section and visit."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from wellfounded.model.coding import PartialDate
from wellfounded.read.chart.dates import DATE, partial
from wellfounded.read.chart.headings import heading

_BULLET = re.compile(r"[ \t]*(?:[-*•·o▪◦\u2013>]|\[[ xX]?\]|#?\d{1,2}[.)]|[a-hA-H][.)]|\(\d{1,2}\)|\([a-h]\))[ \t]+")
_LABEL = re.compile(r"[ \t]*[A-Z][A-Za-z0-9 /&()'-]{1,40}:[ \t]")
_ROW = re.compile(r"\S[ ]{3,}\S.*\S[ ]{2,}\S|\t.*\S|\|.*\|")
_STOP = re.compile(r"[.!?][\"')\]]*(?=\s+[\"'(\[]?[A-Z0-9*#-])")
_SHORT = re.compile(
    r"(?i:\b(?:dr|mr|mrs|ms|vs|approx|e\.g|i\.e|no|st|jr|sr|fig|pt|wt|ht|hx|dx|tx|rx|inc|est|dept))$|\b[A-Z]$"
    r"|\b[a-z]\.[a-z](?:\.[a-z])?$"
)
_TITLE = re.compile(r"(?i:\b(?:dr|mr|mrs|ms|vs|e\.g|i\.e))$|(?<!\d )\b[A-Z]$")
_HEADER = re.compile(
    r"\b(?:(?:patient(?: name)?|pt(?: name)?|name|member (?:id|no|number)|acct|account|fax|tel|phone|npi)\s*[:#.]"
    r"|d\.?o\.?b\b|date of birth|birth ?date|mrn\b|medical record|page \d+ of)",
    re.IGNORECASE,
)
_VISIT = re.compile(
    r"(?:\b(?:date of (?:service|visit|encounter|exam(?:ination)?|evaluation|consult\w*|report|note)|dos|(?:visit"
    r"|encounter|service|exam|note|seen|eval(?:uation)?|report|clinic|appointment|session|letter|discharge"
    r"|consult\w*) ?date|"
    r"date (?:seen|of)|visit|encounter|seen(?: on)?|date|dated|appointment|office visit|clinic visit|follow[- ]?up"
    r"|progress note|consultation|session|evaluation|telephone \w+|phone \w+|admission|printed|reviewed on"
    r"|as of)\b[^\n\d]{0,30}?)$",
    re.IGNORECASE,
)
_NOTE_WORDS = re.compile(
    r"\b(?:visit|notes?|follow[- ]?up|encounter|progress|consult\w*|telephone|phone|office|clinic|evaluation|seen"
    r"|session|telehealth|video|message|discharge|addendum|call|f/u|appt)\b",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"\b(?:signed|dictated|authenticated|transcribed|verified)\b", re.IGNORECASE)
_BIRTH = re.compile(r"(?:d\.?o\.?b\.?|birth(?:day| ?date)?|born|date of birth)\W*(?:on\s*)?$", re.IGNORECASE)
_FULL = ("iso", "us", "mdy", "dmy")
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
_BRIEF = {"medications", "allergies", "family", "social", "vitals", "surgical", "ros", "safety"}


class Unit(NamedTuple):
    """One sentence, list item or row: its place, its section, its paragraph and its visit."""

    start: int
    end: int
    section: str
    kind: str  # sentence, item, row, header
    paragraph: int
    visit: int


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

    def date(self, unit: Unit) -> PartialDate | None:
        """Give the day of the note that *unit* stands in."""
        return self.visits[unit.visit].date


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
    visits = [Visit(0, _first_date(text, lines))]
    blocks: list[_Block] = []
    section, paragraph, brief, fresh = "", 0, False, True
    kept: str | None = None  # the section a heading for one block stands in
    outside: str | None = None  # the section a table of treatments stands in
    for begin, end in lines:
        start, line = begin, text[begin:end]
        if not line.strip():
            paragraph, fresh = paragraph + 1, True
            if brief:
                section, brief = "", False
            continue
        visit = _visit(line, visits[-1].date)
        if visit is not None:
            visits.append(Visit(start, visit))
            section, brief, fresh, outside = "", False, True, None
        if _is_header(line) or visit is not None:
            blocks.append(_Block(start, end, section, "header", paragraph, len(visits) - 1))
            fresh = True
            continue
        opened = None if _ROW.search(line) and ":" not in line else heading(line)
        if opened is None and kept is not None and (not blocks or not _joins(text, blocks[-1], line, width)):
            section, kept = kept, None
        if opened is not None:
            before = section if kept is None else kept
            section, rest = opened
            kept = before if section in _LINE_ONLY and line[rest:].strip() else None
            brief = section in _BRIEF and bool(line[rest:].strip())
            start, line, fresh = start + rest, line[rest:], True
            paragraph += 1
            if not line.strip():
                continue
        kind = "row" if _ROW.search(line) else "item" if (_BULLET.match(line) or _LABEL.match(line)) else "sentence"
        if kind == "row" and _TABLE.search(line) and not DATE.search(line) and len(line.split()) < 14:
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
        ):
            blocks.append(_Block(start, end, section, kind, paragraph, len(visits) - 1))
        else:
            last.end = end
        blocks[-1].full = end - begin
        fresh = False
    return Outline(tuple(unit for block in blocks for unit in _units(text, block)), tuple(visits))


def _lines(text: str) -> list[tuple[int, int]]:
    found, at = [], 0
    for raw in re.split(r"(?<=[\n\f])", text):
        found.append((at, at + len(raw.rstrip("\r\n\f"))))
        at += len(raw)
    return found


def _width(lengths: list[int]) -> int:
    held = sorted(n for n in lengths if n > 30)
    return min(held[int(len(held) * 0.9)], 130) if held else 80


def _joins(text: str, last: _Block, line: str, width: int) -> bool:
    """Whether a line goes on from the block before it: that one ran to the margin or stopped in mid-sentence."""
    before = text[last.start : last.end].rstrip()
    if before.endswith((",", " and", " or", " with", "(", " the", "/", " of", " to", " for")):
        return True
    word = line.split(maxsplit=1)[0]
    full = last.full >= 0.7 * width and last.full + 1 + len(word) > width - 6  # the next word had no room
    if word[0].islower():
        return (last.full >= 0.6 * width and not before.endswith((".", ";"))) or full
    return full and not before.endswith(":")


def _is_header(line: str) -> bool:
    marks = _HEADER.findall(line)
    return len(marks) >= 2 or (
        len(marks) == 1
        and bool(re.match(r"\s*(?:patient(?: name)?|pt name|name|d\.?o\.?b|mrn|member|re)\s*[:#]", line, re.IGNORECASE))
    )


def _visit(line: str, known: PartialDate | None) -> PartialDate | None:
    """The day a line opens a new visit on; None where it opens none or names the day already known."""
    if len(line) > 140:
        return None
    for match in DATE.finditer(line):
        if match.lastgroup not in _FULL:
            continue
        before, after = line[: match.start()], line[match.end() :]
        if _BIRTH.search(before):
            continue
        opens = before.strip(" \t#*=-\u2014\u2013[(|") == "" and (
            not after.strip(" \t:.-\u2014\u2013=*])")
            or (len(after) < 90 and _NOTE_WORDS.search(after[:50]) is not None)
        )
        labelled = (
            len(before) < 70
            and _VISIT.search(before) is not None
            and (_HEADER.search(line) is not None or len(line) < 90)
            and not re.search(r"[a-z]{3,}\s+[a-z]{2,}\s+[a-z]{2,}\s+[a-z]{2,}", before)
        )
        if opens or labelled:
            date = partial(match)
            return None if date is None or date == known else date
    return None


def _first_date(text: str, lines: list[tuple[int, int]]) -> PartialDate | None:
    head = [(s, e) for s, e in lines if e > s][:14]
    for start, end in head:
        found = _visit(text[start:end], None)
        if found is not None:
            return found
    for wanted in (head, lines):
        for start, end in wanted:
            line = text[start:end]
            if wanted is lines and not _SIGNED.search(line):
                continue
            for match in DATE.finditer(line):
                if match.lastgroup in _FULL and not _BIRTH.search(line[: match.start()]):
                    date = partial(match)
                    if date is not None:
                        return date
    return None


def _units(text: str, block: _Block) -> list[Unit]:
    if block.kind in {"row", "header"}:
        return [Unit(block.start, block.end, block.section, block.kind, block.paragraph, block.visit)]
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
    kind = block.kind
    return [Unit(s, e, block.section, kind, block.paragraph, block.visit) for s, e in found if text[s:e].strip()]
