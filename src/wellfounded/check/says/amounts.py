"""Doses and lengths of time that stand in a text, in one unit each so that they compare."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from wellfounded.wire.caseless import caseless, small

WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50, "sixty": 60,
}  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_ONES = tuple(WORDS)[:9]
WORDS |= {f"{ten}-{one}": n + WORDS[one] for ten, n in _TENS.items() for one in _ONES}
COUNT = r"\d{1,4}(?:\.\d+)?|" + "|".join(sorted(WORDS, key=len, reverse=True))
UNIT = (
    r"mg/kg|mg/m2|mcg/kg|micrograms?|milligrams?|mg|mcg|ug|\u00b5g|\u03bcg|grams?|gm|g|units?|IU|mL|mEq|L/min|lpm|LPM"
)
DOSE = re.compile(
    rf"(?<![\w.,/-])(?:(?P<low>\d[\d,]*(?:\.\d+)?)\s*(?:{UNIT})?\s*(?:-|to)\s*)?"
    rf"(?P<n>\d[\d,]*(?:\.\d+)?)[\s-]*(?P<unit>{UNIT})\b(?!/(?:d?L|mL|min|24))"
)
SPELLED = {
    "microgram": "mcg", "micrograms": "mcg", "ug": "mcg", "\u00b5g": "mcg", "\u03bcg": "mcg", "milligram": "mg",
    "milligrams": "mg", "gram": "g", "grams": "g", "gm": "g", "unit": "units", "IU": "units", "lpm": "L/min",
    "LPM": "L/min",
}  # fmt: skip
LENGTH = caseless(
    rf"(?<![\w.,/-])(?:(?P<low>\d{{1,3}}(?=\s*-)|(?:{COUNT})(?=\s+to\s))\s*(?:-"
    rf"|to)\s*)?(?P<n>{COUNT})(?:\s*\(\d+\))?(?:\s+(?:full|consecutive|whole"
    rf"|more"
    r"|additional|straight|continuous|solid|weekly|daily|individual|group|in-person|supervised))?[\s-]*"
    r"(?P<unit>hours?|days?|weeks?|wks?|months?|mos?|years?|yrs?|sessions?|visits?|treatments?|cycles?|doses)\b"
    r"(?![\s-]+(?:old|of\s+age)\b)(?!'?\s+ago\b)",
)
DAYS = {"h": 1 / 24, "d": 1.0, "w": 7.0, "m": 30.44, "y": 365.25}


# "2.5 mg tablets (6 tablets by mouth once weekly)" is a dose of 15 mg, not of 2.5 mg.
PIECES = re.compile(
    r"\s*(?:tablets?|tabs?|capsules?|caps|pills?)\b[\s,;:(-]{1,3}(?:(?:take|takes|taking|give)\s+)?"
    r"(?P<count>[1-9]|1[0-2]|one|two|three|four|five|six|seven|eight|nine|ten|twelve)\s+"
    r"(?:tablets?|tabs?|capsules?|caps|pills?|(?=by\smouth|once|twice|daily|weekly|every|at\b|per\b))",
    re.IGNORECASE,
)


class Dose(NamedTuple):
    """One amount of a treatment: in mg where it is a mass, else in its own unit."""

    value: float
    unit: str
    span: tuple[int, int]


class Length(NamedTuple):
    """One length of time in days, or a count of sessions; *unit* is its first letter (h d w m y), or s for sessions."""

    value: float
    unit: str
    span: tuple[int, int]


def number(text: str) -> float:
    """Read a number in digits or words."""
    return float(WORDS[text.lower()]) if text.lower() in WORDS else float(text.replace(",", ""))


@lru_cache(maxsize=1024)
def doses(text: str) -> tuple[Dose, ...]:
    """Give every dose of *text*, both ends of a range; kept, for many rules ask of the same passages."""
    return tuple(_doses(text))


def _doses(text: str) -> Iterator[Dose]:
    for match in DOSE.finditer(text):
        if pieces := PIECES.match(text, match.end()):
            unit = SPELLED.get(match["unit"], match["unit"])
            scale = {"mcg": 0.001, "g": 1000.0}.get(unit, 1.0) * number(pieces["count"])
            value = round(float(match["n"].replace(",", "")) * scale, 6)
            yield Dose(value, "mg" if unit in {"mcg", "g"} else unit, (match.start(), pieces.end()))
            continue
        unit = SPELLED.get(match["unit"], match["unit"])
        scale = {"mcg": 0.001, "g": 1000.0}.get(unit, 1.0)
        unit = "mg" if unit in {"mcg", "g"} else unit
        for group in ("low", "n"):
            if match[group]:
                yield Dose(round(float(match[group].replace(",", "")) * scale, 6), unit, match.span())


def strengths(text: str) -> Iterator[Dose]:
    """Give the strength of one piece wherever *text* gives a dose as a number of pieces."""
    for match in DOSE.finditer(text):
        if PIECES.match(text, match.end()):
            yield from _doses(match[0])


@lru_cache(maxsize=1024)
def lengths(text: str) -> tuple[Length, ...]:
    """Give every length of time or count of sessions of *text*, both ends of a range; kept as doses are."""
    return tuple(_lengths(text))


def _lengths(text: str) -> Iterator[Length]:
    for match in LENGTH.finditer(small(text)):
        unit = match["unit"]
        kind = "s" if unit[0] in "svtc" or unit == "doses" else unit[0]
        for group in ("low", "n"):
            if match[group]:
                yield Length(number(match[group]) * DAYS.get(kind, 1.0), kind, match.span())
