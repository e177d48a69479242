"""Codes, amounts and times, with FHIR's names and FHIR's fields."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Coding:
    """A code in a code system. *system* is a short name: icd10cm, cpt, hcpcs, ndc, rxnorm, loinc, carc, rarc, pos."""

    system: str
    code: str
    display: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount with its unit, and a comparator where the text gives one (<, <=, >=, >)."""

    value: float
    unit: str = ""
    comparator: str = "="

    def __str__(self) -> str:
        """Say the amount as a person writes it: no trailing zeros, the unit after a space."""
        number = f"{self.value:g}" if abs(self.value) < 1e6 else f"{self.value:.0f}"
        sign = "" if self.comparator == "=" else f"{self.comparator} "
        return f"{sign}{number} {self.unit}".rstrip()


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time in the unit its text uses; months are calendar months, never 30 days."""

    n: float
    unit: str  # hours, days, business_days, weeks, months, years, sessions

    def __str__(self) -> str:
        """Say "8 weeks", "1 week"."""
        unit = self.unit.replace("_", " ")
        return f"{self.n:g} {unit[:-1] if self.n == 1 and unit.endswith('s') else unit}"

    @property
    def days(self) -> float:
        """About how many days this is: for comparing lengths, never for counting a deadline."""
        return self.n * {
            "hours": 1 / 24,
            "days": 1,
            "business_days": 1.4,
            "weeks": 7,
            "months": 30.44,
            "years": 365.25,
        }.get(self.unit, 0)


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date known to the year, the month or the day; FHIR's `date` has the same three precisions."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def of(cls, day: date) -> "PartialDate":
        """Give the partial date that is *day* exactly."""
        return cls(day.year, day.month, day.day)

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read ISO 8601 `YYYY`, `YYYY-MM` or `YYYY-MM-DD` (a time after it is left out); raises ValueError."""
        parts = [int(part) for part in text[:10].split("-")]
        partial = cls(*parts)
        partial.earliest()
        return partial

    def __str__(self) -> str:
        """Say it in ISO 8601 at its own precision."""
        parts = [f"{self.year:04d}"] + [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    def earliest(self) -> date:
        """Give the first day this may be."""
        return date(self.year, self.month or 1, self.day or 1)

    def latest(self) -> date:
        """Give the last day this may be."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])


@dataclass(frozen=True, slots=True)
class Period:
    """From a start to an end, either of which may be unknown."""

    start: PartialDate | None = None
    end: PartialDate | None = None
