"""What the letter tells as done cannot lie after the day of the check.

Bad:  She was seen on September 4, 2027.
Bad:  Sertraline was stopped on 12/01/2026 for nausea.
Good: She was seen on March 4, 2026.
Good: Surgery is planned for December 1, 2026.
Good: I request treatment from July 1, 2026 to December 31, 2026.
"""

from collections.abc import Iterator

from wellfounded.check.view import Mark, Prose, phrase
from wellfounded.model.letter import Severity

CODE = "DT102"
SEVERITY = Severity.ERROR

DONE = phrase(
    r"\b(?:was|were|had|has been|have been|saw|seen|examined|evaluated|started|stopped|began|completed|underwent"
    r"|showed|dated|denied|received"
    r"|performed|diagnosed|failed|took)\b[^.;]{0,60}$"
)
AFTER = phrase(
    r",? (?:(?:her|his|the|an?|my) )?(?:[\w-]+ ){0,3}(?:showed|was|were|had|found|revealed|confirmed|did|failed"
    r"|stopped|began)\b"
)
UNSURE = phrase(r"\b(?:if|unless|should|would|once|when|after|before)\b[^.;]{0,60}$")
TO_BE = phrase(r"\b(?:must|will|would|is to|are to|should|may|cannot) ")
COMING = phrase(
    r"\b(?:planned|scheduled|will|expected|until|through|by|to be|request\w*|expires?|valid|authorized|approved"
    r"|renew\w*"
    r"|from)\b[^.;]{0,60}$"
)


def check(prose: Prose) -> Iterator[Mark]:
    """Report each day after the day of the check that the words before it tell as past."""
    for day in prose.days:
        if day.value.earliest() <= prose.on:
            continue
        before = prose.flat[max(0, day.span[0] - 90) : day.span[0]]
        line = prose.line_at(day.span[0])
        after = line.text[day.span[1] - line.start :] if line else ""
        told = DONE.search(before) or (AFTER.match(after) and not UNSURE.search(before))
        if told and not COMING.search(before) and not TO_BE.search(after):
            yield Mark(day.span, "this day has not come yet", "Correct the date.")
