"""The resources of a printed FHIR file as evidence, with the notes attached to it."""

from collections.abc import Iterator
from dataclasses import replace

from wellfounded.model.coding import PartialDate
from wellfounded.model.determination import Field, Kind, Reading
from wellfounded.model.document import Document
from wellfounded.model.evidence import Evidence, TrialStatus
from wellfounded.read.chart import fhir_medication, fhir_record, note
from wellfounded.read.chart.fhir_observation import observation
from wellfounded.read.chart.lexicon import Lexicon, lexicon
from wellfounded.read.chart.structured import day
from wellfounded.wire.fhir import Printed, printed

_PROCEDURES = {"Procedure", "DiagnosticReport", "ImagingStudy"}
DISPENSE = "MedicationDispense"
RUN = 135  # days from one hand-over to the next of the same run: ninety days' supply and a pause
_REQUESTS = {"ServiceRequest", "CarePlan", "Goal", "DeviceRequest"}
_DATED = (
    "effective",
    "effective.start",
    "authoredOn",
    "recordedDate",
    "period.start",
    "issued",
    "date",
    "whenHandedOver",
)


def read(document: Document) -> Reading:
    """Read a printed bundle, and the notes attached to it as further pages."""
    resources = printed(document.text)
    fields = [f for r in resources if r.kind in {"Patient", "Coverage"} for f in fhir_record.identity(document, r)]
    dates = [when for r in resources for name in _DATED if (when := day(r.get(name)))]
    latest = max(dates, default=None, key=lambda date: date.latest())
    found = [e for r in resources if r.kind != DISPENSE for e in _evidence(document, r, lexicon(), latest)]
    filled = [e for r in resources if r.kind == DISPENSE for e in _evidence(document, r, lexicon(), latest)]
    found += [*_courses([e for e in filled if e.trial]), *(e for e in filled if not e.trial)]
    notes = _notes(document)
    found += notes.evidence
    return Reading(document.source.id, Kind.CHART_NOTE, (*_once(fields), *notes.fields), tuple(found))


def _evidence(document: Document, resource: Printed, book: Lexicon, latest: PartialDate | None) -> Iterator[Evidence]:
    kind = resource.kind
    if kind in fhir_medication.KINDS:
        yield from fhir_medication.trial(document, resource, book, latest)
    if kind in {DISPENSE, "MedicationAdministration"}:
        yield from fhir_medication.dispense(document, resource, book)
    if kind in _PROCEDURES:
        yield from fhir_record.procedure(document, resource)
    elif kind == "Observation":
        yield from observation(document, resource)
    elif kind == "Condition":
        yield from fhir_record.condition(document, resource)
    elif kind == "AllergyIntolerance":
        yield from fhir_record.allergy(document, resource, book)
    elif kind == "FamilyMemberHistory":
        yield from fhir_record.family(document, resource)
    elif kind in _REQUESTS:
        yield from fhir_record.request(document, resource)


def _courses(held: list[Evidence]) -> Iterator[Evidence]:
    """Give the treatments of hand-overs: only the first of a run begins one, and one taken back ends none."""
    last: dict[str, int] = {}
    taken = {e.name for e in held if e.trial and e.trial.status in {TrialStatus.CURRENT, TrialStatus.PAST}}
    for each in sorted(held, key=lambda e: str(e.on or "")):
        if each.trial is None or (each.name in taken and each.trial.status is TrialStatus.NEVER_TAKEN):
            continue
        begun = each.on.earliest().toordinal() if each.on else 0
        again = each.name in last and begun - last[each.name] <= RUN
        last[each.name] = begun
        yield replace(each, trial=replace(each.trial, start=None)) if again else each


def _notes(document: Document) -> Reading:
    """Read the pages after the print-out, which are notes, at the offsets they have."""
    cut = document.text.find("\f")
    if cut < 0:
        return Reading(document.source.id, Kind.CHART_NOTE)
    return note.read(replace(document, text=" " * cut + document.text[cut:]))


def _once(fields: list[Field]) -> tuple[Field, ...]:
    return tuple({(f.name, str(f.value)): f for f in reversed(fields)}.values())[::-1]
