"""Which statements of a chart may be claimed, and in what order they happened."""

from collections.abc import Iterator
from datetime import date

from wellfounded.argue.route import steps
from wellfounded.argue.view import View
from wellfounded.model.evidence import Evidence, EvidenceKind
from wellfounded.model.finding import Verdict


def held(view: View, *kinds: EvidenceKind) -> tuple[Evidence, ...]:
    """Give the statements of those kinds that hold of the patient, oldest first, none dated after the letter."""
    found = [
        item for item in view.case.evidence if item.kind in kinds and item.assertion.holds and day(item) <= view.on
    ]
    return tuple(sorted(found, key=day))


def day(item: Evidence) -> date:
    """Give the day a statement is of, or of the note it stands in; the first of days where neither is known."""
    known = item.on or item.written
    return date.min if known is None else known.latest() if known.day else known.earliest()


def decisive(view: View) -> tuple[Evidence, ...]:
    """Give every statement some requirement of the policy was decided by, for or against."""
    if view.match is None:
        return ()
    return tuple(item for finding in view.match.findings for item in (*finding.supports, *finding.despite))


def supporting(view: View) -> tuple[Evidence, ...]:
    """Give every statement that shows a requirement on the way through the policy."""
    if view.policy is None or view.policy.root is None or view.match is None:
        return ()
    way = steps(view.policy.root, view.match)
    return tuple(item for step in way if step.verdict is Verdict.MET for item in step.finding.supports)


def latest_notes(items: tuple[Evidence, ...], notes: int) -> Iterator[Evidence]:
    """Give the statements of the last *notes* notes that made any, newest note first, each note in its own order."""
    days = sorted({_noted(item) for item in items}, reverse=True)
    for each in days[:notes]:
        yield from (item for item in items if _noted(item) == each)


def _noted(item: Evidence) -> date:
    when = item.written or item.on
    return date.min if when is None else when.earliest()


def settled(items: list[Evidence], decided: tuple[Evidence, ...]) -> tuple[tuple[Evidence, ...], list[date]]:
    """Give one value a day, that the match decided by where it decided by one, and the days left out."""
    days: dict[date, list[Evidence]] = {}
    for item in items:
        days.setdefault(day(item), []).append(item)
    kept: list[Evidence] = []
    loose: list[date] = []
    for when, same in days.items():
        chosen = [item for item in same if item in decided] or same
        if len({str(item.value) for item in chosen}) == 1:
            kept.append(chosen[0])
        else:
            loose.append(when)
    return tuple(kept), loose
