"""The units of values that stand apart from their numbers: in the name of a row, or in the field of a microscope."""

import re

from wellfounded.read.chart import value_words as words

_NAMED = re.compile(rf"\s*(?:[(\[,]\s*)?(?P<u>{words.UNIT})(?=[\s)\]:|,]|$)")
PER_FIELD = re.compile(
    r"\s*(?:eos(?:inophil)?s?\s*)?(?:/|per\s+)\s*(?:hpf|high[\s-]+power(?:ed)?(?:[\s-]+field)?)\b", re.IGNORECASE
)


def named_unit(text: str, end: int, to: int) -> str:
    """Give the unit that stands between a name that ends at *end* and its number at *to*: "Weight (kg): 81.4"."""
    match = _NAMED.match(text, end, to)
    return match["u"] if match else ""


def other_unit(found: str | None, unit: str) -> bool:
    """Whether an "s" glued to a number makes it a rough one and no time: "CST in the 360s"."""
    return found == "s" and unit not in {"", "s"}


def number(text: str) -> float:
    """Read a number with or without thousands signs."""
    return float(text.replace(",", ""))


def unit_of(unit: str) -> str:
    """Write a unit one way."""
    return " ".join(unit.split()).replace("µ", "u").replace("lbs", "lb").replace("²", "2")
