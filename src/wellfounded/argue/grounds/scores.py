"""Scores over time, and the laboratory values and measurements the policy asks about."""

from collections.abc import Iterator

from wellfounded.argue.grounds._chart import decisive, held
from wellfounded.argue.view import View
from wellfounded.model.argument import Claim
from wellfounded.model.evidence import Evidence, EvidenceKind

KINDS = (EvidenceKind.SCORE, EvidenceKind.LAB, EvidenceKind.VITAL)


def claims(view: View) -> Iterator[Claim]:
    """Claim one series for each scale the policy turns on, or for every scale where there is no policy, oldest first.

    A day on which two sources give different values is left out: a person settles it first.
    """
    chart = [item for item in held(view, *KINDS) if item.value is not None and item.on is not None and item.on.day]
    asked = {item.name for item in decisive(view) if item.kind in KINDS}
    names = dict.fromkeys(item.name for item in chart if item.name in asked)
    if not names:
        names = dict.fromkeys(item.name for item in chart if item.kind is EvidenceKind.SCORE)
    for name in names:
        points = _settled([item for item in chart if item.name == name])
        if points:
            yield Claim("score_series", name, tuple(point.basis for point in points), evidence=points)


def _settled(items: list[Evidence]) -> tuple[Evidence, ...]:
    days: dict[str, list[Evidence]] = {}
    for item in items:
        days.setdefault(str(item.on), []).append(item)
    return tuple(same[0] for same in days.values() if len({str(item.value) for item in same}) == 1)
