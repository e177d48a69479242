"""What the letter says it encloses must be listed, so that the reader can tell what is missing.

Bad:  Dear Reviewer: // I request TMS. Her records are enclosed. // Sincerely, // Priya Raman, MD
Bad:  Dear Reviewer: // Please see the attached sleep study. // Sincerely, // Devon Amaro, NP
Good: Dear Reviewer: // Her records are enclosed. // Sincerely, // Priya Raman, MD // Enclosures: visit notes
Good: Dear Reviewer: // I request TMS. // Sincerely, // Priya Raman, MD
"""

from collections.abc import Iterator

from wellfounded.check.view import Mark, Prose, phrase
from wellfounded.model.letter import Severity

CODE = "SG108"
SEVERITY = Severity.NOTE

SAYS = phrase(
    r"\b(?:enclosed|attached|enclose|attach(?:ing)?|accompanying|included with this letter)\b(?! (?:to (?:the|her|his"
    r"|their) |dwelling|again))"
)


def check(prose: Prose) -> Iterator[Mark]:
    """Report the first promise of an enclosure in a letter that lists none."""
    listed = prose.ours.enclosures if prose.ours else prose.layout.enclosures[0] < len(prose.text)
    if listed:
        return
    for line in prose.body:
        match = SAYS.search(line.text)
        if match:
            at = (line.start + match.start(), line.start + match.end())
            yield Mark(at, "no list of enclosures", "List each enclosure with its date below the signature.")
            return
