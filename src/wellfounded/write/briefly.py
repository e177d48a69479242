"""A treatment in a few words, for a table or a summary: the agent, its dose and length, and what came of it."""

import re
from collections.abc import Callable, Sequence

from wellfounded.model.argument import Claim
from wellfounded.model.basis import Basis, quotes
from wellfounded.model.coding import Duration
from wellfounded.model.evidence import Evidence, Outcome, Trial, TrialStatus
from wellfounded.write.founded import computed, timed
from wellfounded.write.measure import amount, small
from wellfounded.write.telling import Telling
from wellfounded.write.words import dates, doses, series

VERBS: dict[Outcome, tuple[tuple[str, str, str], ...]] = {  # of one, of two, of more; a letter keeps to one way
    Outcome.FAILED: (
        ("failed", "both failed", "all failed"),
        ("did not work", "both did not work", "all did not work"),
        ("brought no adequate response", "both brought no adequate response", "all brought no adequate response"),
        ("did not help enough", "did not help enough", "did not help enough"),
    ),
    Outcome.PARTIAL: (
        ("helped only in part", "both helped only in part", "all helped only in part"),
        ("gave a partial response", "each gave a partial response", "each gave a partial response"),
    ),
    Outcome.INTOLERANT: (
        ("was not tolerated", "were not tolerated", "were not tolerated"),
        ("could not be tolerated", "could not be tolerated", "could not be tolerated"),
    ),
}


def called(trial: Trial) -> str:
    """Give the agent as a letter writes it inside a sentence: generic names small, brands and acronyms as they are."""
    name = trial.agent.strip()
    generic = name.lower().startswith(trial.ingredient.lower())
    return f"{name[:1].lower()}{name[1:]}" if generic and not name[:2].isupper() else name


def brief(item: Evidence, trial: Trial, beside: str = "") -> str:
    """Say a trial in a few words for a list: "sertraline (up to 200 mg daily, 17 weeks; PHQ-9 21 to 20)"."""
    going = trial.status is TrialStatus.CURRENT and trial.stop is None
    time = long(trial) or (dates.span(trial.start, None) if going else "")
    inside = ", ".join(part for part in (dosed(item, trial), time) if part)
    inside = "; ".join(part for part in (inside, beside) if part)
    return f"{called(trial)} ({inside})" if inside else called(trial)


def dosed(item: Evidence, trial: Trial) -> str:
    """Give the dose; "up to" stands before it where the chart states a lower one of the same treatment beside it."""
    given = doses.dose(trial.dose, trial.frequency)
    if not given or trial.dose is None or _strength(item, trial):
        return ""
    near = "|".join(re.escape(name) for name in {trial.agent.split()[0], trial.ingredient.split()[0]})
    said = [q.exact for q in quotes(item.basis) if re.search(near, q.exact, re.IGNORECASE)]
    unit = re.escape(trial.dose.unit.split("/")[0]) or "mg"
    stated = {float(n) for text in said for n in re.findall(rf"(\d+(?:\.\d+)?)[ -]?{unit}\b", text)}
    return f"up to {given}" if any(0 < each < trial.dose.value for each in stated) else given


def _strength(item: Evidence, trial: Trial) -> bool:
    """Whether the amount is one part of a combination's strength ("200/5"), which is no dose by itself."""
    n = re.escape(f"{trial.dose.value:g}") if trial.dose is not None else ""
    return "/" in trial.ingredient and any(re.search(rf"(?<![\d.]){n}\s*/\s*\d", q.exact) for q in quotes(item.basis))


def long(trial: Trial) -> str:
    """Give how long it was taken: "17 weeks", "20 sessions in 21 weeks"; empty where nothing says.

    A gap in the fills is told with it: "77 days, with supply for 65".
    """
    held, counted, fills = trial.duration, computed(trial), trial.supply
    if fills is not None and fills.closed and held == Duration(fills.days, "days") and fills.covered < fills.days:
        return f"{doses.length(held)}, with supply for {fills.covered}"
    if held is None or counted is None or timed(held):
        return doses.length(held or counted)
    return f"{doses.length(held)} in {doses.length(counted)}"


def beside(claim: Claim) -> str:
    """Give the score at the start and the end of a trial: "PHQ-9 21 to 20"; empty where either is not known."""
    scores = [item for item in claim.evidence[1:] if item.value is not None]
    if len(scores) != 2:
        return ""
    return f"{small(scores[0].name)} {amount(scores[0])} to {amount(scores[1])}"


def grouped(telling: Telling, items: Sequence[Evidence], scored: Callable[[Evidence], str] = lambda _: "") -> str:
    """Say several trials by what came of them: "a and b both failed, and c was not tolerated"."""
    clauses: list[str] = []
    for outcome, ways in VERBS.items():
        alike = [item for item in items if item.trial is not None and item.trial.outcome is outcome]
        held = list(dict.fromkeys(brief(item, item.trial, scored(item)) for item in alike if item.trial is not None))
        if held:
            verbs = telling.voice.pick(f"briefly {outcome.value}", *ways)
            clauses.append(f"{series.series(held)} {verbs[min(len(held), 3) - 1]}")
    return series.series(clauses)


def told(telling: Telling, items: Sequence[Evidence]) -> tuple[str, tuple[Basis, ...]]:
    """Say the trials with the score beside each where one is known, and give what that rests on."""
    claims = [claim for claim in telling.brief.claims("trial") if claim.evidence[0] in items and beside(claim)]
    under = [basis for item in items for basis in telling.dates(item)]
    under += [basis for claim in claims for score in claim.evidence[1:] for basis in telling.dates(score)]

    def scored(item: Evidence) -> str:
        return next((beside(claim) for claim in claims if claim.evidence[0] == item), "")

    return grouped(telling, items, scored), tuple(under)
