"""Dates and lengths of time as charts write them, with the year taken from the note where only a day is given."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest

from wellfounded.model.coding import Duration, PartialDate
from wellfounded.wire.caseless import caseless, small

_MONTH_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec"
_MONTHS = {name: n for n, name in enumerate(_MONTH_NAMES.split(), 1)}
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
# What opens with a digit and what opens with a letter are told apart first: at most places neither can begin.
_DATE = (
    r"(?:(?=\d)(?:(?P<iso>(?:19|20)\d\d-\d{1,2}(?:-\d{1,2})?(?![\d-])|(?:19|20)\d\d/\d{1,2}/\d{1,2}(?![\d/]))"
    r"|(?P<us>\d{1,2}(?:/\d{1,2}/|-\d{1,2}-|\.\d{1,2}\.)(?:(?:19|20)\d\d|\d\d))(?![\d/])"
    r"|(?P<my>\d{1,2}/(?:19|20)\d\d)(?![\d/])"
    rf"|(?P<dmy>\d{{1,2}}(?:st|nd|rd|th)?[\s-]+(?:of\s+)?{_MONTH}[\s,-]+(?:19|20)\d\d)\b"
    r"|(?P<md>\d{1,2}/\d{1,2})(?![\d/]|\s*(?:mg|mmhg|ml))"
    rf"|(?P<dmon>\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH})(?!\s*\d)"
    r"|(?P<y>(?:19|20)\d\d)(?![\d/.]|\s*(?:mg|mcg|units|mL|IU|g\b|steps|m\b|calor)))"
    r"|(?=jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|early|mid|late)"
    rf"(?:(?P<mdy>{_MONTH}[\s-]+\d{{1,2}}(?:st|nd|rd|th)?,?[\s-]+(?:19|20)\d\d)\b"
    rf"|(?P<mony>{_MONTH}(?:\s+of)?,?[\s-]*(?:19|20)\d\d|{_MONTH}\s*[\u2019'\u2019]\d\d)\b"
    rf"|(?P<mond>{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?)\b(?!\s*(?:mg|mcg|%))"
    rf"|(?P<mon>(?<=in )(?:early |mid |mid-|late )?{_MONTH}|(?<=since )(?:early |mid |mid-"
    rf"|late )?{_MONTH}|(?<=from ){_MONTH}|(?<=to ){_MONTH}|(?<=until ){_MONTH})(?!\s*\d)))"
)
DATE = caseless(rf"(?<![\d/.$])(?:(?<!\d{{3}}-)|(?<=/\d{{4}}-))(?:{_DATE})")
_NUMBER_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
)
_NUMBER = {word: n for n, word in enumerate(_NUMBER_WORDS.split())} | {
    "thirty": 30,
    "forty": 40,
    "sixty": 60,
    "ninety": 90,
    "a couple of": 2,
    "one and a half": 1.5,
    "two and a half": 2.5,
    "half a": 0.5,
}
_UNITS = {"d": "days", "w": "weeks", "m": "months", "y": "years", "h": "hours"}
_N = r"(?:\d+(?:\.\d+)?|" + "|".join(sorted((w for w, n in _NUMBER.items() if n), key=len, reverse=True)) + r")"
_UNIT = r"(?:days?|d|weeks?|wks?|wk|w|months?|mos?|mths?|m|years?|yrs?|yr|y)"
DURATION = caseless(
    rf"(?:(?<=\bx)|(?<=\bX)|(?<![\w.$/]))(?P<n>{_N}|(?:(?<=for )|(?<=after )|(?<=over )|(?<=nearly )"
    rf"|(?<=about ))an?(?=\s+(?:week|month"
    rf"|year|full)))(?:\s*\+|\s+full)?(?:\s*(?:-|\u2013|to)\s*(?P<hi>{_N}))?(?:[\s-]+(?:more|consecutive|continuous"
    rf"|weekly|total))?[\s-]*(?P<u>{_UNIT})(?:'|\u2019)?\b(?![/.-]?\d)",
)
COUNTED = ("session", "visit", "treatment", "appointment", "injection", "block", "infusion", "cycle")
SESSIONS = caseless(  # as TIMES, only where one of these words stands
    rf"(?<![\w.$/-])(?P<n>{_N})(?:\s*(?:-|\u2013|/|of"
    rf"|out of)\s*(?P<hi>\d+))?(?!\s*(?:mg|mcg|g|units?|ml)\b)(?:\s+[a-z-]+){{0,3}}?\s+(?P<u>sessions?|visits?"
    rf"|treatments?|appointments?"
    rf"|injections?|blocks?|infusions?|cycles?)\b",
)


DAY = caseless(r"\b(?:on|after|by|quit|stopped(?: on)?)\s+(?P<u>day)\s+#?(?P<n>\d{1,3})\b")
TIMES = caseless(
    r"\b(?P<u>sessions?|visits?|treatments?|injections?|blocks?|infusions?|cycles?)\s*x\s*(?P<n>\d{1,2})\b"
)


def number(text: str) -> float:
    """Give the number a figure or a number word stands for."""
    low = text.lower()
    return 1.0 if low in {"a", "an"} else float(_NUMBER[low]) if low in _NUMBER else float(low)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date with its place in the text."""

    date: PartialDate
    start: int
    end: int


