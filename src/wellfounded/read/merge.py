"""A chart over all its documents: one trial for each treatment and time, structured sources first, conflicts kept."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from wellfounded.model.basis import Basis, Derivation, Fact, Quote, quotes
from wellfounded.model.case import Conflict
from wellfounded.model.coding import PartialDate, Quantity
from wellfounded.model.determination import Reading
from wellfounded.model.evidence import Evidence, EvidenceKind, Outcome, Trial, TrialStatus
from wellfounded.read.filled import Course, filled, settled

_TAKEN = {TrialStatus.CURRENT, TrialStatus.PAST}
_OPEN = 10**7  # the end of what still goes on
_LONG = 180  # days a treatment that ended is taken to have lasted where nothing says how long
_GAP = 45  # days between two mentions of one treatment that are still one stretch of it


def merge(readings: Iterable[Reading]) -> tuple[tuple[Evidence, ...], tuple[Conflict, ...]]:
    """Give the evidence of a whole chart, each statement once, and what its sources state differently.

    Text copied forward from note to note counts once: the earliest note keeps it and the later ones stand in its
    basis. A score keeps every dated value. A trial's facts come from structured sources first, then the fullest note.
    """
    held = [evidence for reading in readings for evidence in reading.evidence]
    trials = [e for e in held if e.trial is not None]
    courses, conflicts = _trials(trials)
    points = _once([e for e in held if e.trial is None])
    merged, differs = filled(courses, points)
    return tuple(sorted([*merged, *points], key=_order)), (*settled(conflicts, points), *differs)


def _order(evidence: Evidence) -> tuple[str, int, str]:
    return evidence.kind.value, _day(evidence.on or evidence.written), evidence.name


def _day(date: PartialDate | None, *, last: bool = False) -> int:
    if date is None:
        return 0
    return (date.latest() if last else date.earliest()).toordinal()


# Statements that are said again


def _once(held: list[Evidence]) -> list[Evidence]:
    kept: dict[tuple[object, ...], list[Evidence]] = {}
    for evidence in held:
        kept.setdefault(_key(evidence), []).append(evidence)
    return [_gather(group) for group in kept.values()]


def _key(e: Evidence) -> tuple[object, ...]:
    if e.use is not None:
        return e.kind, e.name, e.on, e.use
    if e.value is not None:
        pair = e.finding if e.name == "blood pressure" else ""
        return e.kind, e.name, e.value.value, e.value.comparator, e.on, pair, e.assertion
    codes = tuple(c.code for c in e.coding)
    if e.kind is EvidenceKind.DIAGNOSIS:
        return e.kind, codes or e.name.lower(), e.assertion.polarity, e.assertion.experiencer, e.assertion.certainty
    if e.kind is EvidenceKind.ALLERGY:
        return e.kind, e.name.lower(), e.assertion.polarity
    return e.kind, " ".join(e.statement.lower().split()), e.assertion


def _gather(group: list[Evidence]) -> Evidence:
    if len(group) == 1:
        return group[0]
    ordered = sorted(group, key=lambda e: (not _structured(e), _day(e.written)))
    first = ordered[0]
    passages = tuple(dict.fromkeys(quote for e in ordered for quote in quotes(e.basis)))
    basis: Basis = passages[0] if len(passages) == 1 else Derivation("chart.said_again", passages)
    earliest = min((e.written for e in group if e.written), default=None)
    return replace(
        first,
        basis=basis,
        written=earliest,
        finding=first.finding or next((e.finding for e in ordered if e.finding), ""),
    )


def _structured(evidence: Evidence) -> bool:
    return isinstance(evidence.basis, Derivation) and evidence.basis.rule == "chart.structured"


# Trials


def _trials(held: list[Evidence]) -> tuple[list[Course], list[Conflict]]:
    groups: dict[tuple[str, str], list[Evidence]] = {}
    for evidence in held:
        if evidence.trial:
            groups.setdefault((evidence.trial.ingredient.lower(), evidence.assertion.experiencer), []).append(evidence)
    merged: list[Course] = []
    conflicts: list[Conflict] = []
    for group in groups.values():
        for course in _courses(group):
            one, differs = _course(course)
            merged.append((one, course))
            conflicts += differs
    return merged, conflicts


def _courses(group: list[Evidence]) -> list[list[Evidence]]:
    """Part one agent's evidence into stretches of time; what states no time joins the last stretch begun before it."""
    timed = sorted((e for e in group if _span(e) is not None), key=lambda e: _span(e) or (0, 0))
    courses: list[list[Evidence]] = []
    ends: list[int] = []
    for evidence in timed:
        start, end = _span(evidence) or (0, 0)
        if courses and (start - ends[-1] <= _GAP or evidence.trial is None or evidence.trial.start is None):
            courses[-1].append(evidence)
            ends[-1] = end if ends[-1] == _OPEN else max(ends[-1], end)
        else:
            courses.append([evidence])
            ends.append(end)
    loose = [e for e in group if _span(e) is None]
    if not courses:
        taken = [e for e in loose if e.trial and e.trial.status in _TAKEN]
        asked = [e for e in loose if _asked_again(e, taken)]
        rest = [e for e in loose if e not in asked]
        return [part for part in (rest, asked) if part]
    again = [e for e in loose if _asked_again(e, timed)]
    for evidence in (e for e in loose if e not in again):
        written = _day(evidence.written)
        before = [
            i
            for i, course in enumerate(courses)
            if not written or min(_span(e) or (0, 0) for e in course)[0] <= written
        ]
        courses[before[-1] if before else 0].append(evidence)
    return [*courses, again] if again else courses


