"""A case: one patient, one service, one payer, and everything that was received about them."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from wellfounded.model.basis import Attestation, Basis, Fact, SourceId
from wellfounded.model.coding import Coding, Duration, PartialDate, Quantity
from wellfounded.model.determination import Kind, Reading
from wellfounded.model.document import Document
from wellfounded.model.evidence import Evidence
from wellfounded.model.parties import Coverage, Organization, Patient, Practitioner


@dataclass(frozen=True, slots=True)
class Service:
    """What is asked for. FHIR: ServiceRequest. X12: UM and SV segments."""

    description: Fact[str]
    coding: Coding | None = None
    quantity: Quantity | None = None
    frequency: str = ""
    duration: Duration | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class OwnWords:
    """A paragraph the clinician wrote, kept verbatim, and the part of the letter it stands in."""

    part: str
    text: str
    basis: Attestation


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two sources that state one thing differently; shown to a person, never settled in silence."""

    about: str  # "patient.birth_date", "trial of sertraline: stop"
    says: tuple[Fact[str], ...]


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened to a case. FHIR: AuditEvent."""

    case: str
    at: datetime
    by: str
    kind: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """The case as opened: what case.yaml says, what each document says, and where they differ."""

    id: str
    patient: Patient
    coverage: Coverage
    practitioner: Practitioner
    practice: Organization
    services: tuple[Service, ...] = ()
    diagnoses: tuple[Fact[Coding], ...] = ()
    asks: str = ""  # the letter wanted; empty means: decide from what is here
    received: tuple[tuple[str, Fact[date]], ...] = ()  # ("denial", day)
    requested: Fact[date] | None = None
    hours: tuple[tuple[str, Fact[datetime]], ...] = ()  # of receipt, with their offset: ("expedited_appeal", hour)
    amounts: tuple[tuple[str, Fact[Decimal]], ...] = ()  # billed, allowed, paid, ... in the notice's currency
    attestations: tuple[Attestation, ...] = ()
    paragraphs: tuple[OwnWords, ...] = ()
    documents: tuple[Document, ...] = ()
    readings: tuple[Reading, ...] = ()  # of payer/ and chart/, one per document
    evidence: tuple[Evidence, ...] = ()  # merged over the chart
    conflicts: tuple[Conflict, ...] = ()
    entered: Basis | None = None  # whose word the values of case.yaml are

    def document(self, source: SourceId | str) -> Document:
        """Give the document with that id; raises KeyError."""
        for document in self.documents:
            if document.source.id == source:
                return document
        raise KeyError(source)

    def reading(self, *kinds: Kind) -> Reading | None:
        """Give the latest reading of one of *kinds*, by its notice date, or None."""
        found = [reading for reading in self.readings if reading.kind in kinds]
        if len(found) < 2:  # nearly always, and every rule of law asks
            return found[0] if found else None
        return max(found, key=lambda reading: reading.text("notice_date"))
