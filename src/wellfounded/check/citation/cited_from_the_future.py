"""A publication cannot be younger than the letter.

Bad:  March 1, 2026 // Dear Reviewer: // Smith et al. (2027) found a benefit. // Sincerely, // P. Raman, MD
Good: March 1, 2026 // Dear Reviewer: // Smith et al. (2024) found a benefit. // Sincerely, // P. Raman, MD
"""

import re
from collections.abc import Iterator

from wellfounded.check.view import Mark, Prose
from wellfounded.model.letter import Severity

CODE = "CI104"
SEVERITY = Severity.ERROR

CITED = re.compile(
    r"(?:\bet al\.?,?\s*\(?|\((?:[A-Z]\w+(?:\s(?:and|&)\s[A-Z]\w+)?,\s)?|\bversion\s+\d{1,2}\.)(?P<year>20\d\d)\b"
    r"|(?<![\d;:,-])\s(?P<vol>20\d\d)\s*;\s*\d+"
)


def check(prose: Prose) -> Iterator[Mark]:
    """Report each cited year after the letter's own."""
    now = (prose.written or prose.on).year
    for match in CITED.finditer(prose.flat):
        group = "year" if match["year"] else "vol"
        if int(match[group]) > now:
            yield Mark(match.span(group), "cites a year that has not come", "Look the reference up; it may not exist.")
