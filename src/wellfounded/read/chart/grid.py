"""Tables of values with a date over each column, and the collection date a block of results stands under."""

import re
from dataclasses import dataclass, field

from wellfounded.model.coding import PartialDate, Quantity
from wellfounded.model.evidence import EvidenceKind
from wellfounded.read.chart import dates
from wellfounded.read.chart.measure_names import Measure, Point, book
from wellfounded.read.chart.measures import number
from wellfounded.read.chart.outline import Unit
from wellfounded.read.chart.tokens import tokens
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
    r"|[A-Z][a-z]+ (?:of |on |from )(?=\d{1,2} [A-Z][a-z]+(?: \d{4})?:))"
)
_CELL = re.compile(r"(?<![\d/.])(?P<n>[<>]?-?\d{1,6}(?:\.\d+)?)(?:\s*/\s*\d+)?\s*%?(?![\d/-])")


def _is_header(text: str, unit: Unit) -> bool:
    """Whether a row with dates holds no other number and hardly a word: the dates stand over columns."""
    rest = dates.DATE.sub(" ", small(text[unit.start : unit.end]))
    words = len(re.sub(r"[^a-z]+", " ", rest).split())
    return not re.search(r"\d", rest) and words <= (4 if unit.kind == "row" else 1)


@dataclass(slots=True)
class Columns:
    """The dates over the columns in hand, and the date of the block of results in hand."""

    over: list[PartialDate] = field(default_factory=list)
    date: PartialDate | None = None
    section: str = ""
    paragraph: int = -1

    def read(self, text: str, unit: Unit, note: PartialDate | None) -> list[Point] | None:
        """Take in one unit: give its values if it is a row under dated columns, else None."""
        if unit.section != self.section or unit.paragraph > self.paragraph + 1:
            self.over, self.date = [], None
        self.section, self.paragraph = unit.section, unit.paragraph
        found = dates.dates(text, unit.start, unit.end, note)
        if len(found) >= 2 and _is_header(text, unit):
            self.over = [dated.date for dated in found]
            return []
        if (
            found
            and unit.section in {"labs", "vitals", "scales", "imaging"}
            and _HEAD.search(text[max(0, text.rfind("\n", 0, found[0].start)) : found[0].start])
        ):
            self.date = found[0].date
        head = text[text.rfind("\n", 0, unit.start) + 1 : unit.start]
        if head.rstrip().endswith(":") and len(head) < 60 and (led := dates.dates(head, 0, len(head), note)):
            self.date = led[0].date
        return self._row(text, unit) if self.over else None

    def inline(self, text: str, unit: Unit, note: PartialDate | None) -> PartialDate | None:
        """Give the day the values of one unit are of: "Labs 1/27/26: ..." else its block's, else the note's."""
        lead = _INLINE.match(text, unit.start, unit.end)
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
        if len(cells) != len(self.over):
            return None
        return [
            Point(
                measure,
                Quantity(number(c["n"].lstrip("<>")), measure.unit, c["n"][0] if c["n"][0] in "<>" else "="),
                on,
                start,
                c.end(),
            )
            for c, on in zip(cells, self.over, strict=True)
        ]
