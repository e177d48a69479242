"""Level the lines of a page picture: the slope at which rows of ink and white are told apart best."""

from collections.abc import Sequence
from itertools import pairwise

from PIL import Image

SMALL = 700  # dots across while looking for the slope
COARSE = tuple(step * 0.5 for step in range(-10, 11))  # degrees; a page further off is better scanned again


def sharpness(grey: Image.Image) -> tuple[float, ...]:
    """Say how sharply the rows of a page are told apart at each coarse turn: measured once, for it takes 0.1 s."""
    ink = _ink(grey)
    return tuple(_sharp(ink, at) for at in COARSE)


def levelled(grey: Image.Image, sharp: Sequence[float]) -> tuple[Image.Image, float]:
    """Turn a picture of that *sharp*-ness so that its lines are level, and give the degrees; under 0.2 it is left."""
    slope = skew(grey, sharp)
    if abs(slope) < 0.2:
        return grey, 0.0
    return grey.rotate(slope, Image.Resampling.BICUBIC, fillcolor=255), slope


def turned(grey: Image.Image, degrees: int) -> Image.Image:
    """Turn a picture by quarters, against the clock."""
    ways = {90: Image.Transpose.ROTATE_90, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_270}
    return grey.transpose(ways[degrees])


def is_sideways(grey: Image.Image, sharp: Sequence[float]) -> bool:
    """Say whether the lines of a page run up or down: its columns of dots differ more than its rows."""
    across = _ink(grey).transpose(Image.Transpose.ROTATE_90)
    return max(_sharp(across, at) for at in COARSE) > 1.3 * max(sharp)


def skew(grey: Image.Image, sharp: Sequence[float]) -> float:
    """Give the turn in degrees, against the clock, that levels the lines of a page."""
    best = max(zip(sharp, COARSE, strict=True), key=lambda pair: (pair[0], -abs(pair[1])))[1]
    ink = _ink(grey)
    return max((best + step * 0.1 for step in range(-4, 5)), key=lambda at: (_sharp(ink, at), -abs(at)))


def _ink(grey: Image.Image) -> Image.Image:
    small = grey.resize((SMALL, max(1, grey.height * SMALL // grey.width)), Image.Resampling.BOX)
    return small.point([255 - value if value < 200 else 0 for value in range(256)])


def _sharp(ink: Image.Image, degrees: float) -> float:
    """Say how much each row of dots differs from the next, as a share of all ink, turned by *degrees*."""
    rows = ink.rotate(degrees, Image.Resampling.BILINEAR).resize((1, ink.height), Image.Resampling.BOX).tobytes()
    return sum((a - b) ** 2 for a, b in pairwise(rows)) / (sum(a * a for a in rows) + 1)
