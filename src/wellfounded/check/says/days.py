"""Days that stand in a text, at the precision they are written with, and ages."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from wellfounded.model.coding import PartialDate
from wellfounded.wire.caseless import caseless, small

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
NAME = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
WRITTEN = caseless(
    r"(?=[\dadfjmnos])(?:"  # what a date can begin with: of most characters nothing more is asked
    rf"\b(?P<m1>{NAME})\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y1>(?:19|20)\d\d)\b"
    rf"|\b(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m2>{NAME}),?\s+(?P<y2>(?:19|20)\d\d)\b"
    rf"|\b(?P<m3>{NAME}),?\s+(?:of\s+)?(?P<y3>(?:19|20)\d\d)\b"
    r"|(?<![\w/.-])(?P<y4>(?:19|20)\d\d)-(?P<m4>\d\d)-(?P<d4>\d\d)(?![\d])"
    r"|(?<![\w/.])(?P<m5>\d{1,2})/(?P<d5>\d{1,2})/(?P<y5>(?:19|20)?\d\d)(?![\w/]|[.]\d)"
    r"|(?<![\w/.-])(?P<m7>\d{1,2})(?P<sep>[.-])(?P<d7>\d{1,2})(?P=sep)(?P<y7>(?:19|20)?\d\d)(?![\w/]|[.-]\d)"
    r"|(?<![\w/.-])(?P<m6>\d{1,2})/(?P<y6>(?:19|20)\d\d)(?![\w/]|[.-]\d))",
)
TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
ONES = "one|two|three|four|five|six|seven|eight|nine"
TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
SPELLED = {word: n for n, word in enumerate(TEENS.split("|"), 10)}
SPELLED |= {ten: 10 * n for n, ten in enumerate(TENS.split("|"), 2)}
SPELLED |= {word: n for n, word in enumerate(ONES.split("|"), 1)}
SPELLED |= {f"{t}-{o}": SPELLED[t] + n for t in TENS.split("|") for n, o in enumerate(ONES.split("|"), 1)}
AGE = re.compile(
    r"\b(?P<a>\d{1,3})[- ]?(?:years?|yrs?)[- ]?(?:old\b|of\s+age\b)|\b(?P<b>\d{1,3})[- ]?(?:y/?o|yo)\b"
    r"|\b(?:aged?|age\s*(?:is|:|of))\s*:?\s*(?P<c>\d{1,3})\b(?!\s*(?:-|to|or|and)\s*\d|\s*(?:%|months|weeks|days|mg))"
    r"|,\s(?P<d>\d{2})\s?[MF]\b"
    rf"|\b(?P<e>(?:{TENS})(?:-(?:{ONES}))?|{TEENS}|{ONES})[- ]years?[- ](?:old\b|of\s+age\b)",
    re.IGNORECASE,
)


class Day(NamedTuple):
    """One day, month or year, and where it stands."""

    value: PartialDate
    span: tuple[int, int]


class Age(NamedTuple):
    """One age in years, and where it stands."""

    years: int
    span: tuple[int, int]


def days(text: str) -> Iterator[Day]:
    """Give every date of *text* in order; month and day are read as in the United States unless they cannot be."""
    for match in WRITTEN.finditer(small(text)):
        part = {name[0]: value for name, value in match.groupdict().items() if value and name != "sep"}
        year = int(part["y"])
        if year < 100:
            year += 2000 if year < 50 else 1900
        month = int(part["m"]) if part["m"].isdigit() else 1 + MONTHS.index(part["m"][:3].lower())
        day = int(part["d"]) if "d" in part else None
        if day is not None and (month > 12 or match["sep"] == ".") and day <= 12:
            month, day = day, month
        value = PartialDate(year, month, day)
        try:
            value.earliest()
        except ValueError:
            continue
        yield Day(value, match.span())


def ages(text: str) -> Iterator[Age]:
    """Give every age in years that *text* states."""
    for match in AGE.finditer(text):
        group = next(name for name in "abcde" if match[name])
        years = SPELLED[match[group].lower()] if group == "e" else int(match[group])
        if years < 120:
            yield Age(years, match.span(group))


def age_on(birth: date, day: date) -> int:
    """Give the age in whole years on *day*."""
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def holds(wide: PartialDate, narrow: PartialDate) -> bool:
    """Whether *narrow* lies within *wide*: March 2026 holds 2026-03-14."""
    return wide.earliest() <= narrow.earliest() and narrow.latest() <= wide.latest()
