"""Evidence laid out in time: a bar a treatment, a lane of points a measure, and what has no day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from wellfounded.model.basis import quotes
from wellfounded.model.coding import PartialDate
from wellfounded.model.evidence import Evidence, EvidenceKind, Outcome, Trial, TrialStatus
from wellfounded.model.use import Fill

_TAKEN = {TrialStatus.CURRENT, TrialStatus.PAST}
_MEASURED = (EvidenceKind.SCORE, EvidenceKind.LAB, EvidenceKind.VITAL)
_BRIEF = timedelta(days=30)  # how long a treatment is drawn of which only one day is known


@dataclass(frozen=True, slots=True)
class Bar:
    """One stretch of one treatment. *open_start* and *open_end* say that this end is not stated."""

    label: str
    start: date
    end: date
    open_start: bool
    open_end: bool
    outcome: str
    source: str


@dataclass(frozen=True, slots=True)
class Mark:
    """One value on one day."""

    on: date
    value: float
    says: str
    source: str


@dataclass(frozen=True, slots=True)
class Lane:
    """The values of one measure, in order of time."""

    label: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """All that is drawn: bars, lanes, and in words the treatments no day is stated of."""

    bars: tuple[Bar, ...]
    lanes: tuple[Lane, ...]
    undated: tuple[str, ...]

    @property
    def span(self) -> tuple[date, date] | None:
        """The first and the last day drawn; None where nothing has a day."""
        days = [day for bar in self.bars for day in (bar.start, bar.end)]
        days += [mark.on for lane in self.lanes for mark in lane.marks]
        return (min(days), max(days)) if days else None


def lanes(evidence: Iterable[Evidence], names: Mapping[str, str], *, most: int = 12) -> Line:
    """Lay out the patient's own trials and values; *names* gives the file of each source id, *most* the lanes drawn.

    Measures with more values come first: one value alone shows no course. What a relative took is left out, as is
    what was only planned, thought of or refused.
    """
    held = [e for e in evidence if e.assertion.experiencer == "patient"]
    last = max((day for e in held for day in _days(e)), default=None)
    trials = [e for e in held if e.trial is not None and e.trial.status in _TAKEN]
    bars = [bar for e in trials if last and (bar := _bar(e, e.trial, last, names)) is not None]  # type: ignore[arg-type]
    drawn = {bar.source + bar.label for bar in bars}
    undated = [
        f"{_label(e.trial)} ({_source(e, names)})"
        for e in trials
        if e.trial is not None and _source(e, names) + _label(e.trial) not in drawn
    ]
    return Line(
        tuple(sorted(bars, key=lambda bar: (bar.start, bar.label))), _lanes(held, names, most), tuple(sorted(undated))
    )


def _lanes(held: list[Evidence], names: Mapping[str, str], most: int) -> tuple[Lane, ...]:
    groups: dict[tuple[int, str], dict[date, Mark]] = {}
    for e in held:
        if e.kind in _MEASURED and e.value is not None and e.on is not None and e.assertion.time != "planned":
            day = e.on.earliest()
            says = e.finding if e.name == "blood pressure" and e.finding else str(e.value)
            mark = Mark(day, e.value.value, says, _source(e, names))
            groups.setdefault((_MEASURED.index(e.kind), e.name), {}).setdefault(day, mark)
    for e in held:
        if isinstance(e.use, Fill) and e.use.counts and e.on is not None and e.on.day is not None:
            day, n = e.on.earliest(), e.use.days
            what = "given" if e.use.standing == "given" else "filled"
            mark = Mark(day, float(n or 0), what if n is None else f"{n} days", _source(e, names))
            groups.setdefault((len(_MEASURED), f"{e.name} {what}"), {}).setdefault(day, mark)
    ranked = sorted(groups.items(), key=lambda item: (len(item[1]) < 2, item[0]))[:most]
    return tuple(Lane(name, tuple(marks[day] for day in sorted(marks))) for (_, name), marks in sorted(ranked))


def _days(evidence: Evidence) -> list[date]:
    trial = evidence.trial
    stated = [evidence.on, evidence.written, *((trial.start, trial.stop) if trial else ())]
    return [day.earliest() for day in stated if day is not None]


def _bar(evidence: Evidence, trial: Trial, last: date, names: Mapping[str, str]) -> Bar | None:
    start, end = _first(trial.start), _last(trial.stop)
    length = timedelta(days=round(trial.duration.days)) if trial.duration and trial.duration.days else None
    current = trial.status is TrialStatus.CURRENT
    if start is None and end is None and evidence.on is not None:
        start = evidence.on.earliest()
    if start is None and end is None:
        return None
    begins = start or ((end or last) - (length or _BRIEF))
    ends = end or (last if current else begins + (length or _BRIEF))
    return Bar(
        _label(trial),
        begins,
        max(ends, begins + timedelta(days=7)),
        start is None and length is None,
        end is None and (current or length is None),
        "" if trial.outcome is Outcome.UNKNOWN else trial.outcome.value,
        _source(evidence, names),
    )


def _label(trial: Trial) -> str:
    return " ".join(part for part in (trial.ingredient, str(trial.dose or "")) if part)


def _source(evidence: Evidence, names: Mapping[str, str]) -> str:
    quote = next(quotes(evidence.basis))
    return f"{names.get(quote.at.source, quote.at.source[:12])} p. {quote.at.page}"


def _first(day: PartialDate | None) -> date | None:
    return day.earliest() if day else None


def _last(day: PartialDate | None) -> date | None:
    return day.latest() if day else None
