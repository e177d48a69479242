"""Dates in United States form, at the precision they are known to."""

from datetime import date

from wellfounded.model.coding import PartialDate, Period

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def day(when: date | PartialDate) -> str:
    """Write a date out: "March 9, 2026", "March 2026" or "2026"."""
    if when.month is None:
        return str(when.year)
    month = MONTHS[when.month - 1]
    return f"{month} {when.year}" if when.day is None else f"{month} {when.day}, {when.year}"


def iso(text: str) -> str:
    """Write out a date given as ISO 8601; the text itself where it is none."""
    try:
        return day(PartialDate.parse(text))
    except (ValueError, TypeError):
        return text


def short(when: PartialDate) -> str:
    """Write a day without its year: "March 9"; of a date known less well, all that is known."""
    return day(when) if when.day is None or when.month is None else f"{MONTHS[when.month - 1]} {when.day}"


def span(start: PartialDate | None, stop: PartialDate | None) -> str:
    """Write a stretch of time after "from" or "since"; empty where neither end is known.

    The year is said once where both days fall in it: "from July 1 to July 22, 2025".
    """
    if start is None:
        return "" if stop is None else f"until {day(stop)}"
    if stop is None:
        return f"since {day(start)}"
    if start == stop:
        return f"on {day(start)}" if start.day else f"in {day(start)}"
    if start.year == stop.year and start.month and stop.month:
        first = MONTHS[start.month - 1] + (f" {start.day}" if start.day else "")
        return f"from {first} to {day(stop)}"
    return f"from {day(start)} to {day(stop)}"


def at(when: PartialDate | date) -> str:
    """Write a date after its preposition: "on March 9, 2026", "in March 2026", "in 2016"."""
    return f"{'on' if when.day else 'in'} {day(when)}"


def period(held: Period) -> str:
    """Write a period as a stretch of time."""
    return span(held.start, held.end)
