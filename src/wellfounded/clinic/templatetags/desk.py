"""Filters of the desk's templates: dates as people write them, numbers for drawing, counts in words."""

from datetime import date, datetime

from django import template

from wellfounded.clinic.showing import worded as words_of

register = template.Library()


@register.filter
def day(value: date | datetime | None) -> str:
    """Write "Mar 9, 2026"; nothing for no day."""
    return f"{value:%b} {value.day}, {value.year}" if value else ""


@register.filter
def moment(value: datetime) -> str:
    """Write a moment where this computer stands: "Mar 9, 2026, 14:05"."""
    here = value.astimezone()
    return f"{day(here)}, {here:%H:%M}"


@register.filter
def left(days: int | None) -> str:
    """Say how far away a day is."""
    if days is None:
        return "no day yet"
    if days == 0:
        return "today"
    if days < 0:
        return f"{-days} day{'s' if days < -1 else ''} ago"
    return f"in {days} day{'s' if days > 1 else ''}"


@register.filter
def worded(text: object) -> str:
    """Give words of the library with days as people write them and ids by their names."""
    return words_of.worded(str(text))


@register.filter
def plain(number: float) -> str:
    """Write a number for an attribute of a drawing, whatever the language of the page."""
    return f"{number:.3f}"


@register.filter
def spoken(word: str) -> str:
    """Give an id in plain words: "internal_appeal" is "Internal appeal"."""
    words = str(word).replace("_", " ")
    return f"{words[:1].upper()}{words[1:]}"


@register.filter
def first_up(words: str) -> str:
    """Begin a sentence with a capital and leave the rest as it is."""
    return f"{words[:1].upper()}{words[1:]}"
