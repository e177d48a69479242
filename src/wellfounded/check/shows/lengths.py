"""Lengths of time that follow from two dates, at the least and at the most that their precision allows."""

import re
from functools import lru_cache
from itertools import pairwise

from wellfounded.check.says import days
from wellfounded.check.says.amounts import Length
from wellfounded.model.coding import PartialDate

JOINS = re.compile(
    r"\s*(?:-|to|through|thru|until|till|up to)\s*(?:about\s+)?"
    r"|[\s\w,(]{0,24}(?:stopped|ended|last dose|discontinued|d/c|finished)\s*(?:on\s+)?",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def periods(text: str) -> tuple[Length, ...]:
    """Give the time between each two dates that a text joins: "10/08/2024 to 02/04/2025"."""
    pairs = [(a, b) for a, b in pairwise(days.days(text)) if JOINS.fullmatch(text, a.span[1], b.span[0])]
    return tuple(length for a, b in pairs for length in between(a.value, b.value))


def between(first: PartialDate, last: PartialDate) -> list[Length]:
    """Give the least, the middle and the most time from one day to a later one; nothing where it is not later."""
    least = (last.earliest() - first.latest()).days
    most = (last.latest() - first.earliest()).days
    lengths = {max(1, least), (least + most) // 2, most} if most > 0 else set()
    return [Length(float(n), "?", (0, 0)) for n in sorted(lengths)]
