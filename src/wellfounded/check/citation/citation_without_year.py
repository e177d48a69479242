"""A guideline must be cited with its year: editions differ in what they recommend.

Bad:  The American Academy of Dermatology guidelines recommend biologics.
Bad:  Per NCCN guidelines, MRI is indicated.
Good: The American Academy of Dermatology (2019) recommends biologics.
Good: Per NCCN guidelines, version 2.2025, MRI is indicated.
Good: The guidelines of the clinic ask for a follow-up.
"""

from collections.abc import Iterator

from wellfounded.check.view import Line, Mark, phrase
from wellfounded.model.letter import Severity

CODE = "CI102"
SEVERITY = Severity.NOTE

BODY = phrase(
    r"\b(?:American|National|European|International|British|Canadian|Society for|U\.S\.|US) (?:\w+ ){0,5}"
    r"(?:Association|Society|Societies|College|Academy|Network|Foundation|Task Force|Institute)\b",
    r"\bof the (?:[A-Z]\w+ ){1,3}(?:Association|Society|College|Academy|Network)\b",
    r"\b(?:NCCN|AAD|APA|ACR|ACG|AGA|AAN|AASM|ADA|AHA|ACC|GOLD|GINA|NICE|USPSTF|ASAM|AAOS|IDSA|AACAP|ACOG|CANMAT)\b",
)
SAYS = phrase(
    r"\bguidelines?\b|\brecommend\w*\b|\bstandards? of care\b|\bconsensus\b|\bposition statement\b"
    r"|\bpractice parameters?\b|\badvis\w+\b"
)
DATED = phrase(
    r"\b(?:19|20)\d\d\b|\[\d+\]|\bversion\b|[\u00b9\u00b2\u00b3\u2074-\u2079]",
    r"\bboard\b|\bcertifi\w+\b|\bfellow\b|\bmember of\b",
)


def check(line: Line) -> Iterator[Mark]:
    """Report each body whose recommendation a sentence gives with no year, version or reference mark."""
    match = BODY.search(line.text)
    if line.part == "body" and match and SAYS.search(line.text) and not DATED.search(f"{line.text} {line.after[:80]}"):
        yield Mark(match.span(), "cites a body and no year", "Add title, year and, where it has one, version.")
