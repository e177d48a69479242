"""Holidays by rule and not by list: "12-25", "third monday of january", "last monday of may", "easter+1"."""

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import cache

from wellfounded.errors import PackInvalid

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
NTH = ("first", "second", "third", "fourth")
FIXED = re.compile(r"(\d\d)-(\d\d)( observed)?")
MOVING = re.compile(rf"({'|'.join(NTH)}|last) ({'|'.join(WEEKDAYS)}) of ({'|'.join(MONTHS)})")
SHIFT = {5: -1, 6: 1}  # a holiday on a Saturday is observed on Friday, one on a Sunday on Monday
EASTER = re.compile(r"easter([+-]\d+)?")

# 5 USC 6103(a). The shift of 6103(b) is written for pay and leave; leaving it out gives the earlier day, which is the
# safer one where we must act.
UNITED_STATES = (
    "01-01",
    "third monday of january",
    "third monday of february",
    "last monday of may",
    "06-19",
    "07-04",
    "first monday of september",
    "second monday of october",
    "11-11",
    "fourth thursday of november",
    "12-25",
)
# Where a payer must act the later day is the safer one: nobody is called late over an observed holiday.
OBSERVED = tuple(f"{rule} observed" for rule in UNITED_STATES if rule[0].isdigit())
# "none" leaves out weekends alone, which gives the earlier, safer day
CALENDARS: dict[str, tuple[str, ...]] = {"us": UNITED_STATES, "none": ()}


@cache
def days(rules: tuple[str, ...], year: int) -> frozenset[date]:
    """Give the days of *year* that *rules* name; raises PackInvalid for words that name none."""
    near = (_day(rule, each) for rule in rules for each in (year, year + 1))  # New Year may be observed the day before
    return frozenset(day for day in near if day.year == year)


def _day(rule: str, year: int) -> date:
    if fixed := FIXED.fullmatch(rule):
        day = date(year, int(fixed[1]), int(fixed[2]))
        return day + timedelta(days=SHIFT.get(day.weekday(), 0)) if fixed[3] else day
    if moving := MOVING.fullmatch(rule):
        month, weekday = MONTHS.index(moving[3]) + 1, WEEKDAYS.index(moving[2])
        if moving[1] == "last":
            last = date(year, month, monthrange(year, month)[1])
            return last - timedelta(days=(last.weekday() - weekday) % 7)
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * NTH.index(moving[1]))
    if easter := EASTER.fullmatch(rule):
        return _easter(year) + timedelta(days=int(easter[1] or 0))
    raise PackInvalid(f"{rule!r} names no holiday", hint='Write "12-25", "third monday of january" or "easter+1".')


def _easter(year: int) -> date:
    """Give Easter Sunday of the Gregorian calendar (the anonymous computus as printed by Meeus)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)
