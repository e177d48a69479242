"""Scores over time, and the laboratory values and measurements the policy asks about."""

import re
from collections.abc import Iterator
from datetime import date

from wellfounded.argue.grounds._chart import day, decisive, held, settled
from wellfounded.argue.view import View
from wellfounded.model.argument import Claim
from wellfounded.model.basis import Fact, quotes
from wellfounded.model.evidence import Evidence, EvidenceKind


def _word(item: Evidence) -> bool:
    """Whether a number stands after a plain word written small, which is the name of no scale: "transition 52"."""
    plain = re.fullmatch(r"[A-Za-z]+", item.name) is not None
    return plain and any(re.search(rf"\b{item.name.lower()}\b", quote.exact) for quote in quotes(item.basis))


def _known(item: Evidence, born: Fact[date] | None) -> bool:
    """Whether the day of a value is known, and not only the one of birth in its note's head."""
    when = item.on
    return when is not None and when.day is not None and (born is None or when.year > born.value.year)


KINDS = (EvidenceKind.SCORE, EvidenceKind.LAB, EvidenceKind.VITAL)


def claims(view: View) -> Iterator[Claim]:
    """Claim one series, oldest first, for each scale the policy turns on, or for every scale where there is no policy.

    A day on which two sources differ is left out, unless the match decided by one of them; the slot *whole* says
    whether every day of the series is told.
    """
    born = view.case.patient.birth_date  # in the head of every note: a value "of" that day has no known day
    chart = [item for item in held(view, *KINDS) if item.value is not None and item.on is not None and item.on.day]
    chart = [item for item in chart if born is None or day(item) != born.value]
    asked = {item.name for item in decisive(view) if item.kind in KINDS}
    names = dict.fromkeys(item.name for item in chart if item.name in asked)
    if not names:
        names = dict.fromkeys(item.name for item in chart if item.kind is EvidenceKind.SCORE and not _word(item))
    decided = decisive(view)
    undated = {item.name for item in held(view, *KINDS) if item.value is not None and not _known(item, born)}
    for name in (each for each in names if each in asked or each not in undated):
        points, loose = settled([item for item in chart if item.name == name], decided)
        if points:
            whole = "no" if loose else "yes"  # a count of measurements must leave none out
            yield Claim("score_series", name, tuple(point.basis for point in points), (("whole", whole),), points)
