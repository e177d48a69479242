"""Fills joined to the treatments they supply, and where a note's length of time and the fills do not agree."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from wellfounded.model.basis import Derivation, Fact, quotes
from wellfounded.model.case import Conflict
from wellfounded.model.coding import PartialDate
from wellfounded.model.evidence import Assertion, Evidence, EvidenceKind, Trial, TrialStatus
from wellfounded.model.use import Session, Supply, Tally
from wellfounded.read.supply import GAP, Handed, handed, stretches, supply

# Names of statements that a treatment was taken up again, or for the last time; its agent is in the finding.
RESTARTED, LAST_DOSE = "restarted", "last dose"
_TAKEN = {TrialStatus.CURRENT, TrialStatus.PAST}
_NEAR = 15  # days by which a treatment's own dates may stand outside its fills
_ORDER = re.compile(r"\b(?:start|begin|prescribe|order|will|plan\w*|recommend\w*)\b[^.;]*$", re.IGNORECASE)
Course = tuple[Evidence, Sequence[Evidence]]  # one treatment as merged, and the statements it was merged from


def filled(courses: Sequence[Course], points: Sequence[Evidence]) -> tuple[list[Evidence], list[Conflict]]:
    """Give the treatments with the supply their fills add up to, and those of which only fills tell."""
    trials = [one for one, _ in courses]
    conflicts: list[Conflict] = []
    rows = handed(points)
    days = [day for e in (*trials, *points) for day in (e.written, e.on if e.use else None) if day and day.day]
    as_of = max((day.earliest() for day in days), default=None)
    for group in _groups(rows):
        for stretch in _stretches(trials, group):
            at = _of(trials, stretch)
            whose = trials[at] if at is not None else _alone(stretch, as_of)
            held = _supply(whose, stretch, points, as_of)
            if at is None:
                trials.append(replace(whose, trial=whose.trial and replace(whose.trial, supply=held)))
            elif held is not None and whose.trial is not None:
                trials[at] = replace(whose, trial=_dated(whose.trial, held, _route(stretch)))
                conflicts += _differs(whose.trial, held, courses[at][1] if at < len(courses) else ())
    return [_coursed(each, points) for each in trials], conflicts


def settled(conflicts: Sequence[Conflict], points: Sequence[Evidence]) -> list[Conflict]:
    """Give the disputes without those about a start that is only the day a treatment was taken up again."""
    again = {(e.finding.lower(), str(e.on)) for e in points if e.name == RESTARTED}
    held = []
    for each in conflicts:
        name = each.about.removeprefix("trial of ").removesuffix(": start").lower()
        says = tuple(fact for fact in each.says if (name, fact.value) not in again)
        if len(says) == len(each.says) or len(says) > 1:
            held.append(replace(each, says=says))
    return held


def _coursed(each: Evidence, points: Sequence[Evidence]) -> Evidence:
    """Give a therapy with the days of its attendance record, where no note states any: first visit to last."""
    trial = each.trial
    if trial is None or trial.status not in _TAKEN or trial.start or trial.stop or trial.duration:
        return each
    kept = [e for e in points if e.name == trial.ingredient and e.assertion.polarity == "affirmed"]
    counts = [e for e in kept if isinstance(e.use, Tally) and e.use.unit in {"visits", "sessions"} and e.use.n]
    periods = [e for e in counts if isinstance(e.use, Tally) and e.use.period.start and e.use.period.end]
    days = sorted((e for e in kept if isinstance(e.use, Session) and e.on), key=lambda e: str(e.on))
    if len(days) > 1 and len(periods) <= 1:
        start, stop, told = days[0].on, days[-1].on, [days[0], days[-1]]
    elif len(periods) == 1 and isinstance(periods[0].use, Tally):
        start, stop, told = periods[0].use.period.start, periods[0].use.period.end, periods
    else:
        return each
    passages = tuple(dict.fromkeys(quote for one in (each, *told) for quote in quotes(one.basis)))
    dated = replace(trial, start=start, stop=stop)
    return replace(each, trial=dated, on=start, basis=Derivation("chart.attendance", passages))


def _groups(rows: Sequence[Handed]) -> list[list[Handed]]:
    """Part the fills by medicine and form; one that names no form goes with the only form there is."""
    forms: dict[str, set[str]] = {}
    for row in rows:
        forms.setdefault(row.fill.ingredient.lower(), set()).add(row.fill.form)
    held: dict[tuple[str, str], list[Handed]] = {}
    for row in rows:
        name = row.fill.ingredient.lower()
        named = forms[name] - {""}
        form = next(iter(named)) if len(named) == 1 else row.fill.form
        held.setdefault((name, form), []).append(row)
    return list(held.values())


def _stretches(trials: Sequence[Evidence], group: Sequence[Handed]) -> list[list[Handed]]:
    """Part the fills of one medicine by their pauses; of a treatment whose two ends are stated, a pause is a gap."""
    held: list[list[Handed]] = []
    for stretch in stretches(group):
        one = _of(trials, held[-1]) if held else None
        trial = trials[one].trial if one is not None else None
        if trial is not None and trial.start and trial.stop and one == _of(trials, stretch):
            held[-1] = [*held[-1], *stretch]
        else:
            held.append(stretch)
    return held


def _of(trials: Sequence[Evidence], stretch: Sequence[Handed]) -> int | None:
    """Give the place of the treatment a stretch of fills is of: by its days, else by its rows, else the only one."""
    name = stretch[0].fill.ingredient.lower()
    held = [
        i
        for i, each in enumerate(trials)
        if each.trial is not None
        and each.trial.ingredient.lower() == name
        and each.trial.status in _TAKEN
        and each.trial.supply is None
        and each.assertion.experiencer == "patient"
    ]
    first, last = stretch[0].on.toordinal(), max(row.on.toordinal() + (row.fill.days or 0) for row in stretch)
    timed = [i for i in held if _overlaps(trials[i].trial, first, last)]
    places = {quote.at for row in stretch for quote in quotes(row.evidence.basis)}
    told = [
        i
        for i in held
        if any(
            q.at.source == p.source and q.at.start < p.end and p.start < q.at.end
            for q in quotes(trials[i].basis)
            for p in places
        )
    ]
    undated = [i for i in held if trials[i].trial is not None and not _days(trials[i].trial)]
    return next(iter([*timed, *(i for i in told if i in undated), *undated]), None)


def _days(trial: Trial | None) -> tuple[PartialDate, ...]:
    return tuple(day for day in (trial.start, trial.stop) if day is not None) if trial else ()


def _overlaps(trial: Trial | None, first: int, last: int) -> bool:
    if trial is None or not _days(trial):
        return False
    begins = trial.start.earliest().toordinal() if trial.start else 0
    ends = trial.stop.latest().toordinal() if trial.stop else 10**7
    return begins <= last + _NEAR and first - _NEAR <= ends


def _supply(
    whose: Evidence, stretch: Sequence[Handed], points: Sequence[Evidence], as_of: date | None
) -> Supply | None:
    trial, name = whose.trial, stretch[0].fill.ingredient.lower()
    start, stop = (_exact(day) for day in ((trial.start, trial.stop) if trial else (None, None)))
    if stop in {row.on for row in stretch}:
        stop = None  # the day of a fill is no last dose
    told = [
        (each.name, day, each.basis)
        for each in points
        if each.finding.lower() == name and (day := _exact(each.on)) is not None and not each.use
    ]
    again = sorted(((day, basis) for what, day, basis in told if what == RESTARTED), key=lambda one: one[0])
    runs_out = stretch[-1].on + timedelta(days=GAP + (stretch[-1].fill.days or 0))
    last = [day for what, day, _ in told if what == LAST_DOSE and stretch[-1].on <= day <= runs_out]
    return supply(stretch, start=start, stop=stop or max(last, default=None), again=again, as_of=as_of)


def _exact(day: PartialDate | None) -> date | None:
    return day.earliest() if day is not None and day.day is not None else None


def _dated(trial: Trial, held: Supply, route: str) -> Trial:
    """Give the treatment with its supply; where first and last dose are stated, the time between them is its length."""
    if not held.closed:
        stop = trial.stop if _exact(trial.stop) not in {fill.filled for fill in held.fills} else None
        return replace(trial, stop=stop, route=trial.route or route, supply=held)
    first, last = PartialDate.of(held.first), PartialDate.of(held.last)
    return replace(
        trial,
        route=trial.route or route,
        start=trial.start or first,
        stop=trial.stop or last,
        duration=None,
        supply=held,
    )


def _route(stretch: Sequence[Handed]) -> str:
    """Give how the fills are taken, in the words of their rows, where every row agrees."""
    forms = {row.fill.form for row in stretch}
    form = forms.pop() if len(forms) == 1 else ""
    if form == "suspension":
        return "oral suspension" if all("oral" in row.fill.agent.lower() for row in stretch) else ""
    return form if form in {"inhaled", "nasal", "topical", "oral", "rectal"} else ""


def _alone(stretch: Sequence[Handed], as_of: date | None) -> Evidence:
    """Give the treatment that only its fills tell of: it was taken, and nothing says what came of it."""
    fill, row = stretch[0].fill, stretch[0].evidence
    last = max(row.on.toordinal() + (row.fill.days or 0) for row in stretch)
    status = TrialStatus.CURRENT if as_of is not None and last >= as_of.toordinal() else TrialStatus.PAST
    trial = Trial(fill.agent, fill.ingredient, fill.classes, fill.listed, dose=fill.strength, status=status)
    time = "current" if status is TrialStatus.CURRENT else "historical"
    passages = tuple(quote for each in stretch for quote in quotes(each.evidence.basis))
    return replace(
        row,
        kind=EvidenceKind.TREATMENT_TRIAL,
        name=fill.ingredient,
        basis=passages[0] if len(passages) == 1 else Derivation("chart.fills", passages),
        trial=trial,
        use=None,
        assertion=Assertion("affirmed", time),
    )


def _differs(trial: Trial, held: Supply, told: Sequence[Evidence]) -> list[Conflict]:
    """What a note says of the length and the fills do not show: both are kept, for a person to see."""
    says: dict[str, Fact[str]] = {}
    for each in told:
        long = each.trial.duration if each.trial else None
        if long is None or not long.days or _ordered(each, str(long)):
            continue
        if not _agrees(long.days, held):
            says.setdefault(str(long), Fact(str(long), each.basis))
    shown = Fact(f"{held.days} days", held.basis)
    return [Conflict(f"trial of {trial.ingredient}: duration", (*says.values(), shown))] if says else []


def _agrees(long: float, held: Supply) -> bool:
    """Whether a length is about that of the fills: from the last fill to its end where no last dose is stated."""
    least = held.days if held.closed else (held.fills[-1].filled - held.first).days
    return least - max(7.0, 0.15 * least) <= long <= held.days + max(7.0, 0.15 * held.days)


def _ordered(each: Evidence, long: str) -> bool:
    """Whether a length is of an order ("start ... for 12 weeks") and not of what was taken."""
    before = each.statement.lower().partition(long)[0] if long in each.statement.lower() else each.statement
    return _ORDER.search(before) is not None
