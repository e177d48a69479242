"""Scores, laboratory values and measurements: a name and the numbers said of it."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from wellfounded.check.says.days import WRITTEN
from wellfounded.check.says.measure_names import table
from wellfounded.check.says.phrasebook import Phrasebook
from wellfounded.wire.caseless import small

NUMBER = re.compile(r"(?<![\w.,/])-?(?P<n>\d{1,5}(?:,\d{3})*(?:\.\d+)?)(?P<slash>\s?/\s?\d+(?:\.\d+)?)?(?!\d|[.,]\d)")
FILLER = (
    r"(?:total|disability"
    r"|severity|activity|symptoms?|questionnaire|impact|rating|scores?|levels?|values?"
    r"|readings?|index|scale|result(?:s|ed)?|measured|of|was|is|were|at|to|from|as"
    r"|has|had"
    r"|been|are|and|then|now|fell|rose|dropped|decreased|increased|improved|worsened|remain(?:s|ed)|still|risen"
    r"|fallen|gone|left|right|eyes?|both|scored|stands?"
    r"|reached"
    r"|approximately|about|around|nearly|only|initially|baseline|today|most|recent|current(?:ly)?|documented|scored"
    r"|totals?|predicted|her|his|the|an?|in|with|again|peak|lowest|mean|average|nadir|self-reported|resting|rest"
    r"|on|room"
    r"|air|both|between|post|pre|stayed|climbed|went|came|declined|down|up|back|just)\b"
)
MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)\b(?!\.?,?\s+\d)"
GAP = re.compile(rf"(?:\s*{MONTH}|\s*(?:\([^()\d]{{1,30}}\)\s*)?{FILLER}|[\s:=,~(>-]|->|\u2192)*", re.IGNORECASE)


class Measured(NamedTuple):
    """One number said of one measure, where the number stands, and where the name begins."""

    name: str
    value: float
    span: tuple[int, int]
    start: int


@lru_cache(maxsize=64)
def book(extra: tuple[str, ...] = ()) -> Phrasebook[str]:
    """Index the usual names and those of *extra*, which a chart uses beside them."""
    return Phrasebook.of([*table(), *((name, name.lower()) for name in extra)])


def key(name: str) -> str:
    """Give the name that compares: the usual one where we know it, else the name in lower case."""
    return next((meant for meant, _, _ in book().find(name)), name.lower())


def known(name: str) -> bool:
    """Whether the table holds that name."""
    return any(True for _ in book().find(name))


def measured(text: str, extra: Iterable[str] = ()) -> Iterator[Measured]:
    """Give each number of *text* that is said of a measure: all that follow its name until other words begin.

    What is rated out of ten is pain, or itch where that is said; days of headache also count before their name.
    """
    for match in RATED.finditer(text):
        name = "itch" if "itch" in text[max(0, match.start() - 40) : match.end()].lower() else "pain"
        yield Measured(name, float(match["n"]), match.span("n"), match.start())
    for name, start, end in book(tuple(extra)).find(text):
        at = end
        while found := NUMBER.match(text, _past_gap(text, at)) or (at == end and SPOKEN.match(text, at)):
            of_ten = (found["slash"] or "").replace(" ", "") == "/10" or OF_TEN.match(text, found.end())
            bare = name == "pain" and not SCALE.search(text[start:end])
            if not of_ten and not bare and not _dated(text, found):
                yield Measured(name, float(found["n"].replace(",", "")), found.span("n"), start)
            at = _past(UNIT, text, found.end())
            if at > found.end() and not GOES_ON.match(text, at):  # "40.8 kg at 165 cm": another measure's number
                break
        if name.endswith(" days") and (counted := COUNTED.search(text, max(0, start - 12), start)):
            yield Measured(name, float(counted[1]), counted.span(1), start)


# Up to three more words of a name before the verb: "EDE-Q global score was 5.1".
SPOKEN = re.compile(
    r"(?:\s+(?!and\b|or\b|with\b|loss\b|gain\b|change\b|drop\b|by\b|below\b|above\b|over\b"
    r"|under\b)[a-z-]{2,14}){1,3}?"
    r"\s+(?:was|is|of|were|at|=|:)\s+(?P<n>\d{1,5}(?:,\d{3})*(?:\.\d+)?)(?P<slash>\s?/\s?\d+(?:\.\d+)?)?(?!\d|[.,]\d)"
)
RATED = re.compile(r"(?<![\d./])(?P<n>\d{1,2})\s?(?:/|out\s+of|of)\s?10\b(?![./\d])")
SCALE = re.compile(r"scale|score|rating|level|NRS|NPRS|VAS", re.IGNORECASE)
GOES_ON = re.compile(r"\s*(?:,|;|and\b|to\b|then\b|from\b|but\b|now\b|->|\u2192|/|\()", re.IGNORECASE)
OF_TEN = re.compile(r"\s*(?:out\s+)?of\s+(?:10|ten)\b")
COUNTED = re.compile(r"(?<![\d./])(\d{1,2})\s+(?:monthly\s+)?$")


def beside(text: str, extra: Iterable[str] = ()) -> Iterator[tuple[str, float]]:
    """Give each number that stands within a few words after a measure's name, whatever it means: notes are terse."""
    for name, _, end in book(tuple(extra)).find(text):
        clause = CLAUSE.split(text[end : end + 26])[0]
        yield from ((name, float(match[0].replace(",", ""))) for match in DIGITS.finditer(clause))


