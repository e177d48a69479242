"""One treatment in a sentence: what, how much, when, how long, and what came of it."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from wellfounded.model.argument import Claim
from wellfounded.model.basis import Basis, Derivation
from wellfounded.model.coding import Duration, PartialDate
from wellfounded.model.evidence import Evidence, Outcome, Trial, TrialStatus
from wellfounded.model.letter import Sentence
from wellfounded.write.notes import note, words
from wellfounded.write.telling import Telling, sentence
from wellfounded.write.words import dates, doses, quoted, series

KINDS = ("trial", "trial_not_taken")
NOUNLIKE = re.compile(
    r"^(?!.*\b(?:is|was|were|did|does|do|could|has|had|have|because|due|stopped|patient|pt|she|he)\b)"
)


@dataclass(frozen=True, slots=True)
class Parts:
    """The words of one trial that every way of saying it draws on; any may be empty."""

    agent: str
    dose: str  # "up to 200 mg daily"
    when: str  # "from October 8, 2024 to February 4, 2025"
    long: str  # "17 weeks"
    beside: str  # "the PHQ-9 was 21 at the start and 20 at the end"
    reason: str  # why it stopped, in the chart's words


def say(claim: Claim, telling: Telling, n: int = 0) -> tuple[Sentence, ...]:
    """Say a trial in full; *n* is its place in the list, so that neighbours are said differently."""
    item = claim.evidence[0]
    trial = item.trial
    if trial is None:
        return ()
    basis = _basis(claim, telling, trial)
    if claim.kind == "trial_not_taken":
        return (sentence(_not_taken(telling, item, trial), *basis),)
    parts = _parts(claim, trial)
    ways = WAYS[trial.outcome] if trial.status is TrialStatus.PAST else NOW[trial.outcome]
    text = telling.voice.turn("trial", n, *ways)(parts)
    text += f"; {parts.beside}" if parts.beside else ""
    return (sentence(text, *basis),)


def agent(trial: Trial) -> str:
    """Give the agent as a letter writes it inside a sentence: generic names small, brands and acronyms as they are."""
    name = trial.agent.strip()
    generic = name.lower().startswith(trial.ingredient.lower())
    return f"{name[:1].lower()}{name[1:]}" if generic and not name[:2].isupper() else name


def length(trial: Trial) -> Duration | None:
    """Give how long it was taken: as the chart states it, or whole weeks from start to stop."""
    if trial.duration is not None:
        return trial.duration
    start, stop = trial.start, trial.stop
    if start is None or stop is None or start.day is None or stop.day is None:
        return None
    days = (stop.earliest() - start.earliest()).days
    return Duration(days // 7, "weeks") if days >= 14 else Duration(days, "days") if days > 0 else None


def brief(trial: Trial) -> str:
    """Say a trial in a few words for a list: "sertraline (up to 200 mg daily, 17 weeks)"."""
    held = [_up_to(trial), doses.length(length(trial))]
    inside = ", ".join(part for part in held if part)
    return f"{agent(trial)} ({inside})" if inside else agent(trial)


def _up_to(trial: Trial) -> str:
    amount = doses.dose(trial.dose, trial.frequency)
    past = trial.status is TrialStatus.PAST
    return f"up to {amount}" if amount and past else amount


def _basis(claim: Claim, telling: Telling, trial: Trial) -> tuple[Basis, ...]:
    item = claim.evidence[0]
    under = telling.dates(item)
    held = length(trial)
    if held is not None and trial.duration is None:
        under = (*under, Derivation(f"time from start to stop = {held}", (item.basis,)))
    return (*under, *(part for other in claim.evidence[1:] for part in telling.dates(other)))


def _parts(claim: Claim, trial: Trial) -> Parts:
    scores = claim.evidence[1:]
    beside = ""
    if len(scores) == 2 and scores[0].value is not None and scores[1].value is not None:
        first, last = (doses.number(score.value.value) for score in scores if score.value is not None)
        before, after = _when(scores[0], trial.start, "at the start"), _when(scores[1], trial.stop, "at the end")
        beside = f"the {scores[0].name} was {first} {before} and {last} {after}"
    reason = quoted.clean(trial.reason_stopped).strip(" .;,")
    reason = reason if quoted.readable(f"{reason} x") and len(reason) <= 140 else ""
    return Parts(
        agent(trial), _up_to(trial), dates.span(trial.start, trial.stop), doses.length(length(trial)), beside, reason
    )


def _when(score: Evidence, edge: PartialDate | None, side: str) -> str:
    return side if score.on is None or score.on == edge else dates.at(score.on)


def _not_taken(telling: Telling, item: Evidence, trial: Trial) -> str:
    said = words(item, 120)
    start = f"{agent(trial)} was prescribed but never taken, and is not counted here"
    return f"{start}; {note(telling, item)} says {quoted.closed(said)}" if said else start


def _taken(p: Parts) -> str:
    """Give "sertraline, up to 200 mg daily, from ... to ... (17 weeks)" with whatever of it is known."""
    inner = ", ".join(part for part in (p.dose, p.when) if part)
    long = f" ({p.long})" if p.long else ""
    return f"{p.agent}, {inner}{long}," if inner else f"{p.agent}{long}"


def _because(p: Parts, lead: str = "because of") -> str:
    if not p.reason:
        return ""
    if NOUNLIKE.match(p.reason.lower()):
        return f" {lead} {quoted.marked(p.reason)}"
    return f"; the reason recorded is {quoted.marked(p.reason)}"


def _time(p: Parts) -> str:
    """Give "from October 8, 2024 to February 4, 2025 (17 weeks)" with whatever of it is known."""
    return f"{p.when} ({p.long})" if p.when and p.long else p.when or (f"for {p.long}" if p.long else "")


Way = Callable[[Parts], str]

FAILED: tuple[Way, ...] = (
    lambda p: f"{_taken(p)} brought no adequate response",
    lambda p: f"{p.agent} was taken {_time(p)}{', ' + p.dose if p.dose else ''}, and did not work",
    lambda p: f"{_taken(p)} failed",
)
WAYS: dict[Outcome, tuple[Way, ...]] = {
    Outcome.FAILED: FAILED,
    Outcome.INTOLERANT: (
        lambda p: f"{_taken(p)} had to be stopped{_because(p)}",
        lambda p: f"{_taken(p)} was not tolerated{_because(p)}",
    ),
    Outcome.PARTIAL: (
        lambda p: f"{_taken(p)} gave only a partial response",
        lambda p: f"{_taken(p)} helped in part only",
    ),
    Outcome.EFFECTIVE: (lambda p: f"{_taken(p)} was effective",),
    Outcome.UNKNOWN: (lambda p: f"{_taken(p)} was also used; the chart does not state the result",),
}
NOW: dict[Outcome, tuple[Way, ...]] = {
    Outcome.FAILED: (lambda p: f"{_taken(p)} has not brought an adequate response",),
    Outcome.INTOLERANT: (lambda p: f"{_taken(p)} is not tolerated{_because(p)}",),
    Outcome.PARTIAL: (lambda p: f"{_taken(p)} has given only a partial response",),
    Outcome.EFFECTIVE: (lambda p: f"{_taken(p)} is of benefit",),
    Outcome.UNKNOWN: (lambda p: f"{_taken(p)} continues",),
}


def grouped(trials: list[Trial]) -> str:
    """Say several trials by what came of them: "a and b failed, and c was not tolerated"."""
    clauses: list[str] = []
    verbs = {Outcome.FAILED: "failed", Outcome.PARTIAL: "gave only a partial response"}
    for outcome in (Outcome.FAILED, Outcome.PARTIAL, Outcome.INTOLERANT):
        held = [brief(trial) for trial in trials if trial.outcome is outcome]
        if held:
            verb = verbs.get(outcome, "was not tolerated" if len(held) == 1 else "were not tolerated")
            both = "both " if len(held) == 2 and outcome is Outcome.FAILED else ""
            clauses.append(f"{series.series(held)} {both}{verb}")
    return series.series(clauses)
