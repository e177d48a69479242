"""Count days as a rule counts them: calendar days, business days, months, hours."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, datetime, timedelta

from wellfounded.errors import PackInvalid
from wellfounded.law.holidays import UNITED_STATES, days
from wellfounded.model.coding import Duration

SATURDAY = 5
Holidays = tuple[str, ...]


def day_of(value: date) -> date:
    """Give the day of a day or of an hour, so that the two can be compared."""
    return value.date() if isinstance(value, datetime) else value


def parse(within: str) -> Duration:
    """Read "180 days", "4 months", "72 hours" as a Duration; raises PackInvalid."""
    n, _, unit = within.partition(" ")
    unit = unit if unit.endswith("s") else f"{unit}s"
    if not n.isdigit() or unit not in UNITS:
        raise PackInvalid(f"{within!r} is no length of time", hint=f"A number and one of {', '.join(UNITS)}.")
    return Duration(int(n), unit)


def add(start: date, length: Duration, *, holidays: Holidays = UNITED_STATES, no_match: str = "last") -> date:
    """Give the last day of a time of *length* that begins on *start*; the day it begins on is not counted.

    *holidays* are rules of law/holidays.py. Months that end on no matching day end on the month's last, or on the next.
    Hours are counted by the minute from a datetime; a date has no hour, so they are counted from its first one.
    """
    return UNITS[length.unit](start, int(length.n), holidays, no_match)


def rolled(day: date, holidays: Holidays = UNITED_STATES) -> date:
    """Give *day*, or the next day that is no Saturday, Sunday or holiday."""
    while not is_business_day(day, holidays):
        day += timedelta(days=1)
    return day


def is_business_day(day: date, holidays: Holidays = UNITED_STATES) -> bool:
    """Whether *day* is no Saturday, Sunday or one of *holidays*."""
    return day.weekday() < SATURDAY and day_of(day) not in days(holidays, day.year)


def _days(start: date, n: int, _holidays: Holidays, _no_match: str) -> date:
    return start + timedelta(days=n)


def _weeks(start: date, n: int, _holidays: Holidays, _no_match: str) -> date:
    return start + timedelta(weeks=n)


def _hours(start: date, n: int, _holidays: Holidays, _no_match: str) -> date:
    if isinstance(start, datetime):
        return start + timedelta(hours=n)
    return start + timedelta(days=n // 24)


def _business_days(start: date, n: int, holidays: Holidays, _no_match: str) -> date:
    day = start
    while n:
        day += timedelta(days=1)
        n -= is_business_day(day, holidays)
    return day


def _months(start: date, n: int, _holidays: Holidays, no_match: str) -> date:
    year, month = divmod(start.year * 12 + start.month - 1 + n, 12)
    last = monthrange(year, month + 1)[1]
    if start.day <= last:
        return start.replace(year=year, month=month + 1)
    end = start.replace(year=year, month=month + 1, day=last)
    return end + timedelta(days=1) if no_match == "next" else end


def _years(start: date, n: int, holidays: Holidays, no_match: str) -> date:
    return _months(start, 12 * n, holidays, no_match)


UNITS: dict[str, Callable[[date, int, Holidays, str], date]] = {
    "hours": _hours,
    "days": _days,
    "calendar_days": _days,
    "business_days": _business_days,
    "working_days": _business_days,
    "weeks": _weeks,
    "months": _months,
    "years": _years,
}
