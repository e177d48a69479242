"""The year of a reference must be the year it was published.

A right title under a wrong year is how invented references look. Source: McCarthy et al., Academic Radiology (29% to
80% of references in letters by language models were fabricated).

Bad:  Simpson et al. (2011), doi 10.1056/NEJMoa1610020, found a benefit.
Good: Simpson et al. (2016), doi 10.1056/NEJMoa1610020, found a benefit.
Good: See doi 10.1056/NEJMoa1610020 for the trial.
"""

import re
from collections.abc import Iterator

from wellfounded.check.says import references
from wellfounded.check.view import Mark, Prose
from wellfounded.model.letter import Severity

CODE = "CI107"
SEVERITY = Severity.ERROR

YEAR = re.compile(r"(?<![\d/-])(?<!\d\.)((?:19|20)\d\d)(?![\d/-]|\.\d)")


def check(prose: Prose) -> Iterator[Mark]:
    """Report the year of each reference met by identifier or title, where its line gives years and none is right.

    A paper one year off was online in one year and in print in the next.
    """
    for found in references.cited(prose.flat, prose.library):
        line = prose.line_at(found.span[0])
        if line is None or found.pack.type in {"policy", "label"}:
            continue
        years = [match for match in YEAR.finditer(line.text) if not _inside(match.start() + line.start, found.span)]
        if years and all(abs(int(match[1]) - found.pack.year) > 1 for match in years):
            at = (line.start + years[0].start(), line.start + years[0].end())
            only = str(found.pack.year) if len(years) == 1 else None
            yield Mark(at, f"this reference is of {found.pack.year}", "Correct the year.", only)


def _inside(at: int, span: tuple[int, int]) -> bool:
    return span[0] <= at < span[1]
