"""Dates as policies print them, to ISO 8601 at their own precision."""

import re
from datetime import date

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_NAME = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
DATE = (
    rf"(?:\d{{4}}[-/]\d{{2}}[-/]\d{{2}}|\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:\d{{4}}|\d{{2}})|{_NAME}\s+\d{{1,2}}(?:st|nd|rd"
    rf"|th)?,?\s+\d{{4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+{_NAME},?\s+\d{{4}}|{_NAME},?\s+\d{{4}}|\d{{1,2}}/\d{{4}}|\d{{4}}-\d{{2}})(?!\d)"
)


def iso(text: str) -> str:
    """Give *text* in ISO 8601, month before day as U.S. papers print it; an empty string where it is no date."""
    text = text.strip().lower()
    if match := re.fullmatch(r"(\d{4})[-/](\d{2})(?:[-/](\d{2}))?", text):
        return _iso(int(match[1]), int(match[2]), int(match[3]) if match[3] else None)
    if match := re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{2,4})", text):
        first, second, year = int(match[1]), int(match[2]), int(match[3])
        year += 2000 if year < 100 else 0
        return _iso(year, second, first) if first > 12 else _iso(year, first, second)
    if match := re.fullmatch(r"(\d{1,2})/(\d{4})", text):
        return _iso(int(match[2]), int(match[1]), None)
    if match := re.fullmatch(r"([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})", text):
        return _iso(int(match[3]), _month(match[1]), int(match[2]))
    if match := re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]+)\.?,?\s+(\d{4})", text):
        return _iso(int(match[3]), _month(match[2]), int(match[1]))
    if match := re.fullmatch(r"([a-z]+)\.?,?\s+(\d{4})", text):
        return _iso(int(match[2]), _month(match[1]), None)
    return ""


def _month(name: str) -> int:
    return _MONTHS.index(name[:3]) + 1 if name[:3] in _MONTHS else 0


def _iso(year: int, month: int, day: int | None) -> str:
    try:
        held = date(year, month, day or 1)
    except ValueError:
        return ""
    return held.isoformat() if day else held.isoformat()[:7]
