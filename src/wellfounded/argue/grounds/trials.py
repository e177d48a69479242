"""What was tried: each treatment with its dose, dates, length and outcome, and the score beside its start and end."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from wellfounded.argue.grounds._chart import day, decisive, held, settled, supporting
from wellfounded.argue.grounds._relevant import relevant
from wellfounded.argue.view import View
from wellfounded.model.argument import Claim
from wellfounded.model.basis import quotes
from wellfounded.model.coding import PartialDate
from wellfounded.model.evidence import Evidence, EvidenceKind, Outcome, Trial, TrialStatus
from wellfounded.packs import Library
from wellfounded.packs.schema.agent import AgentPack

# What was only talked of was never ordered: "omalizumab was discussed and never started".
ORDERED = re.compile(
    r"\b(?:prescri\w+|ordered|rx|wrote for|sent (?:in|to)|never (?:picked up|filled))\b", re.IGNORECASE
)
TAKEN = {TrialStatus.CURRENT, TrialStatus.PAST}
TOLD = {Outcome.FAILED, Outcome.PARTIAL, Outcome.INTOLERANT}
BEFORE, AFTER = timedelta(days=42), timedelta(days=21)  # a score further away says little about the trial


def claims(view: View) -> Iterator[Claim]:
    """Claim each treatment that bears on the case, oldest first; one prescribed but never taken is disclosed so."""
    turned, counting = decisive(view), supporting(view)
    trials = [item for item in view.case.evidence if item.trial is not None and item.assertion.experiencer == "patient"]
    for item in sorted(trials, key=_began):
        if item not in counting and _fuller(item, trials):
            continue
        trial = item.trial
        if trial is None:
            continue
        if not _named(view, trial):
            continue
        taken = trial.status in TAKEN and item.assertion.polarity == "affirmed"
        if taken and (item in counting or (_telling(trial) and relevant(view, item, trial))):
            yield _taken(view, item, trial, counted=item in counting)
        elif trial.status is TrialStatus.NEVER_TAKEN and _ordered(item) and _kin(trial, turned):
            yield Claim("trial_not_taken", trial.ingredient, (item.basis,), evidence=(item,))


def _taken(view: View, item: Evidence, trial: Trial, *, counted: bool) -> Claim:
    slots = (("counted", "yes" if counted else "no"),)
    beside = _beside(held(view, EvidenceKind.SCORE), trial, decisive(view))
    shown = item if counted else _settled(view, item, trial)
    return Claim("trial", trial.ingredient, (item.basis,), slots, (shown, *beside))


def _beside(scores: tuple[Evidence, ...], trial: Trial, decided: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """Give the last score by the start and the first by the end, of one scale; none where either is missing."""
    start, stop = _exact(trial.start), _exact(trial.stop)
    if start is None or stop is None:
        return ()
    for name in dict.fromkeys(item.name for item in scores):
        dated = [item for item in scores if item.name == name and item.value is not None and _exact(item.on)]
        same, _ = settled(dated, decided)
        first = [item for item in same if start - BEFORE <= day(item) <= min(start + timedelta(days=7), stop)]
        last = [item for item in same if stop - timedelta(days=14) <= day(item) <= stop + AFTER]
        if first and last and day(first[-1]) < day(last[0]):
            return first[-1], last[0]
    return ()


def _telling(trial: Trial) -> bool:
    """Whether a trial no criterion counts is worth a reviewer's line: with a result, or still taken, and dated."""
    if not any((trial.start, trial.stop, trial.duration)):
        return False
    now = trial.status is TrialStatus.CURRENT
    if now and re.search(r"as needed|prn", trial.frequency, re.IGNORECASE):
        return False  # taken for a symptom, beside the treatment of the condition
    return now or trial.outcome in TOLD


def _fuller(item: Evidence, trials: list[Evidence]) -> bool:
    """Whether another statement of the same treatment has the dates that this one lacks."""
    trial = item.trial
    if trial is None or trial.start is not None or trial.stop is not None:
        return False
    same = [other.trial for other in trials if other.trial is not None and other.trial.ingredient == trial.ingredient]
    return any(other.start is not None or other.stop is not None for other in same)


def _named(view: View, trial: Trial) -> bool:
    """Whether it is a treatment of its own: not a class in place of its members, and not the service asked for."""
    name = trial.agent.strip().lower()
    asked = [service.description.value.lower() for service in view.case.services]
    initials = {"".join(word[0] for word in re.findall(r"[a-z]+", text.split(",")[0])) for text in asked}
    return name not in _classes(view.library) and name not in initials and not any(name in text for text in asked)


@lru_cache(maxsize=4)
def _classes(library: Library) -> frozenset[str]:
    """Give every name of every class of agents, in lower case."""
    return frozenset(each.lower() for _, pack in library.all(AgentPack) for each in (pack.title, *pack.names))


def _ordered(item: Evidence) -> bool:
    """Whether the chart says that it was prescribed; "no ECT before" does not."""
    return any(ORDERED.search(quote.exact) for quote in quotes(item.basis))


def _settled(view: View, item: Evidence, trial: Trial) -> Evidence:
    """Give the trial with no outcome where two sources give two: the letter does not choose between them."""
    about = f"trial of {trial.ingredient}: outcome".lower()
    if any(conflict.about.lower() == about for conflict in view.case.conflicts):
        return replace(item, trial=replace(trial, outcome=Outcome.UNKNOWN))
    return item


def _kin(trial: Trial, turned: tuple[Evidence, ...]) -> bool:
    """Whether a treatment never taken is of a kind with those that count, so that a reviewer would ask about it."""
    others = [item.trial for item in turned if item.trial is not None]
    return any(trial.ingredient == other.ingredient or set(trial.classes) & set(other.classes) for other in others)


def _exact(when: PartialDate | None) -> date | None:
    return when.earliest() if when is not None and when.day else None


def _began(item: Evidence) -> tuple[date, str]:
    start = item.trial.start if item.trial is not None else None
    return (start.earliest() if start is not None else day(item)), item.name
