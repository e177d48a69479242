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
        for found in services(line.text):
            if found.value not in head and ASKS.search(line.text, 0, found.span[0]):
                at = (line.start + found.span[0], line.start + found.span[1])
                yield Mark(at, "the reference lines name another code", "Make the two agree.")
