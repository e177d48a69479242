"""A laboratory value against its bound."""

from wellfounded.match.decide._threshold import decide
from wellfounded.model.asks import Lab

__all__ = ["KIND", "decide"]

KIND = Lab.kind
