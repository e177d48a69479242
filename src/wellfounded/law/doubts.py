"""What a payer's paper says about time that cannot be, or that it says in two ways: asked with its own line."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import combinations

from wellfounded.law.stated import WINDOWS
from wellfounded.model.basis import Quote
from wellfounded.model.case import Case
from wellfounded.model.determination import REFUSALS, Field, Reading, Window
from wellfounded.model.document import Document
from wellfounded.model.stage import dated

MONTHS = (
    ("january", "januar"), ("february", "februar"), ("march", "märz"), ("april",), ("may", "mai"), ("june", "juni"),
    ("july", "juli"), ("august",), ("september",), ("october", "oktober"), ("november",), ("december", "dezember"),
)  # fmt: skip
NUMBER = {name: n for n, names in enumerate(MONTHS, 1) for name in names}
_MONTH = "|".join(name.capitalize() for name in NUMBER)
# A day of a month in words, in either order; "May 60 mg" is none.
IN_WORDS = re.compile(
    rf"\b(?:(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?|(?P<first>\d{{1,2}})\.?\s+(?P<second>{_MONTH}))\b"
    r"(?!\s+(?:business|calendar|working|days?|weeks?|months?|mg|mcg|ml|units?|visits?|sessions?|members?|percent)\b)"
    r"(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?"
)
IN_FIGURES = re.compile(
    r"(?<![\w./-])(?:(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)"
    r"|(?P<one>\d{1,2})(?P<sign>[/.])(?P<two>\d{1,2})(?P=sign)(?P<four>(?:19|20)\d\d))(?![\w/-])"
)
ENDS = re.compile(r"(?<=[.;!?])\s+|\n\s*\n")
LONG, LAST = 300, 31
LEAP = 2000  # a year in which every day of the calendar exists


def doubts(case: Case) -> Iterator[str]:
    """Give each doubt as one question that quotes the line it rests on."""
    for document in case.documents:
        if document.source.path.startswith("payer/"):
            yield from _impossible(document)
    reading = case.reading(*REFUSALS)
    if reading is not None:
        yield from _twice(case, reading)
        yield from _before_itself(case, reading)


def sentence(case: Case, quote: Quote) -> str:
    """Give the sentence of its document that a quote stands in, or the quote itself where the document is not here."""
    try:
        return _sentence(case.document(quote.at.source).text, quote.at.start, quote.at.end)
    except KeyError:
        return quote.exact


def _sentence(text: str, start: int, end: int) -> str:
    """Give the sentence, or where none ends near by, the line."""
    before = [each.end() for each in ENDS.finditer(text, max(0, start - LONG), start)]
    after = ENDS.search(text, end, end + LONG)
    if before and after:
        return " ".join(text[before[-1] : after.start()].split())
    last = text.find("\n", end)
    return " ".join(text[text.rfind("\n", 0, start) + 1 : len(text) if last < 0 else last].split())


def _impossible(document: Document) -> Iterator[str]:
    found = [*IN_WORDS.finditer(document.text), *IN_FIGURES.finditer(document.text)]
    wrong = [each for each in sorted(found, key=re.Match.start) if not _exists(each)]
    for each in {match[0]: match for match in wrong}.values():
        quoted = _sentence(document.text, each.start(), each.end())
        yield (
            f'{document.source.path} names {" ".join(each[0].split())}, a day that does not exist: "{quoted}". '
            "Which day is meant? Ask the payer in writing; nothing is counted from it."
        )


def _exists(match: re.Match[str]) -> bool:
    held = match.groupdict()
    if "sign" not in held:
        month, day = NUMBER[(held["month"] or held["second"]).lower()], int(held["day"] or held["first"])
        return _is_day(int(held["year"] or LEAP), month, day)
    if held["y"]:
        return _is_day(int(held["y"]), int(held["m"]), int(held["d"]))
    one, two, year = int(held["one"]), int(held["two"]), int(held["four"])
    orders = [(month, day) for month, day in ((one, two), (two, one)) if 0 < month <= len(MONTHS) and 0 < day <= LAST]
    return not orders or any(_is_day(year, month, day) for month, day in orders)  # in no order a day: no date at all


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _twice(case: Case, reading: Reading) -> Iterator[str]:
    """Ask which of two times for one route holds, where the refusal states two that differ."""
    held: dict[str, list[Field]] = {}
    for field in reading.fields:
        hours = isinstance(field.value, Window) and field.value.unit == "hours"  # of the fast way beside the plain one
        if isinstance(field.value, Window) and field.name in WINDOWS and not hours:
            held.setdefault(field.value.route, []).append(field)
    held["last day to appeal"] = list(reading.all("appeal_deadline"))
    for route, fields in held.items():
        pair = next((both for both in combinations(fields, 2) if _differ(case, *both)), None)
        if pair is not None:
            one, other = (sentence(case, field.basis) for field in pair)
            yield (
                f'The notice gives the {route.replace("_", " ")} two times: "{one}" and "{other}". Which one is yours? '
                "Ask the payer in writing; until it is known act by the earlier."
            )


def _differ(case: Case, one: Field, other: Field) -> bool:
    """Whether two fields say different things; one sentence that names two times says itself when each holds."""
    if case.documents and sentence(case, one.basis) == sentence(case, other.basis):
        return False
    if isinstance(one.value, Window) and isinstance(other.value, Window):
        length = (one.value.n, one.value.unit) != (other.value.n, other.value.unit)
        since = one.value.since is not None and other.value.since is not None and one.value.since != other.value.since
        return length or since
    return one.value != other.value


def _before_itself(case: Case, reading: Reading) -> Iterator[str]:
    notice = dated(reading)
    for field in reading.all("appeal_deadline"):
        if notice is not None and isinstance(field.value, date) and field.value < notice.value:
            yield (
                f"The last day it names, {field.value}, is before the day the notice bears, {notice.value}: "
                f'"{sentence(case, field.basis)}". Which day is meant? Ask the payer in writing.'
            )
