"""A rating scale or index against its bound."""

from wellfounded.match.decide._threshold import decide
from wellfounded.model.asks import Score

__all__ = ["KIND", "decide"]

KIND = Score.kind
