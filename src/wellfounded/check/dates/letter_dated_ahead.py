"""The letter's own date must not lie after the day it is checked, nor before what it tells of.

Bad:  December 1, 2026 // Dear Reviewer: // I appeal. // Sincerely, // Priya Raman, MD
Bad:  January 5, 2026 // Dear Reviewer: // I appeal your denial of March 9, 2026. // Sincerely, // Priya Raman, MD
Good: March 20, 2026 // Dear Reviewer: // I appeal your denial of March 9, 2026. // Sincerely, // Priya Raman, MD
Good: March 20, 2026 // Dear Reviewer: // I request care until May 9, 2026. // Sincerely, // Priya Raman, MD
"""

from collections.abc import Iterator

from wellfounded.check.view import Mark, Prose, phrase
from wellfounded.model.letter import Severity

CODE = "DT103"
SEVERITY = Severity.ERROR

DONE = phrase(
    r"\b(?:denial|decision|determination|letter|notice|denied|seen|examined|evaluated|visit|stopped|completed"
    r"|underwent|showed|test|MRI|scan|findings|exam(?:ination)?|study|labs?|biopsy|endoscopy|results?)"
    r"(?: (?:of|on|dated|from|her|him|them|the patient|in my office))+ $"
)


def check(prose: Prose) -> Iterator[Mark]:
    """Report a letter dated after the day of the check, and each past event that it dates after itself."""
    written = prose.written
    if written is None:
        return
    for day in prose.days:
        own = day.value.day and day.value.earliest() == written and prose.layout.part(day.span[0]) == "head"
        if own and written > prose.on:
            yield Mark(day.span, "the letter is dated after today", "Date it on the day it is signed.")
        before = prose.flat[max(0, day.span[0] - 40) : day.span[0]]
        if day.value.earliest() > written and day.value.earliest() <= prose.on and DONE.search(before):
            yield Mark(day.span, f"this lies after the letter's own date, {written}", "Correct one of the two.")
