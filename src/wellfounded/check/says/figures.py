"""Numbers that a text gives as findings: with a unit of measurement, a decimal point, or after the word for a score."""

import re
from collections.abc import Iterator
from typing import NamedTuple

UNIT = (
    r"%|percent\b|mg/d?L|g/dL|mmol|ng/m?L|pg/mL|mm\s?Hg|bpm\b|microns?\b|\u00b5m|um\b|mm\b|cm\b|degrees?\b|\u00b0"
    r"|lbs?\b|pounds?\b"
    r"|kg\b|/\s?10\b|out\s+of\s+\d+|points?\b|feet\b|meters?\b|cells|dB\b|Hz\b|kPa\b|m?U/L|IU/m?L|cc\b|meq/L"
    r"|events?\b|per\s+hour|L\b"
)
FIGURE = re.compile(
    rf"(?<![\w.,/$#:-])(?P<n>\d{{1,4}}(?:,\d{{3}})*(?:\.\d+)?)(?=\s?(?:{UNIT}))"
    r"|(?<![\w.,/$#:-])(?P<d>\d{1,4}\.\d{1,3})(?!\d|\.\d|\s?(?:mg|mcg|mL|units|ml)\b)"
    r"|\b[a-z]{4,}\s+(?:was|were|is|are|reached|measured)\s+(?:read\s+as\s+"
    r"|at\s+)?(?P<v>\d{1,4}(?:\.\d+)?)(?=[,;.]?\s|[,;.]?$)"
    r"(?!\s?(?:years?|weeks?|months?|days?|hours?|sessions?|visits?|feet|of\b|and\s+older|or\b|to\b))"
    r"|\b[A-Z]{2,6}(?:-[A-Z0-9]{1,4})?\s+(?:of|is|was|were|at)\s+(?P<y>\d{2,4}(?:\.\d+)?)(?=[,;.)]?\s|[,;.]?$)"
    r"(?!\s?(?:years?|weeks?|months?|days?|hours?|sessions?|visits?|or\b|to\b|mg\b|mcg\b|units?\b|cm\b))"
    r"|(?<![\w.,/$#:-])(?P<j>\d\d{1,2})(?=\s(?:tender|swollen|painful|eosinophils?|admissions?|hospitali[sz]ations?|falls|seizures"
    r"|attacks|flares|exacerbations|infections|headache\s+days|migraine\s+days|joints)\b)"
    r"|\b(?:blood\s+)?[Pp]ressure\s+(?:of|was|is|at)\s+(?P<b>\d{2,3})(?=/\d{2,3})"
    r"|\b(?:scores?|index|risk|level|count|ratio|titer|percentile|grip|scaled?|rating|z-score)\s+(?:of|was|is|were"
    r"|at|=|:)?\s*"
    r"(?P<s>\d{1,4}(?:\.\d+)?)(?!\s?(?:mg|mcg|units|weeks?|days?|months?|years?|hours?|sessions?|to\b|-)|[\d./]\d)",
)
NUMBER = re.compile(r"(?<![\w.])\d+(?:,\d{3})*(?:\.\d+)?(?![\d])")


class Figure(NamedTuple):
    """One number given as a finding, and where it stands."""

    value: float
    span: tuple[int, int]


def figures(text: str) -> Iterator[Figure]:
    """Give each number that *text* states as a finding."""
    for match in FIGURE.finditer(text):
        group = next(name for name in "ndsvjby" if match[name])
        yield Figure(float(match[group].replace(",", "")), match.span(group))


# A unit, how many of another it holds, for charts and letters that measure in different ones.
SCALES = (("cm", 10.0), ("mm", 0.1), ("kg", 2.20462), ("lb", 0.453592), ("pound", 0.453592))


def converted(text: str, figure: Figure) -> tuple[float, ...]:
    """Give the same amount in the other units it is often charted in: 2.4 cm is 24 mm, 121.6 kg is 268 lb."""
    after = text[figure.span[1] : figure.span[1] + 9].strip().lower()
    return tuple(figure.value * times for unit, times in SCALES if after.startswith(unit))


def numbers(text: str) -> frozenset[float]:
    """Give every number that stands in *text*, whatever it counts."""
    return frozenset(float(match[0].replace(",", "")) for match in NUMBER.finditer(text))
