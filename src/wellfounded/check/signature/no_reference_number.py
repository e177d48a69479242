"""An appeal must carry the plan's own number for the decision.

Bad:  Re: Jordan Ellis // Dear Reviewer: // I appeal your denial of March 9, 2026. // Sincerely, // Priya Raman, MD
Good: Re: Jordan Ellis, claim # 2026-0417 // Dear Reviewer: // I appeal your denial. // Sincerely, // Priya Raman, MD
Good: Re: Jordan Ellis // Dear Reviewer: // I request TMS. // Sincerely, // Priya Raman, MD
"""

from collections.abc import Iterator

from wellfounded.check.view import Mark, Prose, phrase
from wellfounded.model.letter import Severity

CODE = "SG110"
SEVERITY = Severity.NOTE

APPEAL = phrase(r"\b(?:I|we) (?:\w+ ){0,3}appeal(?:ing)?\b|\bappeal (?:of|the|your)\b|\byour denial\b")
KINDS = {"claim", "reference", "authorization"}


def check(prose: Prose) -> Iterator[Mark]:
    """Report the first word of appeal in a letter that bears no claim, reference or authorization number."""
    match = APPEAL.search(prose.flat)
    if match and prose.layout.greeted and not any(found.kind in KINDS for found in prose.labelled):
        yield Mark(match.span(), "no claim or reference number", "Copy it from the notice into the reference lines.")
