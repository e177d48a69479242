"""What a record of use states row by row: a fill, a session, days used; and what the fills of one stretch add up to."""

from dataclasses import dataclass, field
from datetime import date

from wellfounded.model.basis import Basis
from wellfounded.model.coding import Period, Quantity


@dataclass(frozen=True, slots=True)
class Fill:
    """One hand-over of a medicine, or one dose given. FHIR: MedicationDispense, MedicationAdministration.

    Only a *standing* of "dispensed" or "given" is a hand-over: a row may also be "returned", "reversed", "sample",
    "rejected", "transferred", "ordered", or of a dose "missed".
    """

    agent: str  # as the row names it
    ingredient: str
    classes: tuple[str, ...] = ()
    listed: bool = True
    form: str = ""  # oral, inhaled, nasal, topical, injected, ...: one ingredient in two forms is two treatments
    strength: Quantity | None = None
    quantity: Quantity | None = None
    days: int | None = None  # the days' supply the row states; never worked out from the quantity
    standing: str = "dispensed"
    number: str = ""  # of the prescription
    latest: bool = False  # a list of last fills: others went before it that it does not show

    @property
    def counts(self) -> bool:
        """Whether the medicine came into the patient's hands from a pharmacy or a nurse."""
        return self.standing in {"dispensed", "given"}


@dataclass(frozen=True, slots=True)
class Session:
    """One visit of a course of therapy, kept or missed. FHIR: Appointment."""

    of: str  # the therapy, as the log names it
    attended: bool
    why: str = ""  # the log's own words on a missed one


@dataclass(frozen=True, slots=True)
class Tally:
    """So many of so many, as a log or a device counts them: 176 of 182 days, 14 of 17 visits. FHIR: Observation."""

    n: float
    of: float
    unit: str  # days, nights, visits, doses
    period: Period = field(default_factory=Period)
    least: str = ""  # what a day must hold to count: "4 hours"

    @property
    def share(self) -> float:
        """Give the part, 0 to 1."""
        return self.n / self.of if self.of else 0.0


Use = Fill | Session | Tally


@dataclass(frozen=True, slots=True)
class Covered:
    """One fill in the arithmetic: the day of it, its days' supply, and the days of the stretch it covers."""

    filled: date
    days: int
    start: date
    end: date  # before *start* where the stretch ended before any of it was needed


@dataclass(frozen=True, slots=True)
class Supply:
    """What the fills of one stretch of treatment add up to; overlapping supplies are shifted forward, none twice.

    *last* is the last dose where the chart states it (*closed*), else the day the last supply ran out.
    """

    first: date
    last: date
    closed: bool
    covered: int  # days from first to last, both counted, with supply on hand
    blocks: tuple[tuple[date, date], ...]  # the stretches of days with supply
    fills: tuple[Covered, ...]
    basis: Basis
    as_of: date | None = None  # the latest day of the record: nothing is known of what was filled after it

    @property
    def days(self) -> int:
        """The days from first to last, both counted."""
        return (self.last - self.first).days + 1

    @property
    def share(self) -> float:
        """The proportion of days covered, 0 to 1."""
        return self.covered / self.days

    @property
    def sum(self) -> str:
        """Say the arithmetic in one line; a share is rounded down, never up."""
        parts = [str((end - start).days + 1) for start, end in self.blocks]
        added = f"{' + '.join(parts)} = {self.covered}" if len(parts) > 1 else str(self.covered)
        ends = "last dose" if self.closed else "end of the last supply"
        return (
            f"{self.first} to {self.last} ({ends}) = {self.days} days; days with supply = {added}; "
            f"{self.covered} / {self.days} = {int(self.share * 100)}%"
        )

    def until(self, day: date) -> tuple[int, int]:
        """Give the days from first to *day*, and how many of them had supply."""
        held = sum(max((min(end, day) - start).days + 1, 0) for start, end in self.blocks)
        return max((day - self.first).days + 1, 0), held
