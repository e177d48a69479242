"""Ruled lines of a page picture: found, so that table rows are known; wiped, so that they are not read as letters."""

from collections.abc import Callable

from PIL import Image, ImageChops

from wellfounded.wire.words import Box

Merge = Callable[[Image.Image, Image.Image], Image.Image]
LONG = 0.045  # of the page's width; ink without a gap for so long is a rule: no letter is so wide
DARK = 160  # grey under which a dot is ink


def without_rules(grey: Image.Image) -> tuple[Image.Image, list[Box]]:
    """Give the picture without its level and upright rules, and those rules in dots."""
    length = max(16, int(grey.width * LONG))
    ink = grey.point([255 if value < DARK else 0 for value in range(256)])
    found: list[Box] = []
    for flat in (True, False):
        mask = opened(ink, length, flat=flat)
        if mask.getbbox() is None:
            continue
        found += runs(mask, length, flat=flat)
        for by in (-2, -1, 0, 1, 2):  # the grey edge of a rule goes with it
            grey = ImageChops.lighter(grey, ImageChops.offset(mask, 0 if flat else by, by if flat else 0))
    return grey, found


def opened(ink: Image.Image, length: int, *, flat: bool) -> Image.Image:
    """Keep only ink that runs on for *length* dots, across or down: shrink by that much, then grow back."""
    kept = _swept(ImageChops.darker, ink, length, 1, flat=flat)
    return _swept(ImageChops.lighter, kept, length, -1, flat=flat)


def _swept(merge: Merge, image: Image.Image, length: int, way: int, *, flat: bool) -> Image.Image:
    """Merge a picture with itself moved by 1, 2, 4 ... dots, which covers *length* in few steps."""
    done = 1
    while done < length:
        step = min(done, length - done)
        image = merge(image, ImageChops.offset(image, -way * step if flat else 0, 0 if flat else -way * step))
        done += step
    return image


def runs(mask: Image.Image, length: int, *, flat: bool) -> list[Box]:
    """Give the runs of a mask as lines in dots; a thick rule gives one for each of its rows."""
    turned = mask if flat else mask.transpose(Image.Transpose.TRANSPOSE)
    found: list[Box] = []
    width, cells = turned.width, turned.tobytes()
    at = cells.find(b"\xff" * length)
    while at >= 0:
        row, start = divmod(at, width)
        end = cells.find(b"\x00", at, (row + 1) * width)
        stop = width if end < 0 else end - row * width
        found.append(Box(start, row, stop, row) if flat else Box(row, start, row, stop))
        at = cells.find(b"\xff" * length, row * width + stop)
    return found
