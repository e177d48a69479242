"""A page picture, what optical reading gives of it, and where that lies on the page as it was received."""

from collections.abc import Callable
from dataclasses import dataclass
from math import cos, radians, sin
from typing import TYPE_CHECKING

from wellfounded.wire.words import Box, Word

if TYPE_CHECKING:  # Pillow is loaded where a picture is made
    from PIL.Image import Image

FAX_WIDE = (1728, 2048, 2432)  # dots of a line, whatever the height (ITU-T T.4, table 1)
WIDE = 612.0  # points; every page picture is measured as letter paper, 8.5 inches across


@dataclass(frozen=True, slots=True)
class Picture:
    """One page in grey, and its dots to the inch across and down (0 where the file does not say)."""

    grey: "Image"
    across: float = 0.0
    down: float = 0.0

    @property
    def coarse(self) -> bool:
        """Say whether this is a standard fax, 204 dots across and 98 down: half its lines are missing."""
        if self.across and self.down and abs(self.across - self.down) > 1:
            return 1.6 < self.across / self.down < 2.6
        return self.grey.width in FAX_WIDE and self.grey.height < 0.85 * self.grey.width


@dataclass(frozen=True, slots=True)
class Scan:
    """The words of a page, in points on an upright page 612 points wide, and how sure they are on the whole."""

    words: tuple[Word, ...]
    strokes: tuple[Box, ...]  # the rules drawn on it
    confidence: float
    height: float = 792.0  # of that page
    turn: int = 0  # quarter turns given to the picture before reading, in degrees against the clock
    slope: float = 0.0  # and then degrees, to level its lines


Reader = Callable[[Picture], Scan]


def on_page(scan: Scan, box: Box, width: float, height: float) -> Box:
    """Give a box of a scan on the page as it was received, *width* by *height* in any unit."""
    corners = [_back(scan, x, y) for x in (box.x0, box.x1) for y in (box.y0, box.y1)]
    xs, ys = [x * width for x, _ in corners], [y * height for _, y in corners]
    return Box(min(xs), min(ys), max(xs), max(ys))


def _back(scan: Scan, x: float, y: float) -> tuple[float, float]:
    """Undo the levelling, then the quarter turn; the place comes back as shares of the page's width and height."""
    angle = radians(scan.slope)
    dx, dy = x - WIDE / 2, y - scan.height / 2
    x, y = WIDE / 2 + dx * cos(angle) - dy * sin(angle), scan.height / 2 + dx * sin(angle) + dy * cos(angle)
    u, v = x / WIDE, y / scan.height
    return {90: (1 - v, u), 180: (1 - u, 1 - v), 270: (v, 1 - u)}.get(scan.turn, (u, v))
