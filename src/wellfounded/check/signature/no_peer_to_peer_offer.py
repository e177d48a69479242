"""An appeal should offer a talk between physicians, with the number to call.

Half of downgraded radiotherapy requests were approved unchanged after such a call. Source: market notes, study of 2024.

Bad:  Dear Reviewer: // I appeal the denial of March 9. // Sincerely, // Priya Raman, MD
Good: Dear Reviewer: // I appeal the denial. I am free for a peer-to-peer call. // Sincerely, // Priya Raman, MD
Good: Dear Reviewer: // I appeal the denial. Please call me at 555-0160. // Sincerely, // Priya Raman, MD
Good: Dear Reviewer: // I request TMS. // Sincerely, // Priya Raman, MD
"""

from collections.abc import Iterator

from wellfounded.check.view import Mark, Prose, phrase
from wellfounded.model.letter import Severity

CODE = "SG107"
SEVERITY = Severity.NOTE

OFFER = phrase(
    r"\bpeer[- ]to[- ]peer\b|\b(?:call|reach|contact|telephone|phone|speak with|discuss)\b"
    r"|\bconversation between physicians\b|\bavailable (?:to|for)\b"
)


def check(prose: Prose) -> Iterator[Mark]:
    """Report the close of an appeal whose body offers no call."""
    body, close = prose.layout.body, prose.layout.close
    signed = close < len(prose.flat) and prose.layout.greeted
    if signed and prose.kind in {"internal_appeal", "expedited_appeal"} and not OFFER.search(prose.flat[body:close]):
        yield Mark((close, min(len(prose.flat), close + 40)), "offers no peer-to-peer call", "Add the direct number.")
