"""What the chart shows: statements with who said so, when, about whom and how surely."""

from dataclasses import dataclass, field
from enum import StrEnum

from wellfounded.model.basis import Basis
from wellfounded.model.coding import Coding, Duration, PartialDate, Quantity
from wellfounded.model.use import Supply, Use


class EvidenceKind(StrEnum):
    """The kinds of thing a chart shows."""

    DIAGNOSIS = "diagnosis"
    TREATMENT_TRIAL = "treatment_trial"
    SCORE = "score"
    LAB = "lab"
    IMAGING = "imaging"
    PROCEDURE = "procedure"
    FUNCTION = "function"
    SAFETY = "safety"
    ALLERGY = "allergy"
    VITAL = "vital"
    PLAN = "plan"
    DISPENSE = "dispense"  # a row of a pharmacy's record
    ADMINISTRATION = "administration"  # a dose that was given, or was not
    SESSION = "session"  # a visit of a course of therapy, kept or missed
    USE = "use"  # days of use of days counted
    STATEMENT = "statement"  # any other sentence a requirement may rest on, kept as words


@dataclass(frozen=True, slots=True)
class Assertion:
    """How a statement is meant (ConText). The defaults say: true, now, of the patient, surely."""

    polarity: str = "affirmed"  # affirmed, negated
    time: str = "current"  # current, historical, planned, hypothetical
    experiencer: str = "patient"  # patient, family, other
    certainty: str = "certain"  # certain, possible

    @property
    def holds(self) -> bool:
        """Whether the statement is affirmed of the patient, surely, now or in the past."""
        return (
            self.polarity == "affirmed"
            and self.experiencer == "patient"
            and self.certainty == "certain"
            and self.time in {"current", "historical"}
        )


class TrialStatus(StrEnum):
    """Where a treatment stands."""

    CURRENT = "current"
    PAST = "past"
    PLANNED = "planned"
    NEVER_TAKEN = "never_taken"
    HYPOTHETICAL = "hypothetical"
    ALLERGY = "allergy"


class Outcome(StrEnum):
    """What came of a treatment."""

    FAILED = "failed"
    PARTIAL = "partial"
    INTOLERANT = "intolerant"
    EFFECTIVE = "effective"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Trial:
    """One treatment taken, or not taken, over one stretch of time."""

    agent: str  # as the chart names it
    ingredient: str  # the pack's name for it, or the agent itself where no pack lists it
    classes: tuple[str, ...] = ()  # pack ids, most specific first
    listed: bool = True
    dose: Quantity | None = None
    route: str = ""
    frequency: str = ""
    start: PartialDate | None = None
    stop: PartialDate | None = None
    duration: Duration | None = None  # as stated, or from start to stop
    status: TrialStatus = TrialStatus.CURRENT
    outcome: Outcome = Outcome.UNKNOWN
    reason_stopped: str = ""  # the chart's own words
    supply: Supply | None = None  # what the pharmacy's record of it adds up to


@dataclass(frozen=True, slots=True)
class Evidence:
    """One statement of the chart.

    FHIR: Condition, Observation, MedicationStatement, MedicationDispense, Procedure, AllergyIntolerance.
    """

    kind: EvidenceKind
    name: str  # what it is about, in the field's usual word: "PHQ-9", "hemoglobin A1c", "adalimumab"
    basis: Basis
    statement: str = ""  # the passage, as one readable line
    coding: tuple[Coding, ...] = ()
    on: PartialDate | None = None  # the day the value is of, not the day of the note
    value: Quantity | None = None
    finding: str = ""  # what imaging, a procedure or a function statement found, in the chart's words
    trial: Trial | None = None
    assertion: Assertion = field(default_factory=Assertion)
    author: str = ""
    written: PartialDate | None = None  # the day of the note
    use: Use | None = None  # what a row of a record of use states
