"""An ICD-10-CM code in a letter must exist.

One letter in five written by language models carries a wrong diagnosis code; a code that is in no list is refused by
the plan's software. Source: Aiumtrakul et al. 2026, doi 10.3389/fdgth.2026.1767648.

Bad:  She has major depressive disorder (ICD-10: F33.7).
Bad:  Diagnosis: plaque psoriasis, L40.00
Good: She has major depressive disorder (ICD-10: F33.2).
Good: Her vitamin B12 level was low.
"""

from collections.abc import Iterator

from wellfounded.check.says.codes import icd10
from wellfounded.check.view import Line, Mark
from wellfounded.model.letter import Severity
from wellfounded.terms import icd10cm

CODE = "DX101"
SEVERITY = Severity.ERROR


def check(line: Line) -> Iterator[Mark]:
    """Report each code that the list does not hold."""
    for code in icd10(line.text):
        if not icd10cm.exists(code.value):
            yield Mark(code.span, f"{code.value} is not a code of ICD-10-CM", "Look the diagnosis up by its words.")
