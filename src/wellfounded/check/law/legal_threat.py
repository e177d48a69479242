"""A clinical letter that threatens goes to the plan's lawyers, not to its physicians.

Bad:  If you do not approve this we will take legal action.
Bad:  Your bad faith denial will be reported to the insurance commissioner.
Good: She may ask for an external review.
Good: He was in bad health last year.
"""

from collections.abc import Iterator

from wellfounded.check.view import Line, Mark, phrase
from wellfounded.model.letter import Severity

CODE = "LW105"
SEVERITY = Severity.WARNING

THREAT = phrase(
    r"\b(?:legal action|lawsuit|litigation|sue you|see you in court|take (?:you|this) to court|our attorneys?"
    r"|my lawyer|hold you (?:personally )?liable"
    r"|gross negligence|malpractice)\b",
    r"\bbad faith\b",
    r"\b(?:will|shall|going to) (?:be )?(?:report|complain|file a complaint|go to the (?:press"
    r"|media))\w*\b[^.;]{0,50}\b(?:commissioner|attorney general|media|press|board)\b",
)


def check(line: Line) -> Iterator[Mark]:
    """Report each threat."""
    for match in THREAT.finditer(line.text):
        yield Mark(match.span(), "threatens", "State the right and its citation, or leave it to the patient's counsel.")
