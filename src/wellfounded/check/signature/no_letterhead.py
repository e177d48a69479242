"""A letter must stand on the practice's paper: name, address and telephone.

Bad:  Dear Reviewer: // I request TMS. // Sincerely, // Priya Raman, MD
Good: Harborlight Psychiatry // 210 Lock Street, Millbrook Falls // Dear Reviewer: // I request TMS. // Sincerely,
Good: Dear Reviewer: // I request TMS. // Sincerely, // Priya Raman, MD // 210 Lock Street // Phone (555) 555-0160
"""

import re
from collections.abc import Iterator

from wellfounded.check.view import Mark, Prose
from wellfounded.model.letter import Severity

CODE = "SG105"
SEVERITY = Severity.NOTE

PAPER = re.compile(
    r"\d{1,5}\s+[A-Z][\w.]+(?:\s+[\w.]+){0,3}\s+(?:St|Street|Ave|Avenue|Rd|Road|Lane|Ln|Blvd|Boulevard|Drive|Dr"
    r"|Way|Suite|Ste|Walk|Place|Pl|Court|Parkway|Hwy)\b"
    r"|\b(?:Clinic|Center|Centre|Hospital|Associates|Medical Group|Practice|P\.?C\.|LLC|Health|University"
    r"|Department|Institute|Medicine|Physicians)\b"
    r"|\bP\.?\s?O\.?\s+Box\s+\d|\b(?:[Pp]hone|[Tt]el|[Ff]ax)\b\W{0,3}\d{3}"
    r"|\(\d{3}\)\s?\d{3}-\d{4}|\b\d{3}[.-]\d{3}[.-]\d{4}\b"
)


def check(prose: Prose) -> Iterator[Mark]:
    """Report the opening of a letter from elsewhere whose head and close hold no address, house or number."""
    around = prose.text[: prose.layout.body] + "\n" + prose.text[prose.layout.close :]
    if prose.ours is None and prose.layout.greeted and not PAPER.search(around):
        at = prose.layout.body
        yield Mark((at, min(len(prose.text), at + 40)), "no letterhead", "Put it on the practice's paper.")
