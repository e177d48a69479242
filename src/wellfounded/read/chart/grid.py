"""Tables of values with a date over each column, and the collection date a block of results stands under."""

import re
from dataclasses import dataclass, field, replace

from wellfounded.model.coding import PartialDate, Quantity
from wellfounded.model.evidence import EvidenceKind
from wellfounded.read.chart import dates
from wellfounded.read.chart.measure_names import Measure, Point, book
from wellfounded.read.chart.outline import Unit
from wellfounded.read.chart.tokens import tokens
from wellfounded.read.chart.value_units import named_unit, number, unit_of
from wellfounded.wire.caseless import small

_HEAD = re.compile(
    (
        r"(?:\b(?:labs?|results?|collected|drawn|collection date|specimen|date|bloodwork|chemistry|hematology|cbc|cmp"
        r"|bmp|reported|report)\b[^\n\d]{0,30})$"
    ),
    re.IGNORECASE,
)
_INLINE = re.compile(
    r"\W*(?:(?:Labs?|Bloodwork|Results|Lab results)\s*(?:from|on|of|drawn|dated|\(|:)*\s*"
    r"|[A-Z][A-Za-z/-]+(?: [A-Za-z/-]+){0,2}\s+(?:on |of |\()?(?=\d{1,4}[/-]\d{1,2}(?:[/-]\d{2,4})?\)?[^.;:\n]{0,20}:)"
    r"|[A-Z][a-z]+ (?:of |on |from )(?=\d{1,2} [A-Z][a-z]+(?: \d{4})?:)|(?=\d{1,4}[/.-]\d{1,2}(?:[/.-]\d{2,4})?\s*:))"
)
_ALL = re.compile(
    r"(?:\((?:all|both|each|drawn|collected|labs)|[,;]\s*(?:all|both|each))\b[^()\d]{0,16}(?=\d)", re.IGNORECASE
)
_CELL = re.compile(r"(?<![\w/.-])(?P<n>[<>]?-?\d{1,6}(?:\.\d+)?)(?:\s*/\s*\d+)?\s*%?(?![\d/-])")
_LABS_OF = re.compile(  # a line of its own over results: "Labs of 10/21/2026"
    r"(?:^|\n)\W*(?:labs?|laborator(?:y|ies)(?: (?:stud(?:y|ies)|data|results))?|results|bloods?|blood ?work|chemistry)"
    r"\s*(?:of|from|on|dated|drawn|collected|,|:|\()*\s*$",
    re.IGNORECASE,
)
_END = re.compile(r"\s*[):.]{0,2}\s*(?:\n|$)|\)\s*\.")
_TODAY = re.compile(r"(?<=\s{2})(?:[Tt]oday|TODAY|Current|Now)(?=\s|$)(?!\s?\S)|(?<=\t)(?:Today|TODAY)(?=\s|$)")
_EMPTY = re.compile(r"(?<=\s)(?:-{1,3}|\u2013|\u2014|n/?a|n/?d|\.{2,3}|pending)(?=\s|$)", re.IGNORECASE)


def _spread(text: str, unit: Unit) -> bool:
    """Whether the words of a unit stand in columns."""
    return unit.kind == "row" or re.search(r"\S[ \t]{3,}\S", text[unit.start : unit.end]) is not None


def _with_today(text: str, unit: Unit, found: list[dates.Dated], note: PartialDate | None) -> list[dates.Dated]:
    """Give the dates of a row with that of a column headed "Today"."""
    today = _TODAY.search(text, unit.start, unit.end) if found and note is not None and _spread(text, unit) else None
    if today is None or note is None:
        return found
    return sorted([*found, dates.Dated(note, today.start(), today.end())], key=lambda one: one.start)


def _is_header(text: str, unit: Unit) -> bool:
    """Whether a row with dates holds no other number and hardly a word: the dates stand over columns."""
    rest = dates.DATE.sub(" ", small(text[unit.start : unit.end]))
    words = len(re.sub(r"[^a-z]+", " ", rest).split())
    return not re.search(r"\d", rest) and words <= (4 if _spread(text, unit) else 1)


_SIDES = re.compile(r"\s*(?P<a>OD|Right|RIGHT|R)\s{2,}(?P<b>OS|Left|LEFT|L)\s*$")


