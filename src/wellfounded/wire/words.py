"""Words on a page with their places: what layout arranges and boxes are drawn from."""

from typing import NamedTuple


class Word(NamedTuple):
    """A run of characters without white space. Places are points from the page's upper left corner."""

    text: str
    x0: float
    x1: float
    y: float  # the baseline
    size: float  # of the font
    first: int = -1  # index of its first character in the page's own count
    last: int = -1  # index of its last character
    confidence: float = 1.0


class Box(NamedTuple):
    """A rectangle on a page, in points from the page's upper left corner."""

    x0: float
    y0: float
    x1: float
    y1: float
