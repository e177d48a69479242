"""Boxes to tick on a page picture: found by their four sides, ticked where ink is inside, wiped before reading."""

from collections.abc import Sequence
from itertools import combinations

from PIL import Image, ImageDraw

from wellfounded.wire.ruled import DARK, opened, runs
from wellfounded.wire.ticks import Tick
from wellfounded.wire.words import Box, Word

SMALL, LARGE = 0.009, 0.028  # of the page's width: a side of 5.5 to 17 points
SIDE = 0.75  # of a side must be ink; a letter with a round back (D, O) has less
THIN = 0.2  # of a side; a thicker stroke is a letter in bold
LETTER = 0.8  # confidence of a word whose letters are believed
WHITE = 0.03  # ink that noise may leave where a page is white
TICKED = 0.08  # of the inside is ink


def squares(grey: Image.Image) -> list[Tick]:
    """Give what may be boxes to tick, in dots; a letter with a straight back may be among them (`D` in some types)."""
    ink = grey.point([255 if value < DARK else 0 for value in range(256)])
    least, most = max(8, int(grey.width * SMALL)), int(grey.width * LARGE)
    lines: dict[int, list[Box]] = {}
    for run in runs(opened(ink, least, flat=True), least, flat=True):
        if run.x1 - run.x0 <= most:
            lines.setdefault(round(run.x0 / 8), []).append(run)
    found: list[Tick] = []
    for at, here in lines.items():
        near = [*here, *lines.get(at + 1, [])]
        for top, bottom in combinations(sorted(near, key=lambda one: one.y0), 2):
            box = Box(min(top.x0, bottom.x0), top.y0, max(top.x1, bottom.x1), bottom.y0)
            new = not any(abs(one.box.x0 - box.x0) < least and abs(one.box.y0 - box.y0) < least for one in found)
            if new and _is_square(ink, top, bottom, box):
                found.append(Tick(box, _inside(ink, box) > TICKED))
    return found


def not_letters(found: Sequence[Tick], words: Sequence[Word]) -> list[Tick]:
    """Leave out squares that lie in a word read with confidence and go on past them: those are its letters."""
    return [one for one in found if not any(_spells(one.box, word) for word in words)]


def _spells(box: Box, word: Word) -> bool:
    x, y, wide = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2, box.x1 - box.x0
    inside = word.x0 - 2 <= x <= word.x1 + 2 and word.y - 1.3 * word.size <= y <= word.y + 0.4 * word.size
    return inside and word.confidence >= LETTER and word.x1 - word.x0 > 1.6 * wide and len(word.text) > 1


def wiped(grey: Image.Image, found: Sequence[Tick]) -> Image.Image:
    """Give the picture without these boxes."""
    grey = grey.copy()
    pen = ImageDraw.Draw(grey)
    for box, _ in found:
        pen.rectangle((box.x0 - 3, box.y0 - 3, box.x1 + 3, box.y1 + 3), fill=255)
    return grey


def _is_square(ink: Image.Image, top: Box, bottom: Box, box: Box) -> bool:
    """Whether two strokes close to a box: level, as high as wide, four sides and corners, and white beside it.

    A letter (D, B, O) has round corners, thick strokes, or stands close to the next one.
    """
    wide, high = box.x1 - box.x0, box.y1 - box.y0
    even = abs(top.x0 - bottom.x0) <= 0.15 * wide and abs(top.x1 - bottom.x1) <= 0.15 * wide
    if (
        not even
        or not 0.8 * wide <= high <= 1.25 * wide
        or not all(_is_stroke(ink, x, inward, box) for x, inward in ((box.x0, 1), (box.x1 - 1, -1)))
    ):
        return False
    corners = [(x, y) for x in (box.x0, box.x1) for y in (box.y0, box.y1)]
    closed = all(_share(ink, x - 2, y - 2, x + 2, y + 2) > 0 for x, y in corners)
    middle_x, middle_y, near, far = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2, 0.2 * wide, 0.32 * wide
    spots = (
        (box.x0 + near, middle_y - 1, box.x0 + far, middle_y + 1),
        (box.x1 - far, middle_y - 1, box.x1 - near, middle_y + 1),
        (middle_x - 1, box.y0 + near, middle_x + 1, box.y0 + far),
        (middle_x - 1, box.y1 - far, middle_x + 1, box.y1 - near),
    )  # fmt: skip
    thin = sum(_share(ink, *spot) < 0.3 for spot in spots) >= 3
    gap = 3 + max(3.0, 0.12 * wide)
    around = (
        (box.x0 - max(8.0, 0.35 * wide), box.y0, box.x0 - 4, box.y1),
        (box.x1 + 4, box.y0, box.x1 + 5, box.y1),
        (box.x0, box.y0 - gap, box.x1, box.y0 - 4),
        (box.x0, box.y1 + 4, box.x1, box.y1 + gap),
    )
    return closed and thin and all(_share(ink, *side) < WHITE for side in around)


def _is_stroke(ink: Image.Image, x: float, inward: int, box: Box) -> bool:
    """Whether a thin stroke runs down a side, at the ends of the level strokes or just inside them.

    The round back of a letter lies outside the ends of its level strokes.
    """
    reach = int(0.35 * (box.x1 - box.x0))
    strip = ink.crop((int(x) - reach, int(box.y0), int(x) + reach + 1, int(box.y1) + 1))
    dark = [share >= SIDE * 255 for share in strip.resize((strip.width, 1), Image.Resampling.BOX).tobytes()]
    inside = dark[::inward][reach - 1 : reach + 5]
    return any(inside) and sum(dark) <= max(4, THIN * (box.x1 - box.x0))


def _inside(ink: Image.Image, box: Box) -> float:
    rim = (box.x1 - box.x0) * 0.22
    return _share(ink, box.x0 + rim, box.y0 + rim, box.x1 - rim, box.y1 - rim)


def _share(ink: Image.Image, x0: float, y0: float, x1: float, y1: float) -> float:
    """Give the share of ink in a part of the picture."""
    part = ink.crop((int(x0), int(y0), max(int(x0), int(x1)) + 1, max(int(y0), int(y1)) + 1))
    return part.histogram()[255] / (part.width * part.height)
