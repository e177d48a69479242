"""A diagnosis code must be the most specific one: a claim may not carry a category.

Plans return requests with a header code as incomplete. Source: ICD-10-CM Official Guidelines, section I.B.2.

Bad:  She has plaque psoriasis (ICD-10 L40).
Bad:  Diagnosis code: M05.7
Good: She has plaque psoriasis (ICD-10 L40.0).
"""

from collections.abc import Iterator

from wellfounded.check.says.codes import icd10
from wellfounded.check.view import Line, Mark
from wellfounded.model.letter import Severity
from wellfounded.terms import icd10cm

CODE = "DX102"
SEVERITY = Severity.ERROR


def check(line: Line) -> Iterator[Mark]:
    """Report each code under which more specific ones lie."""
    for code in icd10(line.text):
        if icd10cm.exists(code.value) and not icd10cm.billable(code.value):
            under = ", ".join(entry.code for entry in icd10cm.children(code.value)[:4])
            yield Mark(
                code.span, f"{code.value} is not billable: more specific codes lie under it", f"Choose among {under}."
            )
