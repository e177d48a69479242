"""The typed tests a requirement may ask: a closed vocabulary.

This is the door that is meant to be heavy: every policy pack may use a word here for ever, so a new one needs a
decision record, a schema change and a page in the reference.
"""

from dataclasses import dataclass
from typing import ClassVar

from wellfounded.model.coding import Duration


@dataclass(frozen=True, slots=True)
class Age:
    """The patient's age lies within bounds (inclusive)."""

    kind: ClassVar[str] = "age"
    min: float | None = None
    max: float | None = None
    unit: str = "years"


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One of these diagnoses is documented."""

    kind: ClassVar[str] = "diagnosis"
    codes: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Severity:
    """The condition is documented at this severity: "moderate to severe", "severe"."""

    kind: ClassVar[str] = "severity"
    name: str = ""


@dataclass(frozen=True, slots=True)
class TrialOf:
    """Treatment was tried: *n* of the agents or of a class, for a time, at a dose, with an outcome."""

    kind: ClassVar[str] = "trial"
    agents: tuple[str, ...] = ()
    agent_class: str = ""  # in the policy's words
    n: int = 1
    min_duration: Duration | None = None
    adequate_dose: str = ""  # the policy's words: "maximally tolerated dose", ">= 15 mg weekly"
    outcome: str = ""  # failed, intolerant, failed_or_intolerant, partial, any


@dataclass(frozen=True, slots=True)
class IntoleranceOrContraindication:
    """The agents cannot be used: not tolerated, or contraindicated."""

    kind: ClassVar[str] = "intolerance_or_contraindication"
    agents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Threshold:
    """A number stands against a bound; the base of score, lab and measurement."""

    name: str = ""
    comparator: str = ">="
    value: float = 0.0
    unit: str = ""
    within: Duration | None = None  # no older than this on the day of the request
    during: str = ""  # a circumstance: "at rest", "while awake on room air"
    upper: float | None = None  # where the policy gives a range ("15 to 65"): the other bound, inclusive


@dataclass(frozen=True, slots=True)
class Score(Threshold):
    """A rating scale or index: PHQ-9, PASI, Epworth, AHI."""

    kind: ClassVar[str] = "score"


@dataclass(frozen=True, slots=True)
class Lab(Threshold):
    """A laboratory value; or, where no number is asked, a result in a word."""

    kind: ClassVar[str] = "lab"
    result: str = ""  # "negative" or "positive"


@dataclass(frozen=True, slots=True)
class Measurement(Threshold):
    """A physical measurement: BMI, oxygen saturation, body surface area, degrees of motion."""

    kind: ClassVar[str] = "measurement"


@dataclass(frozen=True, slots=True)
class Imaging:
    """A study was done and shows something."""

    kind: ClassVar[str] = "imaging"
    modality: str = ""
    finding: str = ""
    within: Duration | None = None


@dataclass(frozen=True, slots=True)
class ProcedureDone:
    """A procedure, test or evaluation was done."""

    kind: ClassVar[str] = "procedure"
    name: str = ""
    within: Duration | None = None


@dataclass(frozen=True, slots=True)
class Function:
    """A limitation of function is documented."""

    kind: ClassVar[str] = "function"
    limitation: str = ""


@dataclass(frozen=True, slots=True)
class Prescriber:
    """The prescriber has, or consulted, one of these specialties."""

    kind: ClassVar[str] = "prescriber"
    specialty: tuple[str, ...] = ()
    consult: bool = False


@dataclass(frozen=True, slots=True)
class Documentation:
    """A record of something must be in the file, recent enough."""

    kind: ClassVar[str] = "documentation"
    what: str = ""
    within: Duration | None = None


@dataclass(frozen=True, slots=True)
class Absent:
    """Something must not be there: a contraindication, an infection, a pregnancy."""

    kind: ClassVar[str] = "absent"
    what: str = ""


@dataclass(frozen=True, slots=True)
class Concurrent:
    """Another treatment must, or must not, go on at the same time."""

    kind: ClassVar[str] = "concurrent"
    agent: str = ""
    allowed: bool = True


@dataclass(frozen=True, slots=True)
class QuantityLimit:
    """No more than *n* units in a period."""

    kind: ClassVar[str] = "quantity"
    n: float = 0.0
    unit: str = ""
    per: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """The service is given in this setting."""

    kind: ClassVar[str] = "place"
    setting: str = ""


@dataclass(frozen=True, slots=True)
class Attest:
    """A person must state something."""

    kind: ClassVar[str] = "attestation"
    what: str = ""


@dataclass(frozen=True, slots=True)
class Other:
    """What no test above holds: kept as the policy's words and asked of a person."""

    kind: ClassVar[str] = "other"


Test = (
    Age
    | Diagnosis
    | Severity
    | TrialOf
    | IntoleranceOrContraindication
    | Score
    | Lab
    | Measurement
    | Imaging
    | ProcedureDone
    | Function
    | Prescriber
    | Documentation
    | Absent
    | Concurrent
    | QuantityLimit
    | Place
    | Attest
    | Other
)
