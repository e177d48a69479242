"""What the service itself has done so far, where the chart shows that it was given before: the ground of a renewal."""

from collections.abc import Iterator

from wellfounded.argue.grounds._chart import day, decisive, held, settled
from wellfounded.argue.view import View
from wellfounded.model.argument import Claim
from wellfounded.model.evidence import Evidence, EvidenceKind, Trial, TrialStatus

TAKEN = {TrialStatus.CURRENT, TrialStatus.PAST}


def claims(view: View) -> Iterator[Claim]:
    """Claim each course of the service that was taken, with the first and latest score where both are known."""
    for item in view.case.evidence:
        trial = item.trial
        if trial is None or trial.status not in TAKEN or not item.assertion.holds or day(item) > view.on:
            continue
        if _asked_for(view, trial):
            yield Claim("response", trial.ingredient, (item.basis,), evidence=(item, *_scores(view, trial)))


def _asked_for(view: View, trial: Trial) -> bool:
    names = {trial.agent.strip().lower(), trial.ingredient.strip().lower()}
    return any(name in service.description.value.lower() for service in view.case.services for name in names)


def _scores(view: View, trial: Trial) -> tuple[Evidence, ...]:
    """Give the last value before the treatment and the latest on it, of the first scale that has both."""
    if trial.start is None:
        return ()
    start = trial.start.latest()
    points = held(view, EvidenceKind.SCORE, EvidenceKind.LAB, EvidenceKind.VITAL)
    for name in dict.fromkeys(item.name for item in decisive(view) if item.value is not None):
        dated = [p for p in points if p.name == name and p.value is not None and p.on is not None and p.on.day]
        same, _ = settled(dated, decisive(view))
        before, after = [p for p in same if day(p) <= start], [p for p in same if day(p) > start]
        if before and after:
            return before[-1], after[-1]
    return ()
