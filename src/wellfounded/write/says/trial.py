"""One treatment in a sentence: what, how much, when, how long, and what came of it."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from wellfounded.model.argument import Claim
from wellfounded.model.basis import Basis, quotes
from wellfounded.model.coding import PartialDate
from wellfounded.model.evidence import Evidence, Outcome, Trial, TrialStatus
from wellfounded.model.letter import Sentence
from wellfounded.write.measure import amount, small, was
from wellfounded.write.notes import note, passages
from wellfounded.write.telling import Telling, sentence
from wellfounded.write.words import dates, doses, quoted, series

KINDS = ("trial", "trial_not_taken")
ORDERED = re.compile(r"\b(?:prescri\w+|ordered|rx|never (?:picked up|filled|started|taken))\b", re.IGNORECASE)
NOUNLIKE = re.compile(
    r"^(?!.*\b(?:is|was|were|did|does|do|could|has|had|have|because|due|stopped|patient|pt|she|he)\b)"
)


@dataclass(frozen=True, slots=True)
class Parts:
    """The words of one trial that every way of saying it draws on; any may be empty."""

    agent: str
    dose: str  # "up to 200 mg daily"
    at_dose: str  # "the last eight at 200 mg a day", in the chart's words
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
    basis = _basis(claim, telling)
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


def brief(item: Evidence, trial: Trial) -> str:
    """Say a trial in a few words for a list: "sertraline (up to 200 mg daily, 17 weeks)"."""
    held = [_dose(item, trial), doses.length(trial.duration)]
    inside = ", ".join(part for part in held if part)
    return f"{agent(trial)} ({inside})" if inside else agent(trial)


def _dose(item: Evidence, trial: Trial) -> str:
    """Give the dose; "up to" stands before it where the chart states a lower one of the same treatment beside it."""
    amount = doses.dose(trial.dose, trial.frequency)
    if not amount or trial.dose is None:
        return ""
    near = "|".join(re.escape(name) for name in {trial.agent.split()[0], trial.ingredient.split()[0]})
    said = [q.exact for q in quotes(item.basis) if re.search(near, q.exact, re.IGNORECASE)]
    unit = re.escape(trial.dose.unit.split("/")[0]) or "mg"
    stated = {float(n) for text in said for n in re.findall(rf"(\d+(?:\.\d+)?)[ -]?{unit}\b", text)}
    return f"up to {amount}" if any(0 < each < trial.dose.value for each in stated) else amount


def _held_at(item: Evidence, trial: Trial) -> str:
    """Give the chart's own clause on how long the dose was held: "the last eight at 200 mg a day"."""
    if trial.dose is None:
        return ""
    amount = rf"{trial.dose.value:g} ?{re.escape(trial.dose.unit)}"
    for quote in quotes(item.basis):
        text = quoted.clean(quote.exact)
        for clause in re.split(r"[,;.] |[()]", text):
            told = re.search(rf"\bat (?:the |a )?(?:full |maximum |highest )?(?:dose of )?{amount}", clause)
            long = re.search(
                r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve) (?:weeks|months|of|at)", clause
            )
            if told and long and len(clause) <= 60 and quoted.readable(clause):
                return clause.strip()
    return ""


def _basis(claim: Claim, telling: Telling) -> tuple[Basis, ...]:
    return tuple(part for each in claim.evidence for part in telling.dates(each))


def _parts(claim: Claim, trial: Trial) -> Parts:
    item, *scores = claim.evidence
    beside = ""
    if (
        len(scores) == 2
        and trial.start is not None
        and trial.stop is not None
        and scores[0].value is not None
        and scores[1].value is not None
    ):
        first, last = amount(scores[0]), amount(scores[1])
        name = small(scores[0].name)
        before, after = _when(scores[0], trial.start, "at the start"), _when(scores[1], trial.stop, "at the end")
        beside = f"the {name} {was(name)} {first} {before} and {last} {after}"
    reason = quoted.clean(trial.reason_stopped).strip(" .;,")
    reason = reason if quoted.readable(f"{reason} x") and len(reason) <= 140 else ""
    return Parts(
        agent(trial),
        _dose(item, trial),
        _held_at(item, trial),
        _span(trial),
        doses.length(trial.duration),
        beside,
        reason,
    )


def _span(trial: Trial) -> str:
    if trial.start is not None and trial.stop is None and trial.status is TrialStatus.PAST:
        return f"begun {dates.at(trial.start)}"
    return dates.span(trial.start, trial.stop)


def _when(score: Evidence, edge: PartialDate | None, side: str) -> str:
    return side if score.on is None or score.on == edge else dates.at(score.on)


def _not_taken(telling: Telling, item: Evidence, trial: Trial) -> str:
    held = next((each for each in passages(telling, item, 160) if ORDERED.search(each.text)), None)
    start = f"{agent(trial)} was prescribed but never taken, and is not counted here"
    return f"{start}; {note(telling, held)} says {quoted.closed(held.text)}" if held is not None else start


def _taken(p: Parts) -> str:
    """Give "sertraline, up to 200 mg daily, from ... to ... (17 weeks)" with whatever of it is known."""
    inner = ", ".join(part for part in (p.dose, p.when) if part)
    long = _length(p)
    return f"{p.agent}, {inner}{long}," if inner else f"{p.agent}{long}"


def _used(p: Parts) -> str:
    """Give "x, 20 mg weekly, was used from ... to ... and" with whatever of it is known, or the bare name."""
    if not _time(p) or p.when.startswith("begun"):
        told = ", ".join(part for part in (p.dose, p.when) if part)
        return f"{p.agent}, {told}{_length(p)}," if told else p.agent
    return f"{p.agent}, {p.dose}, was used {_time(p)} and" if p.dose else f"{p.agent} was used {_time(p)} and"


def _because(p: Parts) -> str:
    if not p.reason:
        return ""
    if NOUNLIKE.match(p.reason.lower()):
        return f" because of {quoted.marked(p.reason)}"
    return f"; the reason recorded is {quoted.marked(p.reason)}"


def _noted(p: Parts) -> str:
    return f" ({quoted.marked(p.reason)})" if p.reason else ""


def _time(p: Parts) -> str:
    """Give "from October 8, 2024 to February 4, 2025 (17 weeks)" with whatever of it is known."""
    return f"{p.when}{_length(p)}" if p.when and p.long else p.when or (f"for {p.long}" if p.long else "")


def _length(p: Parts) -> str:
    inner = ", ".join(part for part in (p.long, quoted.marked(p.at_dose) if p.at_dose else "") if part)
    return f" ({inner})" if inner else ""


Way = Callable[[Parts], str]

FAILED: tuple[Way, ...] = (
    lambda p: f"{_taken(p)} brought no adequate response{_noted(p)}",
    lambda p: f"{_used(p)} did not work{_noted(p)}",
    lambda p: f"{_taken(p)} failed{_noted(p)}",
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


def grouped(items: list[Evidence]) -> str:
    """Say several trials by what came of them: "a and b failed, and c was not tolerated"."""
    clauses: list[str] = []
    verbs = {Outcome.FAILED: "failed", Outcome.PARTIAL: "gave only a partial response"}
    for outcome in (Outcome.FAILED, Outcome.PARTIAL, Outcome.INTOLERANT):
        held = [brief(item, item.trial) for item in items if item.trial is not None and item.trial.outcome is outcome]
        if held:
            verb = verbs.get(outcome, "was not tolerated" if len(held) == 1 else "were not tolerated")
            both = "both " if len(held) == 2 and outcome is Outcome.FAILED else ""
            clauses.append(f"{series.series(held)} {both}{verb}")
    return series.series(clauses)
