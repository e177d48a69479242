"""A request must say what the treatment is expected to do, not that it may help.

"May help" and "could benefit" tell a reviewer that the clinician is not sure; plans read them as convenience.

Bad:  This chair may help her feel better.
Bad:  I believe he could potentially benefit from TMS.
Bad:  We hope that this medication will improve things.
Good: Alpha-blockers may cause hypotension; she had two falls on tamsulosin.
Good: You may reach me at 555-0100.
"""

from collections.abc import Iterator

from wellfounded.check.view import Line, Mark, phrase
from wellfounded.model.letter import Severity

CODE = "PR101"
SEVERITY = Severity.WARNING

HEDGE = phrase(
    r"\b(?:may|might|could|can) (?:possibly |potentially |perhaps |also |well |greatly |likely )*"
    r"(?:help(?!ed)|benefit|be (?:helpful|beneficial|useful|of (?:help|benefit|use))|improve|make a difference"
    r"|provide (?:some )?(?:relief|benefit))\b",
    r"\b(?:may|might|could) (?:possibly|potentially|perhaps|conceivably) [a-z]{4,}\b|\bmight be of (?:some|any"
    r"|great) (?:benefit|use"
    r"|help)\b",
    r"\b(?:would|should) (?:possibly|potentially|probably|perhaps|hopefully) (?:help|benefit|improve)\b",
    r"\b(?:we|I) (?:hope|are hopeful|am hopeful|feel that) (?:that )?(?:this|the|it|she|he|they)\b",
    r"\bit is (?:hoped|possible) that\b",
    r"\bhopefully\b",
)


def check(line: Line) -> Iterator[Mark]:
    """Report each hedge about what the treatment does."""
    for match in HEDGE.finditer(line.text):
        yield Mark(match.span(), "hedges about what the treatment does", "Say what is expected, measured how, by when.")
