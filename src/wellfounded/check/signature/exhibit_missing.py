"""An exhibit that the text names must be among the enclosures.

Bad:  Dear Reviewer: // See Exhibit C, p. 2. // Sincerely, // P. Raman, MD // Enclosures: // Exhibit A // Exhibit B
Good: Dear Reviewer: // See Exhibit B, p. 2. // Sincerely, // P. Raman, MD // Enclosures: // Exhibit A // Exhibit B
Good: Dear Reviewer: // See Exhibit C. // Sincerely, // P. Raman, MD
"""

import re
from collections.abc import Iterator

from wellfounded.check.view import Mark, Prose
from wellfounded.model.letter import Severity

CODE = "SG109"
SEVERITY = Severity.ERROR

NAMED = re.compile(
    r"\b(?:[Ee]xhibit|Attachment|Enclosure|Tab|Appendix)(?P<many>s?)\s+(?P<label>[A-Z]{1,2}|[a-z](?=[.,;)]|$)|\d{1,2})\b"
    r"(?:(?:,|\s+and|,\s+and|\s*&)\s+(?P<next>[A-Z]|\d{1,2})\b)?"
)


def check(prose: Prose) -> Iterator[Mark]:
    """Report each exhibit the body names that the list of enclosures, where there is one, lacks."""
    if prose.ours is not None:
        listed = {enclosure.exhibit for enclosure in prose.ours.enclosures}
    else:
        start, end = prose.layout.enclosures
        listed = {match["label"].upper() for match in NAMED.finditer(prose.flat, start, end)}
    if not listed:
        return
    for match in NAMED.finditer(prose.flat):
        named = {match["label"].upper(), *([match["next"]] if match["many"] and match["next"] else [])}
        if prose.layout.part(match.start()) == "body" and not named <= listed:
            yield Mark(match.span(), "this exhibit is not among the enclosures", "Enclose it, or correct the letter.")
