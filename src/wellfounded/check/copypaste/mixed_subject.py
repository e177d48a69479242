"""Two codes for the requested service in the reference lines and in the request are two letters mixed.

Bad:  Re: Jordan Ellis, CPT 90868 // Dear Reviewer: // I request approval of CPT 73721 for the knee. // Sincerely,
Good: Re: Jordan Ellis, CPT 90868 // Dear Reviewer: // I request approval of CPT 90868. // Sincerely,
Good: Re: Jordan Ellis, CPT 90867, 90868 // Dear Reviewer: // I request approval of CPT 90868 for her. // Sincerely,
"""

from collections.abc import Iterator

from wellfounded.check.says.codes import services
from wellfounded.check.view import Mark, Prose, phrase
from wellfounded.model.letter import Severity

CODE = "CP103"
SEVERITY = Severity.ERROR

ASKS = phrase(r"\b(?:request|approve|approval|authorize|authorization|asking for|seek)\w*\b")


def check(prose: Prose) -> Iterator[Mark]:
    """Report each code asked for in the body that the reference lines, where they hold any, lack."""
    head = {found.value for found in services(prose.flat[: prose.layout.body])}
    if not head:
        return
    for line in prose.body:
        asked = [found for found in services(line.text) if ASKS.search(line.text, 0, found.span[0])]
        if any(found.value in head for found in asked):
            continue  # the request names its code and what goes with it: a drug and its infusion
        for found in asked:
            if found.value not in head:
                at = (line.start + found.span[0], line.start + found.span[1])
                yield Mark(at, "the reference lines name another code", "Make the two agree.")
