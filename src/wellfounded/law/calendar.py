"""Count days as a rule counts them: calendar days, business days, months, hours; holidays by rule, not by list."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import cache

from wellfounded.errors import PackInvalid
from wellfounded.model.coding import Duration

SATURDAY = 5
THURSDAY = 3


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


def add(start: date, length: Duration, *, holidays: str = "us", no_match: str = "last") -> date:
    """Give the last day of a time of *length* that begins on *start*; the day it begins on is not counted.

    Hours are counted by the minute from a datetime; a date has no hour, so they are counted from its first one.
    """
    return UNITS[length.unit](start, int(length.n), holidays, no_match)


def rolled(day: date, holidays: str = "us") -> date:
    """Give *day*, or the next day that is no Saturday, Sunday or legal holiday."""
    while not is_business_day(day, holidays):
        day += timedelta(days=1)
    return day


def is_business_day(day: date, holidays: str = "us") -> bool:
    """Whether *day* is no Saturday, Sunday or legal holiday of that calendar."""
    return day.weekday() < SATURDAY and (day.month, day.day) not in CALENDARS[holidays](day.year)


def _days(start: date, n: int, _holidays: str, _no_match: str) -> date:
    return start + timedelta(days=n)


def _weeks(start: date, n: int, _holidays: str, _no_match: str) -> date:
    return start + timedelta(weeks=n)


def _hours(start: date, n: int, _holidays: str, _no_match: str) -> date:
    if isinstance(start, datetime):
        return start + timedelta(hours=n)
    return start + timedelta(days=n // 24)


def _business_days(start: date, n: int, holidays: str, _no_match: str) -> date:
    day = start
    while n:
        day += timedelta(days=1)
        plain = day.date() if isinstance(day, datetime) else day
        n -= is_business_day(plain, holidays)
    return day


def _months(start: date, n: int, _holidays: str, no_match: str) -> date:
    year, month = divmod(start.year * 12 + start.month - 1 + n, 12)
    last = monthrange(year, month + 1)[1]
    if start.day <= last:
        return start.replace(year=year, month=month + 1)
    end = start.replace(year=year, month=month + 1, day=last)
    return end + timedelta(days=1) if no_match == "next" else end


def _years(start: date, n: int, holidays: str, no_match: str) -> date:
    return _months(start, 12 * n, holidays, no_match)


UNITS: dict[str, Callable[[date, int, str, str], date]] = {
    "hours": _hours,
    "days": _days,
    "calendar_days": _days,
    "business_days": _business_days,
    "working_days": _business_days,
    "weeks": _weeks,
    "months": _months,
    "years": _years,
}


@cache
def united_states(year: int) -> frozenset[tuple[int, int]]:
    """Give the legal public holidays of 5 USC 6103(a) as month and day.

    The shift of 6103(b) is written for pay and leave; leaving it out gives the earlier, safer day.
    """
    fixed = {(1, 1), (6, 19), (7, 4), (11, 11), (12, 25)}
    moving = {(1, _nth(year, 1, 0, 3)), (2, _nth(year, 2, 0, 3)), (5, _last_monday(year, 5))}
    moving |= {(9, _nth(year, 9, 0, 1)), (10, _nth(year, 10, 0, 2)), (11, _nth(year, 11, THURSDAY, 4))}
    return frozenset(fixed | moving)


def none(_year: int) -> frozenset[tuple[int, int]]:
    """Give no holidays: weekends alone are left out, which gives the earlier, safer day."""
    return frozenset()


CALENDARS: dict[str, Callable[[int], frozenset[tuple[int, int]]]] = {"us": united_states, "none": none}


def _nth(year: int, month: int, weekday: int, n: int) -> int:
    return 1 + (weekday - date(year, month, 1).weekday()) % 7 + 7 * (n - 1)


def _last_monday(year: int, month: int) -> int:
    last = date(year, month, monthrange(year, month)[1])
    return last.day - last.weekday()
