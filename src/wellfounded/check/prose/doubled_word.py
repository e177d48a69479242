"""A word written twice in a row is a slip.

Bad:  She was was seen in March.
Bad:  The the plan denied it.
Good: She had had two trials by then.
Good: He said that that drug was stopped.
Good: 20 20 mg tablets
Good: 3.5.a A topical corticosteroid for four weeks.
"""

import re
from collections.abc import Iterator

from wellfounded.check.view import Line, Mark
from wellfounded.model.letter import Severity

CODE = "PR109"
SEVERITY = Severity.NOTE

TWICE = re.compile(r"(?<!\d\.)\b(?P<word>a|[a-z]{2,})\s+(?P=word)\b", re.IGNORECASE)
PROPER = {
    "had",
    "that",
    "very",
    "per",
    "is",
    "so",
    "no",
    "duran",
    "pago",
    "tse",
    "agar",
    "bora",
    "walla",
    "baden",
    "beri",
    "cha",
}


def check(line: Line) -> Iterator[Mark]:
    """Report each doubled word."""
    for match in TWICE.finditer(line.text):
        if match["word"].lower() not in PROPER and match[0].count(" ") < 4:
            yield Mark(match.span(), f'"{match["word"]}" stands twice', "Take one out.", match["word"])
