"""The problems of a letter, found once: a page, its evidence and the signing page ask for the same ones."""

from collections import OrderedDict
from datetime import date

from wellfounded import check
from wellfounded.clinic.letters import kept
from wellfounded.model.letter import Letter, Problem
from wellfounded.pipeline import Tour

MOST = 64
_FOUND: OrderedDict[tuple[str, str, date], tuple[Problem, ...]] = OrderedDict()


def found(name: str, letter: Letter, tour: Tour) -> tuple[Problem, ...]:
    """Give the problems of *letter*, whose content has the hash *name*, in the case as it was walked.

    The walk has found those of the letter it composed; for another letter the whole chart is indexed first.
    """
    key = name, tour.case.id, tour.on
    held = _FOUND.get(key)
    if held is None:
        composed = tour.letter is not None and kept.digest(kept.content(tour.letter)) == name
        held = _FOUND[key] = tour.problems if composed else check.check(letter, tour.case, on=tour.on)
        while len(_FOUND) > MOST:
            _FOUND.popitem(last=False)
    return held
