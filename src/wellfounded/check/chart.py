"""The case as the rules compare a letter with it: names, numbers, days, trials and scores, each looked up once."""

from dataclasses import dataclass

from wellfounded.model.case import Case
from wellfounded.packs import Library


@dataclass(frozen=True)
class Chart:
    """One case, indexed."""

    case: Case
    library: Library
