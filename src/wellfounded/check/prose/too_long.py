"""A letter of more than three pages is read in part.

Bad:  Dear Reviewer: // She slept badly all week and felt unwell each day. {x200} I request TMS. // Sincerely,
Good: Dear Reviewer: // I request TMS. // Sincerely, // Priya Raman, MD
"""

from collections.abc import Iterator

from wellfounded.check.view import Mark, Prose
from wellfounded.model.letter import Severity

CODE = "PR112"
SEVERITY = Severity.NOTE

THREE_PAGES = 1700  # words of body


def check(prose: Prose) -> Iterator[Mark]:
    """Report the place where the fourth page would begin."""
    words = 0
    for line in prose.body:
        words += line.text.count(" ") + 1
        if words > THREE_PAGES:
            yield Mark(
                (line.start, line.start + len(line.text)),
                "the letter runs over three pages",
                "Move detail to enclosures.",
            )
            return
