"""A physical measurement against its bound."""

from wellfounded.match.decide._threshold import decide
from wellfounded.model.asks import Measurement

__all__ = ["KIND", "decide"]

KIND = Measurement.kind
