"""What was taken over from the payer's letter rests on that letter, as long as no person confirms or changes it."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from wellfounded.casefolder.stated import NOTICES
from wellfounded.model.basis import Fact
from wellfounded.model.case import Case
from wellfounded.model.coding import Coding
from wellfounded.model.determination import Reading

T = TypeVar("T")

# The field of case.yaml that a letter fills, by the name that a reading gives it.
FILLED = {
    "patient.name": "patient_name",
    "patient.birth_date": "birth_date",
    "coverage.payer": "payer",
    "coverage.market": "plan_market",
    "coverage.member_id": "member_id",
}
SERVICE, DIAGNOSIS = "services[{}].description", "diagnoses[{}]"


def founded(case: Case, taken: Collection[str]) -> Case:
    """Give *case* with the passage of the payer's letter under each value of *taken* that a letter in it still states.

    A value that no letter of the case states any more stays the word of whoever took it over.
    """
    if not taken:
        return case
    notices = tuple(reading for reading in case.readings if reading.kind in NOTICES)

    def under(way: str, fact: Fact[T] | None) -> Fact[T] | None:
        return _sure(fact, FILLED[way], notices) if fact is not None and way in taken else fact

    patient, coverage = case.patient, case.coverage
    return replace(
        case,
        patient=replace(
            patient,
            name=under("patient.name", patient.name),
            birth_date=under("patient.birth_date", patient.birth_date),
        ),
        coverage=replace(
            coverage,
            payer=under("coverage.payer", coverage.payer),
            market=under("coverage.market", coverage.market),
            member_id=under("coverage.member_id", coverage.member_id),
        ),
        services=tuple(
            replace(each, description=_sure(each.description, "service", notices))
            if SERVICE.format(n) in taken
            else each
            for n, each in enumerate(case.services)
        ),
        diagnoses=tuple(
            _sure(each, "code", notices) if DIAGNOSIS.format(n) in taken else each
            for n, each in enumerate(case.diagnoses)
        ),
    )


def still(taken: Collection[str], before: Mapping[str, Any], changed: Mapping[str, Any]) -> list[str]:
    """Give those of *taken* that no change of *changed* confirms or alters; of a list that is set whole, by entry."""
    return [way for way in taken if way not in changed and not _touched(way, before, changed)]


def _touched(way: str, before: Mapping[str, Any], changed: Mapping[str, Any]) -> bool:
    top, mark, rest = way.partition("[")
    if not mark or top not in changed:
        return False
    at, name = int(rest.partition("]")[0]), "description" if top == "services" else "code"
    old, new = before.get(top) or [], changed[top] or []
    return at >= len(old) or at >= len(new) or old[at].get(name) != new[at].get(name)


def _sure(fact: Fact[T], name: str, notices: tuple[Reading, ...]) -> Fact[T]:
    stated = (field for reading in notices for field in reading.all(name) if _key(field.value) == _key(fact.value))
    field = next(stated, None)
    return Fact(fact.value, field.basis) if field is not None else fact


def _key(value: object) -> str:
    return value.code if isinstance(value, Coding) else str(value)
