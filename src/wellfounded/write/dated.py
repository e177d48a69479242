"""Where a source states a date: the passage under a date that a sentence writes out in another form."""

import re

from wellfounded.model.basis import Quote
from wellfounded.model.coding import PartialDate
from wellfounded.model.document import Document
from wellfounded.write.words.dates import MONTHS


def dated(document: Document, when: PartialDate, near: int = 0) -> Quote | None:
    """Quote where *document* states *when*, last before *near*, else first; None where it does not."""
    pattern = "|".join(re.escape(form) for form in _forms(when))
    found = list(re.finditer(rf"(?<![\d/-])(?:{pattern})(?![\d/])", document.text, re.IGNORECASE))
    if not found:
        return None
    before = [match for match in found if match.start() <= near]
    chosen = before[-1] if before else found[0]
    return document.quote(chosen.start(), chosen.end())


def _forms(when: PartialDate) -> list[str]:
    year, month, day = when.year, when.month, when.day
    if month is None:
        return [str(year)]
    names = [MONTHS[month - 1], MONTHS[month - 1][:3], f"{MONTHS[month - 1][:3]}."]
    if day is None:
        return [*(f"{name} {year}" for name in names), f"{month:02d}/{year}", f"{month}/{year}", f"{year}-{month:02d}"]
    forms = [
        f"{a}/{b}/{c}" for a in {f"{month:02d}", str(month)} for b in {f"{day:02d}", str(day)} for c in _years(year)
    ]
    forms += [f"{name} {day}, {year}" for name in names] + [f"{name} {day:02d}, {year}" for name in names]
    forms += [
        f"{number}{joint}{name}{joint}{year}" for name in names for number in (day, f"{day:02d}") for joint in " -"
    ]
    forms += [f"{month:02d}-{day:02d}-{year}", f"{month}-{day}-{year}", f"{month:02d}.{day:02d}.{year}"]
    forms += [f"{name} {day} {year}" for name in names] + [
        f"{year}-{month:02d}-{day:02d}",
        f"{year}/{month:02d}/{day:02d}",
    ]
    forms += [f"{year}{month:02d}{day:02d}"]
    return sorted(forms, key=len, reverse=True)


def _years(year: int) -> tuple[str, str]:
    return str(year), f"{year % 100:02d}"


def note_date(document: Document) -> PartialDate | None:
    """Give the date a note's file name opens with, as "2025-02-04_visit.txt"; None where it does not."""
    found = re.match(r"(\d{4}-\d{2}-\d{2})(?!\d)", document.source.path.rpartition("/")[2])
    try:
        return PartialDate.parse(found[1]) if found else None
    except ValueError:
        return None
