"""Two salutations or two closings in one letter are two letters in one file.

Bad:  Dear Reviewer: // I request TMS. // Sincerely, // P. Raman // Dear Dr. Webb: // I request an MRI. // Sincerely,
Good: Dear Reviewer: // I request TMS. // Sincerely, // P. Raman, MD
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from wellfounded.check.says.layout import CLOSING, SALUTATION
from wellfounded.check.view import Mark, Prose
from wellfounded.model.letter import Severity

CODE = "CP102"
SEVERITY = Severity.WARNING

DEAR = re.compile(r"\s*(?:dear|to whom)\b", re.IGNORECASE)
THANKS = re.compile(r"\s*(?:thank|with (?:thanks|gratitude|appreciation))\b", re.IGNORECASE)


def check(prose: Prose) -> Iterator[Mark]:
    """Report the second salutation with words before it, or the second closing with a name between the two."""
    hellos = list(SALUTATION.finditer(prose.text))
    for first, second in pairwise(hellos):
        between = prose.text[first.end() : second.start()]
        closed = CLOSING.search(between) is not None
        if closed or (between.strip() and DEAR.match(first[0]) and DEAR.match(second[0])):
            yield Mark(second.span(), "a second letter begins here", "Check each by itself.")
            return
    closings = list(CLOSING.finditer(prose.text, hellos[0].end() if hellos else 0))
    for one, other in pairwise(closings):
        names = prose.text[one.end() : other.start()].split("\n")
        if any(line.strip() for line in names) and not THANKS.match(one[0]):
            yield Mark(other.span(), "the letter closes a second time", "Check whether two letters were joined.")
            return
