"""A request for more of what was already given must say how much was given, and with what result.

Plans count prior use first; a renewal without it reads as a first request.

Bad:  I request continuation of physical therapy for eight weeks.
Good: I request continuation of physical therapy; after 12 visits she walks 200 feet.
Good: I request physical therapy for eight weeks.
"""

from collections.abc import Iterator

from wellfounded.check.says.purpose import AGAIN
from wellfounded.check.view import Mark, Prose, phrase
from wellfounded.model.letter import Severity

CODE = "BN102"
SEVERITY = Severity.NOTE

ASKS = phrase(r"\b(?:request|ask|approv|authoriz|extend|renew|reauthoriz|seek|need)\w*\b")
LIFE = phrase(r"\b(?:continuation|extension) of (?:her|his|their) (?:job|work|life|studies|career)\b")
GIVEN = phrase(
    r"\b(?:after|since|completed|received|over the (?:past|last)|to date|so far|improved|response|responded|fell"
    r"|rose|from \d|gained|now)\b"
)


def check(prose: Prose) -> Iterator[Mark]:
    """Report the request for more in a letter that tells of no use or result so far."""
    body = " ".join(line.text for line in prose.body)
    if GIVEN.search(body):
        return
    for line in prose.body:
        match = AGAIN.search(line.text)
        if match and ASKS.search(line.text) and not LIFE.search(line.text):
            at = (line.start + match.start(), line.start + match.end())
            yield Mark(at, "does not say what was given so far", "Add the number given, the dates and the result.")
            return
