"""A number against a bound where the kind of test is already known, so that the name may be any words."""

import re
from dataclasses import dataclass

from wellfounded.criteria.numbers import AFTER, COMPARATOR, COUNT, NUMBER, comparator, count, durations, number
from wellfounded.criteria.tests._units import UNIT_HERE, unit_name

_NUMBER = re.compile(
    rf"(?P<before>(?:{COMPARATOR})?)\s*(?:the\s+)?(?<![\w./-])(?P<n>{NUMBER}|{COUNT}(?=\s+(?:times|or|and)\b))(?:st|nd|rd|th)?"
    r"(?![\w]*[A-Za-z]{3})(?P<tail>[^;]{0,90})",
    re.IGNORECASE,
)
_AFTER = re.compile(rf"\s*(?P<more>{AFTER})", re.IGNORECASE)
_NORMAL = re.compile(
    r"\b(?P<sign>above|over|greater\s+than|higher\s+than|below|less\s+than|under)\s+the\s+(?P<unit>upper\s+limit\s+of\s+normal"
    r"|lower\s+limit\s+of\s+normal)",
    re.IGNORECASE,
)
_TIMES = re.compile(r"\s*(?P<unit>times\s+the\s+(?:upper|lower)\s+limit\s+of\s+normal|percentile)", re.IGNORECASE)
_EVENTS = re.compile(
    rf"(?P<before>(?:at\s+least|a\s+minimum\s+of|no\s+fewer\s+than)\s+)?(?P<n>{COUNT})(?P<more>\s+or\s+(?:more|fewer))?\s+"
    r"(?P<what>(?:[\w-]+\s+){0,3}?[a-z-]+s)\b(?!\s+of\s+age)",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"^(?:(?:an?|the|baseline|current|documented|patient|member|person|has|have|had|with|is|of|was)\s+)+|(?:\s+(?:is|of|was|at|are"
    r"|score|to|has|been|by))+$",
    re.IGNORECASE,
)
_LONGEST = 6  # words of a name


@dataclass(frozen=True, slots=True)
class Loose:
    """A bound with the words before it for its name."""

    name: str
    comparator: str
    value: float
    unit: str


def loose(text: str) -> Loose | None:
    """Read the first number of *text* that has a comparator and is no length of time; None where there is none."""
    if normal := _NORMAL.search(text):
        sign = comparator(normal["sign"].lower())
        return Loose(_name(text[: normal.start()]), sign, 1.0, normal["unit"].lower())
    busy = [(start, end) for start, end, _ in durations(text)]
    for found in _NUMBER.finditer(text):
        if any(start <= found.start("n") < end for start, end in busy):
            continue
        tail = found["tail"]
        unit = UNIT_HERE.match(tail) or _TIMES.match(tail)
        more = _AFTER.match(tail[unit.end() if unit else 0 :])
        sign = comparator(found["before"], more["more"] if more else "")
        if sign:
            value = number(found["n"]) if found["n"][0].isdigit() else float(count(found["n"]))
            return Loose(_name(text[: found.start()]), sign, value, unit_name(unit["unit"]) if unit else "")
    return None


def events(text: str) -> Loose | None:
    """Read how often something must have happened: "two or more falls in a year" is at least 2 falls."""
    for found in _EVENTS.finditer(text):
        sign = comparator(found["before"] or "", found["more"] or "")
        if sign and not durations(found[0]):
            return Loose(found["what"].strip(), sign, float(count(found["n"])), "")
    return None


def _name(before: str) -> str:
    plain = before.strip(" ,;:(")
    while (shorter := _NAME.sub("", plain).strip(" ,;:(")) != plain:
        plain = shorter
    return " ".join(plain.split()[-_LONGEST:]) if re.search(r"[A-Za-z]{2}", plain) else ""
