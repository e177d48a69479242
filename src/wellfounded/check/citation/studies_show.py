"""A claim about research must say which: "studies show" convinces nobody and cannot be checked.

Reviewers look for the organization, title and year, then for whether the recommendation fits this patient.

Bad:  Studies show that TMS is effective.
Bad:  Research has consistently demonstrated good results.
Bad:  It is well established in the literature.
Good: In the trial of Ekstrand et al. (2024), 41% responded.
Good: The sleep study showed severe obstructive sleep apnea.
"""

import re
from collections.abc import Iterator

from wellfounded.check.view import Line, Mark, phrase
from wellfounded.model.letter import Severity

CODE = "CI101"
SEVERITY = Severity.WARNING

WHO = r"(?:studies|research|literature|evidence|evidence-based medicine|trials|experts?|data|science)"
BARE = phrase(
    rf"\b{WHO} (?:has|have)? ?(?:also |consistently |clearly |repeatedly |widely )*"
    r"(?:shows?|shown|demonstrates?|demonstrated|proves?|proven|suggests?|suggested|indicates?|indicated|agrees?"
    r"|supports?"
    r"|supported|confirms?|confirmed)\b",
    rf"\bwell[- ](?:established|documented|known|supported) (?:in|by) (?:the |medical |clinical )*{WHO}\b",
    rf"\baccording to (?:the |recent |many |numerous |multiple |several )*{WHO}\b",
)
OWN = phrase(  # the patient's own studies
    r"\b(?:imaging|laborator(?:y|ies)|lab|conduction|sleep|diagnostic|radiologic|x-ray|MRI|CT|blood|swallow\w*"
    r"|urodynamic|motility|her|his|these)"
    r" $"
)
NAMED = re.compile(r"\bet al\b|\(\d{4}\)|\b(?:19|20)\d\d\b|\bdoi\b|\bPMID\b|\[\d+\]|[¹²³⁴⁵⁶⁷⁸⁹]", re.IGNORECASE)


def check(line: Line) -> Iterator[Mark]:
    """Report each appeal to research in a sentence that names none."""
    if NAMED.search(line.text) or NAMED.search(line.after[:160]):
        return
    for match in BARE.finditer(line.text):
        if OWN.search(line.text, 0, match.start()):
            continue
        yield Mark(match.span(), "says that research exists and names none", "Cite it: authors, title, year.")
