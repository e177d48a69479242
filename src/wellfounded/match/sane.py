"""What a chart cannot have meant: a note or a value dated on the day the patient was born."""

from dataclasses import replace
from datetime import date

from wellfounded.model.case import Case
from wellfounded.model.coding import PartialDate
from wellfounded.model.evidence import Evidence


def evidence(case: Case) -> tuple[Evidence, ...]:
    """Give the chart's statements without dates that are the birth date; a statement with no day proves no recency."""
    born = case.patient.birth_date
    if born is None:
        return case.evidence
    return tuple(
        replace(each, on=_unless_birth(each.on, born.value), written=_unless_birth(each.written, born.value))
        if PartialDate.of(born.value) in {each.on, each.written}
        else each
        for each in case.evidence
    )


def _unless_birth(day: PartialDate | None, born: date) -> PartialDate | None:
    return None if day == PartialDate.of(born) else day
