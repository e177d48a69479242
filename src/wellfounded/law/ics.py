"""Deadlines as an iCalendar file (RFC 5545): our own days only, and no word about the patient."""

from datetime import UTC, date, datetime, timedelta

from wellfounded.law.calendar import day_of
from wellfounded.model.law import Deadline

FOLD = 75  # octets of a content line, RFC 5545 section 3.1
ESCAPES = (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n"))


def as_ics(deadlines: tuple[Deadline, ...], case: str, on: date) -> str:
    """Give one event for each day or hour of ours that is known and not done; *case* is its id, *on* this day.

    The event stands on the safe day, or on the legal day where only the safe one has passed, with an alarm a week
    before, or half a day before an hour; the legal day, rule, sum and citation are in its text.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//wellfounded//deadlines//EN"]
    for deadline in deadlines:
        day = deadline.safe or deadline.due
        if day is not None and deadline.due is not None and day_of(day.value) < on <= day_of(deadline.due.value):
            day = deadline.due
        if deadline.whose == "ours" and day is not None and deadline.done is None:
            lines += _event(deadline, day.value, case, on)
    return "".join(f"{_folded(line)}\r\n" for line in (*lines, "END:VCALENDAR"))


def _event(deadline: Deadline, day: date, case: str, on: date) -> list[str]:
    legal = f"Legal date {deadline.due.value}. " if deadline.due else "The legal date is not known. "
    about = f"{legal}{deadline.rule}, {deadline.citation.authority} ({deadline.citation.tier}). "
    about = f"{about}{deadline.counted} {deadline.note}".strip()
    return [
        "BEGIN:VEVENT",
        f"UID:{case}-{deadline.id.replace('/', '.').replace('#', '.')}@wellfounded",
        f"DTSTAMP:{on:%Y%m%d}T000000Z",
        *_when(day),
        f"SUMMARY:{_escaped(f'Case {case}: {deadline.file}')}",
        f"DESCRIPTION:{_escaped(about)}",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{_escaped(deadline.file)}",
        "TRIGGER:-PT12H" if isinstance(day, datetime) else "TRIGGER:-P7D",
        "END:VALARM",
        "END:VEVENT",
    ]


def _when(day: date) -> tuple[str, ...]:
    """Give the whole day, or the hour in universal time, at which the event ends and begins."""
    if isinstance(day, datetime):
        return (f"DTSTART:{day.astimezone(UTC):%Y%m%dT%H%M%SZ}",)
    return f"DTSTART;VALUE=DATE:{day:%Y%m%d}", f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"


def _escaped(text: str) -> str:
    for plain, safe in ESCAPES:
        text = text.replace(plain, safe)
    return text


def _folded(line: str) -> str:
    """Fold at 75 octets without cutting a character."""
    out, room = "", FOLD
    for char in line:
        size = len(char.encode())
        if size > room:
            out, room = f"{out}\r\n ", FOLD - 1
        out, room = out + char, room - size
    return out
