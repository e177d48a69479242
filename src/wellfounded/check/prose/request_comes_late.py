"""The request must stand in the first half page, where a reviewer decides whether to read on.

Bad:  Dear Reviewer: // She slept badly all week and felt unwell each day. {x40} I request TMS. // Sincerely,
Good: Dear Reviewer: // I request TMS for Ms. Ellis. She has severe depression. // Sincerely, // Priya Raman, MD
"""

from collections.abc import Iterator

from wellfounded.check.view import Mark, Prose, phrase
from wellfounded.model.letter import Severity

CODE = "PR110"
SEVERITY = Severity.NOTE

HALF_PAGE = 1600  # characters of body
ASKS = phrase(
    r"\b(?:request|ask|asking|appeal|seek|recommend|prescrib\w+|order|reconsider\w*|reverse|approve|authoriz\w+"
    r"|necessity)(?:s|ed|ing)?\b"
)


def check(prose: Prose) -> Iterator[Mark]:
    """Report the first request of a long letter whose first half page, reference lines included, holds none."""
    start = prose.layout.body
    first = ASKS.search(prose.flat, start)
    head = ASKS.search(prose.flat, 0, start + HALF_PAGE)
    if first and head is None and first.start() > start + HALF_PAGE:
        yield Mark(first.span(), "the request comes late", "Say what you ask, for whom and why, in the first lines.")