def _asked_again(evidence: Evidence, timed: Sequence[Evidence]) -> bool:
    """Whether a plan asks for what had ended when it was written: another trial, and not news of the old one."""
    if evidence.trial is None or evidence.trial.status is not TrialStatus.PLANNED:
        return False
    taken = [e.trial.status for e in timed if e.trial and _day(e.written) <= _day(evidence.written)]
    return bool(taken) and TrialStatus.CURRENT not in taken


@cache
def _span(evidence: Evidence) -> tuple[int, int] | None:
    trial = evidence.trial
    if trial is None or trial.status not in _TAKEN:
        return None
    start, stop = trial.start, trial.stop
    if start is None and stop is None:
        return None
    length = int(trial.duration.days) if trial.duration else 0
    first = _day(start) if start else _day(stop) - length
    if stop is not None:
        return first, _day(stop, last=True)
    return first, _OPEN if trial.status is TrialStatus.CURRENT else max(
        _day(start, last=True), first + length, first + _LONG
    )


def _course(course: list[Evidence]) -> tuple[Evidence, list[Conflict]]:
    if len(course) == 1:
        return course[0], []
    ranked = sorted(course, key=lambda e: (not _structured(e), -_fullness(e.trial), _day(e.written)))
    latest = sorted(course, key=lambda e: (_day(e.written), not _structured(e)))
    status = _status(latest)
    outcome, teller = _outcome(latest, status)
    lead = teller or next((e for e in reversed(latest) if e.trial and e.trial.status is status), ranked[0])
    pick = [e.trial for e in ranked if e.trial and (e.trial.status in _TAKEN or status not in _TAKEN)] or [
        e.trial for e in ranked if e.trial
    ]
    trial = Trial(
        agent=pick[0].agent,
        ingredient=pick[0].ingredient,
        classes=pick[0].classes,
        listed=pick[0].listed,
        dose=_largest(pick),
        route=next((t.route for t in pick if t.route), ""),
        frequency=_frequency(pick),
        start=next((t.start for t in pick if t.start), None),
        stop=next((t.stop for t in pick if t.stop), None) if status is not TrialStatus.CURRENT else None,
        duration=next((t.duration for t in pick if t.duration), None),
        status=status,
        outcome=outcome,
        reason_stopped=next((t.reason_stopped for t in pick if t.reason_stopped), ""),
    )
    passages = _passages(lead, [e for e in ranked if e is not lead])
    basis: Basis = passages[0] if len(passages) == 1 else Derivation("chart.merge", passages)
    written = max((e.written for e in course if e.written), default=None)
    whole = replace(lead, name=trial.ingredient, basis=basis, trial=trial, on=trial.start or lead.on, written=written)
    return whole, _differences(trial.ingredient, course)