CLAUSE = re.compile(r"[;\n]|[.,]\s")
DIGITS = re.compile(r"(?<![\d./])\d{1,5}(?:\.\d+)?(?![\d/])")


def _past_gap(text: str, at: int) -> int:
    """Pass over the words that may stand between a measure's name and its number, a date among them."""
    while True:
        after = _past(GAP, text, at)
        dated = WRITTEN.match(small(text), after)
        if dated is None or dated.end() <= at:
            return after
        at = dated.end()


def acronyms(text: str) -> frozenset[str]:
    """Give each name in capitals that *text* follows with a number: "INCAT 5", "SES-CD 16"."""
    return frozenset(match[1] for match in ACRONYM.finditer(text)) - NOT_MEASURES


ACRONYM = re.compile(
    r"(?<![\w-])([A-Z][A-Za-z]{0,2}[A-Z][A-Z-]{1,8})(?:\s+(?:score|total|of|is|was|global"
    r"|[a-z]{3,9}))?[\s:=]+\d+(?:\.\d+)?(?![\d/-])"
)
_OTHERS = """
DOB MRN NPI CPT ICD HCPCS ID PO DOS DOI NDC ZIP FAX TEL PT OT MTX HCQ BID TID QID PRN MG MCG IV SC IM XR ER LA XL SR CR
HCL AM PM CBT
CFR USC LCD NCD PMID PMC NCT
"""
NOT_MEASURES = frozenset(_OTHERS.split())


def _past(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at


UNIT = re.compile(
    r"\s?(?:%|percent|mg/dL|g/dL|mmol/mol|mmol/L|ng/mL|pg/mL|kg/m2|kg/m\u00b2|mm\s?Hg|bpm|points?|out of \d+"
    r"|events?(?:/h(?:our|r)?|\s+per\s+hour)|per\s+hour|/h(?:r|our)?|degrees?|\u00b0|lbs?|kg|pounds|cm|mm|m\b"
    r"|meters|L\b"
    r"|liters?|mL|ms|days?(?:\s+(?:per|a)\s+month)?|cells/\S+|IU/mL|U/L|predicted|on)*",
    re.IGNORECASE,
)
DATE_LIKE = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4}|(?:19|20)\d\d-\d\d|\d{1,2}-\d{1,2}-\d{2,4}")
TIME = re.compile(
    r"\s?-?(?:weeks?|months?|years?|hours?|minutes?|L/min|lpm|liters?\s+(?:per|a)|mg(?!/d?L)|mcg(?!/m?L)|sessions?"
    r"|visits?|times|:\d\d)\b",
    re.IGNORECASE,
)


def _dated(text: str, found: re.Match[str]) -> bool:
    """Whether a number is part of a date, a year, a length of time or a dose."""
    if DATE_LIKE.match(text, found.start()) or TIME.match(text, found.end()):
        return True
    return found["slash"] is None and bool(re.fullmatch(r"(?:19|20)\d\d", found["n"])) and "," not in found["n"]
