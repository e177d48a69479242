"""A reference mark must have its entry in the list, and each entry its mark.

Bad:  Dear Reviewer: // TMS works [3]. // References // 1. Ekstrand. 2024. // 2. O'Reardon. 2007. // Sincerely,
Good: Dear Reviewer: // TMS works [2]. // References // 1. Ekstrand. 2024. // 2. O'Reardon. 2007. // Sincerely,
Good: Dear Reviewer: // TMS works [3]. // Sincerely, // P. Raman, MD
"""

import re
from collections.abc import Iterator

from wellfounded.check.view import Mark, Prose
from wellfounded.model.letter import Severity

CODE = "CI105"
SEVERITY = Severity.WARNING

MARK = re.compile(r"\[(?P<n>\d{1,2}(?:\s?[,-]\s?\d{1,2})*)\]")  # [3], [2,5], [1-4]
ENTRY = re.compile(r"(?m)^[ ]*\[?(?P<n>\d{1,2})[.)\]]\s+\S")


def check(prose: Prose) -> Iterator[Mark]:
    """Report each mark in the body whose number the list of references, where there is one, lacks."""
    start, end = prose.layout.references
    listed = {match["n"] for match in ENTRY.finditer(prose.text, start, end)}
    if listed:
        for match in MARK.finditer(prose.text, prose.layout.body, start):
            if any(n not in listed for n in re.findall(r"\d+", match["n"])):
                yield Mark(match.span(), "no reference bears this number", "Add it, or correct the mark.")
