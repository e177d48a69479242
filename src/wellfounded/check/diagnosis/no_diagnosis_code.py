"""A letter must carry the diagnosis code beside the diagnosis.

Missing codes are among the first reasons a request is returned. Source: Experian Health, State of Claims 2025 (half of
denials rest on missing or wrong data).

Bad:  I request TMS. Diagnosis: major depressive disorder, severe.
Good: I request TMS. Diagnosis: major depressive disorder, severe (F33.2).
Good: Diagnosis code: E119
"""

from collections.abc import Iterator

from wellfounded.check.says.codes import icd10
from wellfounded.check.view import Mark, Prose, phrase
from wellfounded.model.letter import Severity

CODE = "DX106"
SEVERITY = Severity.NOTE

DIAGNOSIS = phrase(
    r"\bdiagnos(?:is|es|ed)\b|\bDx:",
    r"\b(?:suffers from|has|with|for) (?:\w+ ){0,4}(?:apnea|tear|stenosis|radiculopathy|fracture|failure|disease"
    r"|disorder|syndrome|arthritis|psoriasis|migraine"
    r"|depression|diabetes|cancer|asthma)\b",
)


def check(prose: Prose) -> Iterator[Mark]:
    """Report the first diagnosis of a letter that holds no code at all."""
    named = DIAGNOSIS.search(prose.flat)
    if named and not icd10(prose.flat):
        yield Mark(named.span(), "no ICD-10-CM code stands in the letter", "Add the code beside the diagnosis.")