def _passages(lead: Evidence, others: Sequence[Evidence]) -> tuple[Quote, ...]:
    return tuple(dict.fromkeys(quote for e in (lead, *others) for quote in quotes(e.basis)))


def _frequency(trials: Sequence[Trial]) -> str:
    """Give how often the largest dose was taken; a frequency told of no dose only where no dose has its own."""
    dose = _largest(trials)
    own = [t.frequency for t in trials if t.frequency and t.dose is not None and t.dose == dose]
    other = [t.frequency for t in trials if t.frequency and (dose is None or t.dose is None)]
    return next(iter(own or other), "")


def _fullness(trial: Trial | None) -> int:
    parts = (trial.dose, trial.start, trial.stop, trial.duration, trial.reason_stopped) if trial else ()
    return sum(part is not None and part != "" for part in parts)


def _largest(trials: Sequence[Trial]) -> Quantity | None:
    doses = [t.dose for t in trials if t.dose]
    same = [dose for dose in doses if doses and dose.unit == doses[0].unit]
    return max(same, key=lambda dose: dose.value, default=None)


def _status(latest: Sequence[Evidence]) -> TrialStatus:
    """The latest word on a treatment, where a bare list carried forward does not undo an end that was told."""
    told = [e for e in latest if e.assertion.certainty == "certain"] or list(latest)
    states = [e.trial.status for e in told if e.trial]
    ended = any(
        e.trial and e.trial.status is TrialStatus.PAST and (e.trial.stop or e.trial.outcome is not Outcome.UNKNOWN)
        for e in told
    )
    if TrialStatus.NEVER_TAKEN in states and TrialStatus.PAST not in states:
        return TrialStatus.NEVER_TAKEN
    if any(s in _TAKEN for s in states):
        if ended:
            return TrialStatus.PAST
        return next(s for s in reversed(states) if s in _TAKEN)
    return states[-1]


def _outcome(latest: Sequence[Evidence], status: TrialStatus) -> tuple[Outcome, Evidence | None]:
    if status not in _TAKEN:
        return Outcome.UNKNOWN, None
    for evidence in reversed(latest):
        if evidence.trial and evidence.trial.outcome is not Outcome.UNKNOWN and evidence.trial.status in _TAKEN:
            return evidence.trial.outcome, evidence
    return Outcome.UNKNOWN, None


def _differences(name: str, course: Sequence[Evidence]) -> list[Conflict]:
    """What two sources state of one trial and do not state alike; a coarser date that holds the finer one agrees."""
    found = []
    for part in ("start", "stop", "outcome", "status", "dose"):
        says: dict[str, Fact[str]] = {}
        for evidence in course:
            value = getattr(evidence.trial, part)
            if (
                value is None
                or value is Outcome.UNKNOWN
                or (part == "status" and value not in _TAKEN | {TrialStatus.NEVER_TAKEN})
            ):
                continue
            if part == "dose" and not _structured(evidence):
                continue
            text = str(value)
            if not any(text.startswith(other) or other.startswith(text) for other in says):
                says[text] = Fact(text, evidence.basis)
        if len(says) > 1 and (part != "status" or _opposed(course)):
            found.append(Conflict(f"trial of {name}: {part}", tuple(says.values())))
    return found


def _opposed(course: Sequence[Evidence]) -> bool:
    """Whether a later note still calls current what an earlier one ended, or one says taken and another never."""
    ends = [_day(e.written) for e in course if e.trial and e.trial.status is TrialStatus.PAST]
    runs = [_day(e.written) for e in course if e.trial and e.trial.status is TrialStatus.CURRENT]
    never = any(e.trial and e.trial.status is TrialStatus.NEVER_TAKEN for e in course)
    return bool((ends and runs and max(runs) >= min(ends)) or (never and (ends or runs)))
