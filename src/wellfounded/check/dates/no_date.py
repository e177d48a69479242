"""A letter must be dated: windows are counted from days, and an undated letter proves none.

Bad:  Alder Ridge Health // Dear Reviewer: // I appeal the denial. // Sincerely, // Priya Raman, MD
Good: March 20, 2026 // Alder Ridge Health // Dear Reviewer: // I appeal the denial. // Sincerely, // Priya Raman, MD
Good: Dear Reviewer: // I appeal. // Sincerely, // Priya Raman, MD // Date: 3/20/2026
"""

from collections.abc import Iterator

from wellfounded.check.view import EVENT_BEFORE, Mark, Prose
from wellfounded.model.letter import Severity

CODE = "DT101"
SEVERITY = Severity.WARNING


def check(prose: Prose) -> Iterator[Mark]:
    """Report the salutation of a letter that bears no full date above it and none at its close."""
    at = prose.layout.body
    if prose.ours is not None or not prose.layout.greeted or prose.written:
        return
    around = [
        day
        for day in prose.days
        if day.value.day
        and prose.layout.part(day.span[0]) in {"head", "close"}
        and not EVENT_BEFORE.search(prose.flat[max(0, day.span[0] - 30) : day.span[0]])
    ]
    if not any(day.span not in {born.span for born in prose.birth_dates} for day in around):
        yield Mark((at, at + 5), "the letter has no date", "Date it on the day it is signed.")