@dataclass(slots=True)
class Columns:
    """The dates over the columns in hand, and the date of the block of results in hand."""

    over: list[PartialDate] = field(default_factory=list)
    places: list[int] = field(default_factory=list)  # where each date stands in its line
    sides: tuple[str, ...] = ()  # the two columns of a table of eyes or limbs
    date: PartialDate | None = None
    section: str = ""
    paragraph: int = -1

    def read(self, text: str, unit: Unit, note: PartialDate | None) -> list[Point] | None:
        """Take in one unit: give its values if it is a row under dated columns, else None."""
        if unit.section != self.section or unit.paragraph > self.paragraph + 1:
            self.over, self.date, self.sides = [], None, ()
        self.section, self.paragraph = unit.section, unit.paragraph
        sides = _SIDES.match(text, text.rfind("\n", 0, unit.start) + 1, unit.end)
        if sides is not None:
            self.sides, self.over = (sides["a"], sides["b"]), []
            return []
        if self.sides and unit.kind == "row" and (sided := self._sided(text, unit, note)):
            return sided
        found = dates.dates(text, unit.start, unit.end, note)
        found = _with_today(text, unit, found, note)
        if len(found) >= 2 and _is_header(text, unit):
            self.over = [dated.date for dated in found]
            begin = text.rfind("\n", 0, unit.start) + 1
            self.places = [dated.start - begin for dated in found]
            return []
        if (
            found
            and unit.section in {"labs", "vitals", "scales", "imaging"}
            and _HEAD.search(text[max(0, text.rfind("\n", 0, found[0].start)) : found[0].start])
        ):
            self.date = found[0].date
        lead = found or self._above(text, unit, note)
        if (
            len(lead) == 1
            and _LABS_OF.search(text, lead[0].start - 40, lead[0].start)
            and _END.match(text, lead[0].end)
        ):
            self.date = lead[0].date
        head = text[text.rfind("\n", 0, unit.start) + 1 : unit.start]
        if head.rstrip().endswith(":") and len(head) < 60 and (led := dates.dates(head, 0, len(head), note)):
            self.date = led[0].date
        return self._row(text, unit) if self.over else None

    def _above(self, text: str, unit: Unit, note: PartialDate | None) -> list[dates.Dated]:
        """Give the days of the line over the first line of a block."""
        end = text.rfind("\n", 0, unit.start)
        return dates.dates(text, text.rfind("\n", 0, max(end, 0)) + 1, end, note) if end > 0 and not self.date else []

    def inline(self, text: str, unit: Unit, note: PartialDate | None) -> PartialDate | None:
        """Give the day the values of one unit are of: "Labs 1/27/26: ..." else its block's, else the note's."""
        lead = _INLINE.match(text, unit.start, unit.end)
        lead = lead or _ALL.search(text, unit.start, unit.end)  # "TSH 2.2, CRP <0.5 (both 1/30/26)"
        found = dates.dates(text, lead.end(), min(unit.end, lead.end() + 24), note) if lead else []
        return found[0].date if found and found[0].start - (lead.end() if lead else 0) <= 1 else self.date or note

    def _row(self, text: str, unit: Unit) -> list[Point] | None:
        toks = tokens(text, unit.start, unit.end)
        named = next(((i, hit) for i in range(min(3, len(toks))) if (hit := book().at(toks, i)) is not None), None)
        lead = re.match(
            r"[ \t|*-]*([A-Za-z][A-Za-z0-9 ()/%-]{1,40}?)(?=\s{2,}|\t|\s*\||\s+\d)", text[unit.start : unit.end]
        )
        if named is None and lead is None:
            return None
        start = toks[named[0]].start if named else unit.start + lead.start(1)  # type: ignore[union-attr]
        end = toks[named[0] + named[1][0] - 1].end if named else unit.start + lead.end(1)  # type: ignore[union-attr]
        name = text[start:end].strip()
        measure = (
            named[1][1]
            if named
            else Measure(
                name, "", EvidenceKind.LAB if unit.section == "labs" else EvidenceKind.SCORE, name, listed=False
            )
        )
        cells = list(_CELL.finditer(text, end, unit.end))
        if cells and (apart := named_unit(text, end, cells[0].start())):
            measure = replace(measure, unit=unit_of(apart))
        empty = [m.start() for m in _EMPTY.finditer(text, end, unit.end)]
        if len(cells) + len(empty) != len(self.over):
            return self._placed(text, unit, measure, start, cells)
        order = sorted([*empty, *(c.start() for c in cells)])
        over = [self.over[order.index(c.start())] for c in cells]
        return [
            Point(
                measure,
                Quantity(number(c["n"].lstrip("<>")), measure.unit, c["n"][0] if c["n"][0] in "<>" else "="),
                on,
                start,
                c.end(),
            )
            for c, on in zip(cells, over, strict=True)
        ]

    def _sided(self, text: str, unit: Unit, note: PartialDate | None) -> list[Point]:
        """Give a row of a table with a column for each side: the side is part of the name."""
        lead = re.match(
            r"[ \t|*-]*([A-Za-z][A-Za-z0-9 ()/.%-]{1,40}?)(?:\s*\([^)\n]*\))?(?=\s{2,}|\t)", text[unit.start : unit.end]
        )
        cells = list(_CELL.finditer(text, unit.start + lead.end(), unit.end)) if lead else []
        if lead is None or len(cells) != 2 or any("/" in cell.group() for cell in cells):
            return []
        toks = tokens(lead.group(1))
        hit = book().at(toks, 0) if toks else None
        name = hit[1].name if hit else re.sub(r"\s*\(.*", "", lead.group(1)).strip()
        start = unit.start + lead.start(1)
        return [
            Point(
                Measure(f"{name} {side}", "", EvidenceKind.VITAL, name, listed=hit is not None),
                Quantity(number(cell["n"].lstrip("<>")), hit[1].unit if hit else ""),
                note,
                start,
                cell.end(),
            )
            for side, cell in zip(self.sides, cells, strict=True)
        ]

    def _placed(
        self, text: str, unit: Unit, measure: Measure, start: int, cells: list[re.Match[str]]
    ) -> list[Point] | None:
        """Give the values of a row with cells left out: each stands under the date nearest to it."""
        if not cells or len(cells) >= len(self.over) or not re.search(r"\S[ \t]{2,}\S|\S\t", text[start : unit.end]):
            return None
        begin = text.rfind("\n", 0, unit.start) + 1
        found = []
        for cell in cells:
            at = min(range(len(self.over)), key=lambda i: abs(self.places[i] - (cell.start() - begin)))
            value = Quantity(
                number(cell["n"].lstrip("<>")), measure.unit, cell["n"][0] if cell["n"][0] in "<>" else "="
            )
            found.append(Point(measure, value, self.over[at], start, cell.end()))
        return found if len({point.on for point in found}) == len(found) else None
