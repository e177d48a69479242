"""What may be asked for in this market: each right as one sentence a letter may say, with its citation."""

from datetime import date

from wellfounded.law.applies import applies
from wellfounded.law.circumstances import circumstances
from wellfounded.law.count import COMPUTES
from wellfounded.law.deadlines import citation
from wellfounded.model.case import Case
from wellfounded.model.law import Right
from wellfounded.packs import Library
from wellfounded.packs.schema.law import LawPack


def rights(case: Case, on: date, library: Library) -> tuple[Right, ...]:
    """Give each right a letter may claim, once; only rules read at their source are claimed.

    Where two bodies of law give one right, the first in the order of their ids speaks.
    """
    known = circumstances(case, on)
    found: dict[str, Right] = {}
    for jurisdiction in applies(case, on, library):
        for name, right in library.get(LawPack, jurisdiction.id).rights.items():
            current = (right.since is None or right.since <= on) and (right.until is None or on <= right.until)
            if right.tier in COMPUTES and current and all(known.get(word) for word in right.only):
                found.setdefault(name, Right(name, right.says, citation(right, jurisdiction.id), right.when))
    return tuple(found.values())
