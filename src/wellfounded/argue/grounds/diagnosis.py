"""The diagnosis the service is for: the code of the case, and where the chart records it."""

from collections.abc import Iterator

from wellfounded.argue.grounds._chart import held
from wellfounded.argue.view import View
from wellfounded.model.argument import Claim
from wellfounded.model.basis import quotes
from wellfounded.model.coding import Coding
from wellfounded.model.evidence import Evidence, EvidenceKind


def claims(view: View) -> Iterator[Claim]:
    """Claim each diagnosis of the case, with the notes that record it, oldest first."""
    chart = held(view, EvidenceKind.DIAGNOSIS)
    for fact in view.case.diagnoses:
        recorded = tuple(item for item in chart if records(item, fact.value))
        basis = (fact.basis, *(item.basis for item in recorded))
        slots = (("code", fact.value.code), ("system", fact.value.system), ("name", fact.value.display))
        yield Claim("diagnosis", fact.value.code, basis, slots, recorded)


def records(item: Evidence, coding: Coding) -> bool:
    """Whether a statement records this code, in its coding or in its own words."""
    plain = coding.code.replace(".", "").upper()
    if any(each.code.replace(".", "").upper() == plain for each in item.coding):
        return True
    return any(coding.code.upper() in quote.exact.upper() for quote in quotes(item.basis))
