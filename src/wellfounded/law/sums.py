"""How a day was counted, as the sum a person can do again: "2026-03-12 + 180 days = 2026-09-08"."""

from datetime import date, datetime

from wellfounded.law.calendar import day_of, parse

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def added(start: date, within: str, end: date, *, wait: int = 0, last: date | None = None) -> str:
    """Say *start* + *within* = *end*; *wait* days of presumed mail come first, *last* is where the end was moved to."""
    mail = f" + {wait} days of mail" if wait else ""
    moved = f", a {DAYS[end.weekday()]}, moved to {_said(last)}" if last is not None and last != end else ""
    return f"{_said(start)}{mail} + {parse(within)} = {_said(end)}{moved}"


def both(legal: str, safe: str) -> str:
    """Give the two sums as one line, or the one there is; empty where nothing was counted."""
    if legal and safe and legal != safe:
        return f"Legal date: {legal}. Safe date: {safe}."
    return f"{legal or safe}." if legal or safe else ""


def safe_only(sums: str) -> str:
    """Give the sum of the safe day alone, of a line that `both` made."""
    return sums.rpartition("Safe date: ")[2]


def _said(value: date) -> str:
    return value.isoformat(sep=" ", timespec="minutes") if isinstance(value, datetime) else day_of(value).isoformat()
