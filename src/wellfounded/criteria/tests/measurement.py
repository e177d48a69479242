"""Measurement: a number against a bound whose name or unit is a measurement's of the body."""

from wellfounded.criteria.tests._threshold import bound, limited
from wellfounded.criteria.tests._words import Words
from wellfounded.model.asks import Measurement

ORDER = 36


def read(words: Words) -> Measurement | None:
    """Give name, comparator, value, unit, recency and circumstance."""
    held = bound(words.text)
    if held is None or held.kind != "measurement" or limited(words.text, held):
        return None
    return Measurement(held.name, held.comparator, held.value, held.unit, held.within, held.during, held.upper)
