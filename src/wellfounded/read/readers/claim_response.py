"""A FHIR ClaimResponse or ExplanationOfBenefit: a payer's decision as a resource."""

from collections.abc import Iterator

from wellfounded.model.coding import Coding, PartialDate
from wellfounded.model.determination import Field, FieldValue, Kind, Reading
from wellfounded.model.document import Document
from wellfounded.read.payer.decision_words import APPROVE, DENY, PARTIAL, PEND
from wellfounded.read.payer.reason_words import STRONG, WEAK
from wellfounded.wire import fhir

NAME = "claim_response"

KINDS = {"ClaimResponse", "ExplanationOfBenefit"}
# Da Vinci PAS: the decision is the review action (X12 code source 306) and never `outcome`.
ACTIONS = {
    "A1": Kind.APPROVAL,
    "A2": Kind.PARTIAL_APPROVAL,
    "A3": Kind.DENIAL,
    "A4": Kind.PEND,
    "A6": Kind.PARTIAL_APPROVAL,
}
NAMED = {
    "insurer": "payer",
    "insurer.display": "payer",
    "patient": "patient_name",
    "preAuthRef": "authorization_number",
    "created": "notice_date",
    "preAuthPeriod.start": "valid_from",
    "preAuthPeriod.end": "valid_to",
    "identifier": "reference_number",
}
SYSTEMS = {"cpt": "cpt", "hcpcs": "hcpcs", "icd10cm": "icd10cm", "carc": "carc", "rarc": "rarc"}
DATES = {"notice_date", "valid_from", "valid_to"}
SAID = ("disposition", "processNote", "error")


def score(document: Document) -> float:
    """Say whether the first resource that matters is a payer's answer: sure, or not at all."""
    if document.source.media != "application/fhir+json":
        return 0.0
    first = next(
        (one.kind for one in fhir.printed(document.text) if one.kind not in {"OperationOutcome", "Provenance"}), ""
    )
    return 1.0 if first in KINDS else 0.0


def read(document: Document) -> Reading:
    """Read the first answer in the file."""
    answer = next(one for one in fhir.printed(document.text) if one.kind in KINDS)
    kind = Kind.EOB if answer.kind == "ExplanationOfBenefit" else _kind(answer)
    fields = [field for each in answer.fields for field in _fields(document, each)]
    if kind in {Kind.DENIAL, Kind.PARTIAL_APPROVAL, Kind.EOB}:
        fields += [field for each in answer.fields for field in _reasons(document, each)]
    return Reading(document.source.id, kind, tuple(fields))


def _kind(answer: fhir.Printed) -> Kind:
    """Take the review action where it is printed, else what the disposition or a note says."""
    kinds = [
        ACTIONS[each.value] for each in answer.fields if "reviewaction" in each.name.lower() and each.value in ACTIONS
    ]
    if kinds:
        return Kind.PARTIAL_APPROVAL if len(set(kinds)) > 1 and Kind.APPROVAL in kinds else kinds[0]
    said = " ".join(each.value for each in answer.fields if each.name.startswith(SAID))
    for pattern, kind in (
        (PARTIAL, Kind.PARTIAL_APPROVAL),
        (DENY, Kind.DENIAL),
        (PEND, Kind.PEND),
        (APPROVE, Kind.APPROVAL),
    ):
        if pattern.search(said):
            return kind
    return Kind.OTHER


def _fields(document: Document, each: fhir.Field) -> Iterator[Field]:
    name = NAMED.get(each.name)
    system = SYSTEMS.get(each.name.rpartition(".")[2])
    value: FieldValue = each.value
    if name in DATES:
        when = PartialDate.parse(each.value)
        if when.day is None:
            return
        value = when.earliest()
    elif system:
        name, value = "code", Coding(system, each.value)
    if name and each.value:
        yield Field(name, value, document.quote(each.start, each.end))


def _reasons(document: Document, each: fhir.Field) -> Iterator[Field]:
    if not each.name.startswith(SAID):
        return
    for words in (STRONG, WEAK):
        found = [(kind, pattern.search(each.value)) for kind, pattern in words.items()]
        hits = [(kind, hit) for kind, hit in found if hit]
        if hits:
            for kind, hit in hits:
                yield Field("reason", kind.value, document.quote(each.start + hit.start(), each.start + hit.end()))
            return
