"""Two salutations or two closings in one letter are two letters in one file.

Bad:  Dear Reviewer: // I request TMS. // Sincerely, // P. Raman // Dear Dr. Webb: // I request an MRI. // Sincerely,
Good: Dear Reviewer: // I request TMS. // Sincerely, // P. Raman, MD
"""

from collections.abc import Iterator
from itertools import pairwise

from wellfounded.check.says.layout import CLOSING, SALUTATION
from wellfounded.check.view import Mark, Prose
from wellfounded.model.letter import Severity

CODE = "CP102"
SEVERITY = Severity.WARNING


def check(prose: Prose) -> Iterator[Mark]:
    """Report the second salutation, where a closing stands between it and the first."""
    hellos = list(SALUTATION.finditer(prose.text))
    for first, second in pairwise(hellos):
        if CLOSING.search(prose.text, first.end(), second.start()):
            yield Mark(second.span(), "a second letter begins here", "Check each by itself.")
            return
