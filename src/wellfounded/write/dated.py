"""Where a source states a date: the passage under a date that a sentence writes out in another form."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from wellfounded.model.basis import Quote
from wellfounded.model.coding import PartialDate
from wellfounded.model.document import Document
from wellfounded.wire.caseless import caseless, small
from wellfounded.write.words.dates import MONTHS

NAMES = "|".join(f"{month}|{month[:3]}" for month in MONTHS)
NUMBER = {name.lower(): n for n, month in enumerate(MONTHS, 1) for name in (month, month[:3])}
FORMS = (
    rf"(?P<name1>{NAMES})\.? (?P<day1>\d{{1,2}}),? (?P<year1>\d{{4}})",
    rf"(?P<day2>\d{{1,2}})[ -](?P<name2>{NAMES})\.?[ ,-]+(?P<year2>\d{{4}})",
    rf"(?P<name3>{NAMES})\.?,? (?P<year3>\d{{4}})",
    r"(?P<year4>(?:19|20)\d\d)[-/](?P<month4>\d{1,2})(?:[-/](?P<day4>\d{1,2}))?",
    r"(?P<month5>\d{1,2})[/.-](?P<day5>\d{1,2})[/.-](?P<year5>\d{4}|\d\d)",
    r"(?P<month6>\d{1,2})/(?P<year6>(?:19|20)\d\d)",
    r"(?P<year7>(?:19|20)\d\d)(?P<month7>[01]\d)(?P<day7>[0-3]\d)",
    r"(?P<year8>(?:19|20)\d\d)",
)
# What a date can begin with comes first: of most characters nothing more is asked.
ANY = caseless(rf"(?=[\djfmasond])(?<![\d/-])(?:{'|'.join(FORMS)})(?![\d/])")

Key = tuple[int, int | None, int | None]


def dated(document: Document, when: PartialDate, near: int = 0) -> Quote | None:
    """Quote where *document* states *when*, last before *near*, else first; None where it does not."""
    places = _index(document.text).get((when.year, when.month, when.day))
    if not places:
        return None
    start, end = places[max(bisect_right(places, (near, near)) - 1, 0)]
    return document.quote(start, end)


def yearless(document: Document, when: PartialDate, within: Quote) -> Quote | None:
    """Quote the day and month of *when* within a passage of a note that names its year elsewhere: "last dose 04/19"."""
    if when.month is None or when.day is None or str(when.year) not in document.text:
        return None
    month = MONTHS[when.month - 1]
    said = (
        rf"(?<![\d/-])(?:0?{when.month}/0?{when.day}(?![\d/])|(?:{month}|{month[:3]})\.? {when.day}(?!\d|,? \d{{4}}))"
    )
    found = re.search(said, within.exact, re.IGNORECASE)
    if found is None:
        return None
    return document.quote(within.at.start + found.start(), within.at.start + found.end())


def note_date(document: Document) -> PartialDate | None:
    """Give the date a note's file name opens with, as "2025-02-04_visit.txt"; None where it does not."""
    found = re.match(r"(\d{4}-\d{2}-\d{2})(?!\d)", document.source.path.rpartition("/")[2])
    try:
        return PartialDate.parse(found[1]) if found else None
    except ValueError:
        return None


@lru_cache(maxsize=256)
def _index(text: str) -> dict[Key, list[tuple[int, int]]]:
    """Give the places of every date of *text*, read once: to search for each date is 20 times slower."""
    held: dict[Key, list[tuple[int, int]]] = {}
    for match in ANY.finditer(small(text)):
        for key in _keys(match):
            held.setdefault(key, []).append(match.span())
    return held


def _keys(match: re.Match[str]) -> Iterator[Key]:
    parts = {name[:-1]: value for name, value in match.groupdict().items() if value is not None}
    year = int(parts["year"])
    years = (year,) if year > 99 else (2000 + year, 1900 + year)
    month = NUMBER[parts["name"]] if "name" in parts else int(parts["month"]) if "month" in parts else None
    day = int(parts["day"]) if "day" in parts else None
    for each in years:
        if month is None or _exists(each, month, day or 1):
            yield each, month, day


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
