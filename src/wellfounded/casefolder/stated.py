"""What case.yaml leaves out and the papers state alike: the patient, the plan, the service, the day of the request."""

from dataclasses import replace
from datetime import date

from wellfounded.casefolder.identity import differs
from wellfounded.model.basis import Fact
from wellfounded.model.case import Case, Service
from wellfounded.model.coding import Coding
from wellfounded.model.determination import REFUSALS, Field, Kind, Reading

NOTICES = (*REFUSALS, Kind.APPROVAL, Kind.PEND, Kind.INFORMATION_REQUEST)
BILLED = ("cpt", "hcpcs")


def completed(case: Case) -> Case:
    """Give *case* with what its papers state and no person entered; what they state in two ways is left out.

    The payer's letters speak for the coverage and the service, every paper for the patient.
    """
    notices = tuple(reading for reading in case.readings if reading.kind in NOTICES)
    patient, coverage = case.patient, case.coverage
    return replace(
        case,
        patient=replace(
            patient,
            name=patient.name or _words(_alike(case.readings, "patient_name")),
            birth_date=patient.birth_date or _day(_alike(case.readings, "birth_date")),
        ),
        coverage=replace(
            coverage,
            payer=coverage.payer or _words(_alike(notices, "payer")),
            member_id=coverage.member_id or _words(_alike(notices, "member_id")),
        ),
        services=case.services or _service(notices),
        requested=case.requested or _day(_alike(notices, "request_date")),
    )


def _alike(readings: tuple[Reading, ...], name: str) -> Field | None:
    """Give the first statement of *name*, or None where there is none or two of them differ."""
    stated = [field for reading in readings for field in reading.all(name)]
    if not stated or any(differs(str(stated[0].value), str(each.value), name) for each in stated[1:]):
        return None
    return stated[0]


def _words(field: Field | None) -> Fact[str] | None:
    return Fact(str(field.value), field.basis) if field else None


def _day(field: Field | None) -> Fact[date] | None:
    return Fact(field.value, field.basis) if field and isinstance(field.value, date) else None


def _service(notices: tuple[Reading, ...]) -> tuple[Service, ...]:
    """Give the service of the latest notice where it names one only, with its code where that is one only."""
    latest = max(notices, key=lambda each: each.text("notice_date"), default=None)
    named = latest.all("service") if latest else ()
    if latest is None or len(named) != 1:
        return ()
    codes = [
        each.value for each in latest.all("code") if isinstance(each.value, Coding) and each.value.system in BILLED
    ]
    return (Service(Fact(str(named[0].value), named[0].basis), codes[0] if len(codes) == 1 else None),)
