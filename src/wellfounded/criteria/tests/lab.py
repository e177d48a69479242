"""Lab: a number against a bound whose name or unit is a laboratory's."""

from wellfounded.criteria.tests._threshold import bound, limited
from wellfounded.criteria.tests._words import Words
from wellfounded.model.asks import Lab

ORDER = 36


def read(words: Words) -> Lab | None:
    """Give name, comparator, value, unit, recency and circumstance."""
    held = bound(words.text)
    if held is None or held.kind != "lab" or limited(words.text, held):
        return None
    return Lab(held.name, held.comparator, held.value, held.unit, held.within, held.during, held.upper)
