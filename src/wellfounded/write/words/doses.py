"""Doses, frequencies and amounts in words a reviewer reads without a key."""

import re

from wellfounded.model.coding import Duration, Quantity

# Common prescription shorthand, spelled out; anything else is kept as the chart writes it.
SPELLED = {
    "qd": "daily",
    "od": "daily",
    "every day": "daily",
    "once a day": "once daily",
    "bid": "twice daily",
    "b.i.d.": "twice daily",
    "tid": "three times daily",
    "qid": "four times daily",
    "qhs": "at bedtime",
    "hs": "at bedtime",
    "qam": "every morning",
    "qpm": "every evening",
    "prn": "as needed",
    "qwk": "weekly",
    "qw": "weekly",
    "q2w": "every 2 weeks",
    "q4w": "every 4 weeks",
    "qmonth": "monthly",
    "qod": "every other day",
}
COMPARED = {">=": "{} or more", ">": "more than {}", "<=": "{} or less", "<": "less than {}", "=": "{}"}


def frequency(text: str) -> str:
    """Spell out a frequency: "bid" to "twice daily"; an interval like "q8w" to "every 8 weeks"."""
    plain = re.sub(r"\s+", " ", text.strip().lower().rstrip("."))
    if plain in SPELLED:
        return SPELLED[plain]
    if found := re.fullmatch(r"q\s?(\d+)\s?(h|d|w|m)\w*", plain):
        unit = {"h": "hours", "d": "days", "w": "weeks", "m": "months"}[found[2]]
        return f"every {found[1]} {unit}"
    return text.strip()


def dose(amount: Quantity | None, often: str = "") -> str:
    """Give dose and frequency: "200 mg daily"; empty where no dose is known."""
    if amount is None:
        return ""
    return f"{measured(amount.value, amount.unit)} {frequency(often)}".strip()


def number(value: float) -> str:
    """Write a number without a trailing zero, with commas from ten thousand on."""
    return f"{value:,.0f}" if value >= 10_000 and float(value).is_integer() else f"{value:g}"


def compared(comparator: str, value: float, unit: str = "") -> str:
    """Say a bound: "20 or more", "less than 88%"."""
    return COMPARED.get(comparator, "{}").format(measured(value, unit))


def measured(value: float, unit: str = "") -> str:
    """Give a value with its unit; a percent sign stands close, a score's unit ("points", "score") is left out."""
    if unit in {"%", "percent"}:
        return f"{number(value)}%"
    if unit.lower() in {"", "score", "points", "point", "total", "{score}", "1"}:
        return number(value)
    return f"{number(value)} {unit}"


def length(held: Duration | None) -> str:
    """Give a length of time: "17 weeks", "1 month"; empty where none is known."""
    return "" if held is None else str(held)