_DAY_FIRST = re.compile(r"(?<![\d/.-])(?:1[3-9]|2\d|3[01])[/.]\d{1,2}[/.](?:20)?\d\d(?![\d/])")


@lru_cache(maxsize=4)
def day_first(text: str) -> bool:
    """Whether a document writes the day before the month: where one of its dates can be read in no other way."""
    return _DAY_FIRST.search(text) is not None


def partial(match: re.Match[str], near: PartialDate | None = None, *, flipped: bool = False) -> PartialDate | None:
    """Give the date a match of DATE states, or None; *near* is the note's date and lends its year.

    *flipped* says that the document writes the day before the month.
    """
    kind, text = match.lastgroup or "", match.group().lower()
    digits = [int(part) for part in re.findall(r"\d+", text)]
    if flipped and kind in {"us", "md"} and digits[1] <= 12:
        digits[:2] = digits[1], digits[0]
    try:
        return _partial(kind, text, digits, near)
    except ValueError:
        return None


def _partial(kind: str, text: str, digits: list[int], near: PartialDate | None) -> PartialDate | None:
    match kind:
        case "iso":
            return _checked(*digits)
        case "us":
            month, day, year = digits
            return (
                _checked(_century(year, near), month, day)
                if month <= 12
                else _checked(_century(year, near), day, month)
            )
        case "my":
            return _checked(digits[1], digits[0])
        case "mdy":
            return _checked(digits[1], month_of(text), digits[0])
        case "dmy":
            return _checked(digits[1], month_of(text), digits[0])
        case "mony":
            return _checked(_century(digits[0], near), month_of(text))
        case "y":
            return _checked(digits[0])
        case _ if near is None:
            return None
        case "md":
            return _before(near, digits[0], digits[1])
        case "mond" | "dmon":
            return _before(near, month_of(text), digits[0])
        case _:
            return _before(near, month_of(text), None)


def _before(near: PartialDate, month: int, day: int | None) -> PartialDate | None:
    """A day without a year is the last such day up to two months after the note, a month alone up to one."""
    ahead = near.month is None or (month - near.month) % 12 <= (1 if day is None else 2)
    year = near.year if near.month is None or month <= near.month else near.year - 1
    return _checked(year + (ahead and near.month is not None and month != near.month), month, day)


def month_of(text: str) -> int:
    """Give the number of the month that *text*, in small letters, names; 0 where it names none."""
    found = re.search(r"[a-z]{3,}", re.sub(r"\b(early|mid|late|of)\b", "", text))
    return _MONTHS[found.group()[:3]] if found else 0


def _century(year: int, near: PartialDate | None) -> int:
    if year >= 100:
        return year
    top = near.year % 100 + 1 if near else 40
    return 2000 + year if year <= top else 1900 + year


def _checked(year: int, month: int | None = None, day: int | None = None) -> PartialDate:
    date = PartialDate(year, month, day)
    date.earliest()
    return date


@lru_cache(maxsize=8)
def _matches(text: str) -> tuple[list[int], list[re.Match[str]]]:
    """Find every date of a text once; its sentences are asked about many times."""
    found = list(DATE.finditer(small(text)))
    return [match.start() for match in found], found


def _range_end(text: str, match: re.Match[str], after: re.Match[str] | None) -> PartialDate | None:
    """The dated end of a range whose start has no year lends it: "January 10 to April 25, 2022"."""
    if after is None or match.lastgroup not in {"md", "mond", "mon"} or after.lastgroup in {"md", "mond", "mon", "y"}:
        return None
    joined = re.fullmatch(r"\s*(?:to|through|thru|until|[-\u2013\u2014])\s*", text[match.end() : after.start()])
    return partial(after) if joined else None


def dates(text: str, start: int, end: int, near: PartialDate | None = None) -> list[Dated]:
    """Give the dates stated between two places of *text*, in order."""
    starts, matches = _matches(text)
    found: list[Dated] = []
    held = matches[bisect_left(starts, start) : bisect_left(starts, end)]
    for match, after in zip_longest(held, held[1:]):
        lent = _range_end(text, match, after) or near
        date = partial(match, lent, flipped=day_first(text)) if match.end() <= end else None
        if date is not None:
            found.append(Dated(date, match.start(), match.end()))
    return found


def duration(match: re.Match[str]) -> Duration:
    """Give the length of time a match of DURATION or SESSIONS states; of a range, the shorter."""
    unit = match["u"].lower()
    return Duration(number(match["n"]), _UNITS[unit[0]] if match.re in {DURATION, DAY} else "sessions")
