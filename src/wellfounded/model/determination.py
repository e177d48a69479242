"""What a document says, and what a payer decided, fact by fact.

FHIR: ClaimResponse. X12: 278 response HCR01, 835 CLP. Law: adverse benefit determination.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wellfounded.model.basis import Quote, SourceId
from wellfounded.model.coding import Coding
from wellfounded.model.evidence import Evidence


class Kind(StrEnum):
    """What a document is."""

    DENIAL = "denial"
    PARTIAL_APPROVAL = "partial_approval"
    APPROVAL = "approval"
    PEND = "pend"
    INFORMATION_REQUEST = "information_request"
    EOB = "eob"
    TRANSITION_NOTICE = "transition_notice"
    POLICY = "policy"
    CHART_NOTE = "chart_note"
    LETTER = "letter"
    OTHER = "other"


class ReasonKind(StrEnum):
    """Why a payer refuses; the closed list every strategy and count is keyed by."""

    NOT_MEDICALLY_NECESSARY = "not_medically_necessary"
    EXPERIMENTAL_INVESTIGATIONAL = "experimental_investigational"
    STEP_THERAPY = "step_therapy"
    ALTERNATIVES_NOT_EXHAUSTED = "alternatives_not_exhausted"
    FREQUENCY_OR_LEVEL = "frequency_or_level"
    NOT_COVERED_BENEFIT = "not_covered_benefit"
    OUT_OF_NETWORK = "out_of_network"
    NO_PRIOR_AUTHORIZATION = "no_prior_authorization"
    MISSING_INFORMATION = "missing_information"
    CODING = "coding"
    COSMETIC_OR_PERSONAL = "cosmetic_or_personal"
    TIMING_OR_PLAN_YEAR = "timing_or_plan_year"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Window:
    """A stated time to act: *n* *unit* counted from *since* (receipt, document_date, ...), for one route."""

    n: int
    unit: str  # days, business_days, months, hours
    since: str | None = None
    route: str = "appeal"  # appeal, expedited_appeal, external_review, fair_hearing, peer_to_peer, corrected_claim, ...


@dataclass(frozen=True, slots=True)
class CriterionCited:
    """A policy, guideline or rule the payer says it used."""

    title: str = ""
    number: str = ""
    section: str = ""


@dataclass(frozen=True, slots=True)
class PeerToPeer:
    """How a clinician may speak with the payer's reviewer, and until when."""

    phone: str = ""
    window: str = ""


FieldValue = str | bool | int | float | date | Coding | Window | CriterionCited | PeerToPeer


@dataclass(frozen=True, slots=True)
class Field:
    """One value a document states, under the name the JSON gives it, with the line it came from."""

    name: str
    value: FieldValue
    basis: Quote


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything one reader read in one document; a value that is not stated is not here."""

    source: SourceId
    kind: Kind
    fields: tuple[Field, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    def all(self, name: str) -> tuple[Field, ...]:
        """Give every field of that name, in the order of the text."""
        return tuple(field for field in self.fields if field.name == name)

    def first(self, name: str) -> Field | None:
        """Give the first field of that name, or None where the document states none."""
        for field in self.fields:
            if field.name == name:
                return field
        return None

    def text(self, name: str) -> str:
        """Give the first value of that name as text, or an empty string where none is stated."""
        field = self.first(name)
        return "" if field is None else str(field.value)


REFUSALS = (Kind.DENIAL, Kind.PARTIAL_APPROVAL, Kind.EOB)
