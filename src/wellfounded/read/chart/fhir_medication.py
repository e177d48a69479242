"""Treatments of a FHIR file: statements, requests, dispenses, administrations and procedures as trials."""

import re
from collections.abc import Iterator
from dataclasses import replace

from wellfounded.model.coding import Coding, PartialDate, Quantity
from wellfounded.model.document import Document
from wellfounded.model.evidence import Assertion, Evidence, EvidenceKind, Outcome, Trial, TrialStatus
from wellfounded.model.use import Fill
from wellfounded.read.chart import amounts
from wellfounded.read.chart.lexicon import Agent, Lexicon
from wellfounded.read.chart.structured import amount, basis, day, first, never, outcome
from wellfounded.read.chart.tokens import tokens
from wellfounded.wire.caseless import small
from wellfounded.wire.fhir import Field, Printed

KINDS = ("MedicationStatement", "MedicationRequest", "MedicationDispense", "MedicationAdministration", "Procedure")
_STATUS = {
    "active": TrialStatus.CURRENT,
    "in-progress": TrialStatus.CURRENT,
    "recorded": TrialStatus.CURRENT,
    "on-hold": TrialStatus.PAST,
    "completed": TrialStatus.PAST,
    "stopped": TrialStatus.PAST,
    "ended": TrialStatus.PAST,
    "inactive": TrialStatus.PAST,
    "intended": TrialStatus.PLANNED,
    "preparation": TrialStatus.PLANNED,
    "draft": TrialStatus.PLANNED,
    "not-taken": TrialStatus.NEVER_TAKEN,
    "not-done": TrialStatus.NEVER_TAKEN,
    "cancelled": TrialStatus.NEVER_TAKEN,
    "declined": TrialStatus.NEVER_TAKEN,
}
_TIME = {TrialStatus.CURRENT: "current", TrialStatus.PLANNED: "planned", TrialStatus.HYPOTHETICAL: "hypothetical"}
_AGENT = ("medication", "code")
_START = (
    "effective.start",
    "effective",
    "authoredOn",
    "whenHandedOver",
    "whenPrepared",
    "performed.start",
    "performed",
)
_STOP = ("effective.end", "performed.end", "dispenseRequest.validityPeriod.end")
_WHY = ("statusReason", "reasonStopped", "note", "note.1", "outcome", "reasonNotGiven")
_STANDING = {"completed": "dispensed", "cancelled": "rejected", "declined": "rejected", "stopped": "returned"}
_YEAR = 366
_OLD = 210  # days after which a dispensed supply is no longer taken


def agent(text: str, lexicon: Lexicon) -> Agent:
    """Give the agent a display text names: the first name the lexicon knows in it, else its first word, unlisted."""
    toks = tokens(text)
    for i in range(len(toks)):
        hit = lexicon.at(toks, i)
        if hit is not None and (hit[1].what != "class" or len(toks) <= 3):
            return hit[1] if hit[1].what != "class" else replace(hit[1], ingredient=text.lower())
    return Agent(next((t.word for t in toks if t.word.isalpha()), text.lower()), listed=False)


def trial(document: Document, resource: Printed, lexicon: Lexicon, latest: PartialDate | None) -> Iterator[Evidence]:
    """Give the trial of one resource; nothing where it was entered in error or names no treatment."""
    status_field, named = resource.get("status"), first(resource, *_AGENT)
    if named is None or (status_field and status_field.value == "entered-in-error"):
        return
    known = agent(named.value, lexicon)
    if resource.kind == "Procedure" and known.what != "treatment":
        return
    why = [field for name in _WHY if (field := resource.get(name)) is not None]
    words = "; ".join(field.value for field in why)
    start, stop = first(resource, *_START), first(resource, *_STOP)
    status = _status(resource, words, start, stop, latest)
    dosing = [f for f in resource.fields if f.name.startswith(("dosage", "dosageInstruction"))]
    told = outcome(words) if status in {TrialStatus.CURRENT, TrialStatus.PAST} else Outcome.UNKNOWN
    held = Trial(
        agent=named.value,
        ingredient=known.ingredient,
        classes=known.classes,
        listed=known.listed,
        dose=_dose(named, dosing),
        route=next((f.value for f in dosing if f.name.endswith("route")), "") or _found(amounts.ROUTE, dosing),
        frequency=_found(amounts.FREQUENCY, dosing),
        start=day(start),
        stop=day(stop) if status is TrialStatus.PAST else None,
        status=status,
        outcome=told,
        reason_stopped=words if status in {TrialStatus.PAST, TrialStatus.NEVER_TAKEN} else "",
    )
    yield Evidence(
        EvidenceKind.TREATMENT_TRIAL,
        held.ingredient,
        basis(document, resource, status_field, named, start, stop, *why, *dosing),
        statement=_line(named, status_field, start, stop, words, dosing),
        coding=tuple(
            Coding(s, f.value, named.value)
            for s in ("rxnorm", "ndc", "cpt")
            if (f := resource.get(f"{named.name}.{s}"))
        ),
        on=held.start,
        trial=held,
        assertion=Assertion(
            "negated" if status is TrialStatus.NEVER_TAKEN else "affirmed", _TIME.get(status, "historical")
        ),
        author=(who.value if (who := first(resource, "requester", "informationSource", "performer.1.actor")) else ""),
        written=day(first(resource, "dateAsserted", "authoredOn", "recorded", "whenHandedOver"))
        or held.stop
        or held.start,
    )


