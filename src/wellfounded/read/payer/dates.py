"""Dates as letters write them: months in words, numbers in American or European order, ISO 8601, German."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar jaenner jänner",
            "february feb februar",
            "march mar märz maerz mrz",
            "april apr",
            "may mai",
            "june jun juni",
            "july jul juli",
            "august aug",
            "september sept sep",
            "october oct oktober okt",
            "november nov",
            "december dec dezember dez",
        ),
        1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DIGIT = r"[\dOoIl]"  # a scanned zero reads as O, a scanned one as I or l
DATE = re.compile(
    rf"""(?<![\w/.])(?:
      (?P<m1>{_MONTH})\.?\s{{0,2}}(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s?[,.]?\s{{0,2}}(?P<y1>(?:19|20)\d\d)
    | (?P<d2>\d{{1,2}})(?:st|nd|rd|th|\.)?\s?(?:of\s)?[\s-]?(?P<m2>{_MONTH})\.?,?[\s-]{{1,2}}(?P<y2>(?:19|20)\d\d
        |\d\d(?!\d))
    | (?P<m4>{_MONTH})-(?P<d4>\d{{1,2}})-(?P<y4>(?:19|20)\d\d)
    | (?<!-)(?P<y3>(?:19|20)\d\d)[-/.](?P<m3>\d{{1,2}})[-/.](?P<d3>\d{{1,2}})
    | (?:(?<!-)|(?={_DIGIT}{{1,2}}/))(?P<a>{_DIGIT}{{1,2}})(?P<sep>\s?[/.-]\s?)(?P<b>{_DIGIT}{{1,2}})
      (?P=sep)(?P<y>(?:19|20|2O|2o){_DIGIT}{{2}}
        |{_DIGIT}{{2}})
    )(?!(?!T\d\d:)[\w/]|\.\d|-\d(?!\d?/))""",
    re.IGNORECASE | re.VERBOSE,
)
SHORT = re.compile(  # a day and its month, the year left to the reader
    rf"""(?<![\w/.,-])(?:
      (?P<m1>{_MONTH})\.?\s{{1,2}}(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|[,.]?\s{{0,2}}(?:19|20)\d\d|\s?[:/])
    | (?P<d2>\d{{1,2}})(?:st|nd|rd|th|\.)?\s(?:of\s)?(?P<m2>{_MONTH})\b(?![.,]?\s{{0,2}}(?:\d{{2}}\b|(?:19|20)\d\d))
    )(?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)
NUMERIC = re.compile(r"(?<![\w/.,-])(\d{1,2})/(\d{1,2})(?![\w/]|\.\d|-\d)")  # as a clinic writes a day of this year
_UNSCAN = str.maketrans("OoIl", "0011")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date and where it stands."""

    value: date
    start: int
    end: int


def day_first(text: str, *, otherwise: bool = False) -> bool:
    """Whether numeric dates in *text* put the day first: told by one that can be read only one way."""
    first = second = 0
    for found in DATE.finditer(text):
        if found["a"]:
            a, b = (int(found[part].translate(_UNSCAN)) for part in "ab")
            first += a > 12 >= b
            second += b > 12 >= a
    if first != second:
        return first > second
    return otherwise


def dates(text: str, start: int = 0, end: int | None = None, *, european: bool = False) -> Iterator[Dated]:
    """Give the dates between two offsets of *text*; what is not a day of the calendar is passed over."""
    for found in DATE.finditer(text, start, len(text) if end is None else end):
        day = _day(found, european=european)
        if day is not None:
            yield Dated(day, found.start(), found.end())


def near(
    text: str, start: int, end: int, notice: date, *, after: bool, european: bool = False, numeric: bool = False
) -> Iterator[Dated]:
    """Give the days written without a year: the last up to the *notice*, or with *after* the first from it on.

    *numeric*: also those written as two numbers ("5/2"), where it is known from elsewhere that a day stands here.
    """
    for found in SHORT.finditer(text, start, end):
        month, day = MONTHS[(found["m1"] or found["m2"]).lower()], int(found["d1"] or found["d2"])
        yield from _nearest(found, month, day, notice, after=after)
    for found in NUMERIC.finditer(text, start, end) if numeric else ():
        one, other = int(found[1]), int(found[2])
        month, day = (other, one) if european else (one, other)
        yield from _nearest(found, month, day, notice, after=after)


def _nearest(found: re.Match[str], month: int, day: int, notice: date, *, after: bool) -> Iterator[Dated]:
    for year in (notice.year, notice.year + (1 if after else -1)):
        try:
            read = date(year, month, day)
        except ValueError:
            continue
        if read >= notice if after else read <= notice:
            yield Dated(read, found.start(), found.end())
            return


def at(text: str, start: int, end: int, *, european: bool = False) -> Dated | None:
    """Give the date that begins at *start*, or none."""
    found = DATE.match(text, start, end)
    day = _day(found, european=european) if found else None
    return Dated(day, found.start(), found.end()) if found and day else None


def _day(found: re.Match[str], *, european: bool) -> date | None:
    try:
        if found["m1"]:
            return date(int(found["y1"]), MONTHS[found["m1"].lower()], int(found["d1"]))
        if found["m2"]:
            return date(_year(found["y2"]), MONTHS[found["m2"].lower()], int(found["d2"]))
        if found["m4"]:
            return date(int(found["y4"]), MONTHS[found["m4"].lower()], int(found["d4"]))
        if found["y3"]:
            return date(int(found["y3"]), int(found["m3"]), int(found["d3"]))
        a, b, year = (found[part].translate(_UNSCAN) for part in ("a", "b", "y"))
        if sum(part.isdigit() for part in found[0]) < 3:
            return None
        day, month = (a, b) if european or "." in found["sep"] else (b, a)
        if int(month) > 12 >= int(day):
            day, month = month, day
        return date(_year(year), int(month), int(day))
    except ValueError:
        return None


def _year(text: str) -> int:
    return int(text) + (2000 if len(text) == 2 else 0)
