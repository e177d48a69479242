"""The problems of a letter, found once: a page, its evidence and the signing page ask for the same ones."""

from collections import OrderedDict
from datetime import date

from wellfounded import check
from wellfounded.model.case import Case
from wellfounded.model.letter import Letter, Problem

MOST = 64
_FOUND: OrderedDict[tuple[str, str, date], tuple[Problem, ...]] = OrderedDict()


def found(name: str, letter: Letter, case: Case, on: date) -> tuple[Problem, ...]:
    """Give the problems of *letter*, whose content has the hash *name*, in *case* on the day *on*."""
    key = name, case.id, on
    held = _FOUND.get(key)
    if held is None:
        held = _FOUND[key] = check.check(letter, case, on=on)
        while len(_FOUND) > MOST:
            _FOUND.popitem(last=False)
    return held