def _status(
    resource: Printed, words: str, start: Field | None, stop: Field | None, latest: PartialDate | None
) -> TrialStatus:
    field, intent = resource.get("status"), resource.get("intent")
    stated = field.value if field else ""
    if never(words) or ((ban := resource.get("doNotPerform")) and ban.value == "true"):
        return TrialStatus.NEVER_TAKEN
    if resource.kind == "MedicationRequest" and intent and intent.value in {"proposal", "plan", "option"}:
        return TrialStatus.HYPOTHETICAL if intent.value == "option" else TrialStatus.PLANNED
    if resource.kind == "MedicationDispense" and stated == "completed":
        given = day(start)
        old = given and latest and latest.earliest().toordinal() - given.latest().toordinal() > _OLD
        return TrialStatus.PAST if old else TrialStatus.CURRENT
    status = _STATUS.get(stated, TrialStatus.CURRENT)
    ended = day(stop)
    if status is TrialStatus.CURRENT and ended and latest and ended.latest() < latest.earliest():
        return TrialStatus.PAST
    return status


def _dose(named: Field, dosing: list[Field]) -> Quantity | None:
    exact = next((amount(f.value) for f in dosing if f.name.endswith(".dose")), None)
    if exact is not None and exact.unit.lower() not in {"", "tablet", "tablets", "tab", "capsule", "1"}:
        return exact
    for field in (*dosing, named):
        match = amounts.DOSE.search(field.value)
        if match:
            return amounts.dose(match)
    return exact


def _found(pattern: re.Pattern[str], dosing: list[Field]) -> str:
    told = ((f.value, pattern.search(small(f.value))) for f in dosing if f.name.endswith("text"))
    return next((text[found.start() : found.end()] for text, found in told if found), "")


def _line(
    named: Field, status: Field | None, start: Field | None, stop: Field | None, words: str, dosing: list[Field]
) -> str:
    sig = next((f.value for f in dosing if f.name.endswith("text")), "")
    dates = " to ".join(f.value[:10] for f in (start, stop) if f)
    parts = [f"{named.value} {sig}".strip(), dates, status.value if status else "", words]
    return ", ".join(part for part in parts if part)


def dispense(document: Document, resource: Printed, lexicon: Lexicon) -> Iterator[Evidence]:
    """Give the hand-over that a MedicationDispense states, or the dose that a MedicationAdministration does."""
    status, named = resource.get("status"), first(resource, *_AGENT)
    on = first(resource, "whenHandedOver", "whenPrepared", "effective.start", "effective")
    when, stated = day(on), status.value if status else ""
    if named is None or when is None or when.day is None or stated == "entered-in-error":
        return
    known = agent(named.value, lexicon)
    given = resource.kind == "MedicationAdministration"
    standing = _STANDING.get(stated, "ordered") if not given else "given" if stated == "completed" else "missed"
    quantity = amount(field.value) if (field := resource.get("quantity")) else None
    supply = amount(days.value) if (days := resource.get("daysSupply")) else None
    strength = amounts.DOSE.search(named.value) or amounts.DOSE.search(named.value.lower())
    held = Fill(
        agent=named.value,
        ingredient=known.ingredient,
        classes=known.classes,
        listed=known.listed,
        strength=amounts.dose(strength) if strength else None,
        quantity=quantity,
        days=int(supply.value) if supply is not None and 0 < supply.value <= _YEAR else None,
        standing=standing,
    )
    yield Evidence(
        EvidenceKind.ADMINISTRATION if given else EvidenceKind.DISPENSE,
        held.ingredient,
        basis(document, resource, status, named, on, field, days),
        statement=", ".join(part for part in (named.value, str(when), stated) if part),
        on=when,
        assertion=Assertion("affirmed" if held.counts else "negated", "historical"),
        use=held,
    )
