"""A diagnosis code must be the most specific one: a claim may not carry a category.

Plans return requests with a header code as incomplete. Source: ICD-10-CM Official Guidelines, section I.B.2. Other
countries bill by lists of their own, and a letter is judged by the list of its own day: G35 was split into G35.A to
G35.D on October 1, 2025 (ICD-10-CM of the fiscal year 2026).

Bad:  She has plaque psoriasis (ICD-10 L40).
Bad:  Diagnosis code: M05.7
Bad:  March 2, 2026 // Dear Reviewer: // She has multiple sclerosis (ICD-10-CM G35).
Good: She has plaque psoriasis (ICD-10 L40.0).
Good: She has relapsing-remitting multiple sclerosis (ICD-10-CM G35.A).
Good: March 2, 2025 // Dear Reviewer: // She has multiple sclerosis (ICD-10-CM G35).
"""

from collections.abc import Iterator
from datetime import date

from wellfounded.check.chart import Chart
from wellfounded.check.says.codes import icd10
from wellfounded.check.view import Mark, Prose
from wellfounded.model.letter import Severity
from wellfounded.terms import icd10cm

CODE = "DX102"
SEVERITY = Severity.ERROR

SPLIT = {"G35": date(2025, 10, 1)}  # codes a claim could carry before that day
SHOWN = 4  # more specific codes that are named


def check(prose: Prose, chart: Chart | None) -> Iterator[Mark]:
    """Report each code under which more specific ones lie, in a letter to a payer of the United States."""
    if chart is not None and chart.abroad:
        return
    for code in icd10(prose.flat):
        whole = prose.written is not None and code.value in SPLIT and prose.written < SPLIT[code.value]
        if not whole and icd10cm.exists(code.value) and not icd10cm.billable(code.value):
            yield Mark(
                code.span,
                f"{code.value} is not billable: more specific codes lie under it",
                f"Choose among {', '.join(_under(code.value))}.",
            )


def _under(code: str) -> list[str]:
    """Give the first codes below that a claim may carry."""
    held: list[str] = []
    for entry in icd10cm.children(code):
        held += [entry.code] if entry.billable else _under(entry.code)
        if len(held) >= SHOWN:
            break
    return held[:SHOWN]
