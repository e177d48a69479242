"""An appeal must carry the plan's own number for the decision.

Bad:  Re: Jordan Ellis // Dear Reviewer: // I appeal your denial of March 9, 2026. // Sincerely, // Priya Raman, MD
Good: Re: Jordan Ellis, claim # 2026-0417 // Dear Reviewer: // I appeal your denial. // Sincerely, // Priya Raman, MD
Good: Re: Jordan Ellis // Dear Reviewer: // I request TMS. // Sincerely, // Priya Raman, MD
"""

import re
from collections.abc import Iterator

from wellfounded.check.says.purpose import TURN
from wellfounded.check.view import Mark, Prose
from wellfounded.model.letter import Severity

CODE = "SG110"
SEVERITY = Severity.NOTE

NUMBERED = re.compile(r"(?i:\bdenial\s+(?:no\.?|number|reference)\s*[:#]?\s*)[A-Z0-9-]*\d")
KINDS = {"claim", "reference", "authorization"}


def check(prose: Prose) -> Iterator[Mark]:
    """Report the first word of appeal in a letter that bears no claim, reference or authorization number."""
    match = TURN.search(prose.flat)
    if (
        match
        and prose.layout.greeted
        and not NUMBERED.search(prose.flat)
        and not any(found.kind in KINDS for found in prose.labelled)
    ):
        yield Mark(match.span(), "no claim or reference number", "Copy it from the notice into the reference lines.")
