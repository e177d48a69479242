"""A clinician's letter should carry the National Provider Identifier, by which the plan finds the order.

Bad:  Dear Reviewer: // I request TMS. // Sincerely, // Priya Raman, MD
Good: Dear Reviewer: // I request TMS. // Sincerely, // Priya Raman, MD // NPI 1234567893
"""

from collections.abc import Iterator

from wellfounded.check.view import Mark, Prose, phrase
from wellfounded.model.letter import Severity

CODE = "SG104"
SEVERITY = Severity.NOTE

NUMBER = phrase(r"\bNPI\b|\bnational provider identifier\b|\blicen[sc]e\b|\blic\.|\b1\d{9}\b")


def check(prose: Prose) -> Iterator[Mark]:
    """Report the close of a letter from elsewhere that holds neither an NPI nor a licence number."""
    close = prose.layout.close
    if prose.ours is None and prose.layout.greeted and close < len(prose.flat) and not NUMBER.search(prose.flat):
        yield Mark((close, min(len(prose.flat), close + 60)), "no NPI or licence number", "Add the signer's NPI.")
