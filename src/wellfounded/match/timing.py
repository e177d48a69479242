"""Days and lengths of time known only in part: an honest answer is sometimes that both may be."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from wellfounded.model.coding import Duration, PartialDate
from wellfounded.model.evidence import Evidence, Trial, TrialStatus
from wellfounded.model.finding import Verdict

NEAR = 0.9  # two lengths in different units ("12 weeks", "3 months") closer than this are not told apart


def back(day: date, by: Duration) -> date:
    """Go back from *day* by calendar months and years; a day that does not exist becomes the month's last."""
    if by.unit in {"months", "years"}:
        months = day.year * 12 + day.month - 1 - round(by.n * (12 if by.unit == "years" else 1))
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    return day - timedelta(days=round(by.days))


def when(evidence: Evidence) -> PartialDate | None:
    """Give the day a statement is of: the value's own, else the note's."""
    return evidence.on or evidence.written


def newest(evidence: Evidence) -> tuple[date, date]:
    """Order statements by time; what has no date stands before everything."""
    day = when(evidence)
    return (day.latest(), day.earliest()) if day else (date.min, date.min)


def since(evidence: Evidence, first: date | None, last: date) -> Verdict:
    """Whether a statement is of *first* or later and not after *last*; a part of a date may leave it open.

    A value with no day of its own is no newer than its note: an old note is old, a new one proves nothing.
    """
    day = when(evidence)
    if day is None:
        return Verdict.MET if first is None else Verdict.UNKNOWN
    if day.earliest() > last:
        return Verdict.NOT_MET
    if first is None:
        return Verdict.MET
    if day.latest() < first:
        return Verdict.NOT_MET
    return Verdict.MET if evidence.on is not None and day.earliest() >= first else Verdict.UNKNOWN


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time between two bounds, in days, and the unit it was stated in (empty when counted)."""

    low: float
    high: float
    unit: str = ""

    def reaches(self, asked: Duration) -> Verdict:
        """Whether the length is at least what is asked; sessions are compared with sessions only."""
        if "sessions" in {asked.unit, self.unit} and asked.unit != self.unit:
            return Verdict.UNKNOWN
        need = asked.n if asked.unit == "sessions" else asked.days
        if self.low >= need * (0.99 if self.unit != asked.unit else 1):
            return Verdict.MET
        short = need * (NEAR if self.unit and self.unit != asked.unit else 1)
        return Verdict.NOT_MET if self.high < short else Verdict.UNKNOWN


def length(trial: Trial, evidence: Evidence, today: date, unit: str = "") -> Length | None:
    """How long a treatment lasted: as stated, else from its start to its stop or the day it was last seen going on.

    A number of sessions is no length of time, and the other way round: *unit* says which of the two is asked.
    """
    stated = trial.duration is not None and (trial.duration.unit == "sessions") == (unit == "sessions")
    if trial.duration is not None and (stated or trial.start is None):
        n = trial.duration.n if trial.duration.unit == "sessions" else trial.duration.days
        if trial.status is not TrialStatus.CURRENT or trial.stop is not None:
            return Length(n, n, trial.duration.unit)
        going = _seen(trial, evidence, today) if trial.duration.unit != "sessions" else 0
        return Length(max(n, going), 1e6, trial.duration.unit if n >= going else "")
    if trial.start is None:
        return None
    if trial.stop is not None:
        low, high = trial.stop.earliest() - trial.start.latest(), trial.stop.latest() - trial.start.earliest()
        return Length(max(low.days, 0), max(high.days, 0))
    if trial.status is TrialStatus.CURRENT:
        return Length(_seen(trial, evidence, today), max((today - trial.start.earliest()).days, 0))
    return None


def _seen(trial: Trial, evidence: Evidence, today: date) -> int:
    """The days from a treatment's start to the note that last saw it going on."""
    if trial.start is None:
        return 0
    return max(((evidence.written.earliest() if evidence.written else today) - trial.start.latest()).days, 0)
