"""Page pictures: TIFF, JPEG, PNG and other scans as upright grey pictures with square dots, one at a time."""

import struct
import warnings
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from io import BytesIO
from itertools import islice
from typing import TypeVar

from PIL import Image, ImageOps

from wellfounded.errors import UnreadableDocument
from wellfounded.wire.layout import arrange, boxes_of, margin, write
from wellfounded.wire.scan import Picture, Reader, on_page
from wellfounded.wire.sheet import Paper, Sheet
from wellfounded.wire.words import Box

AGAIN = "Scan it again, or save it as a PDF."


MEDIA = {"TIFF": "image/tiff", "JPEG": "image/jpeg", "PNG": "image/png", "GIF": "image/gif", "BMP": "image/bmp"}


def paper(data: bytes, max_pages: int, max_pixels: int, reader: Reader) -> Paper:
    """Give each page of a picture file as *reader* reads it; raises as `pictures` and *reader* do."""
    sheets: list[Sheet] = []
    for picture in pictures(data, max_pages, max_pixels):
        scan = reader(picture)
        rows = arrange(scan.words, scan.strokes)
        text = "".join(piece for piece, _ in write(rows, margin(rows)))
        sheets.append(Sheet(text, scan.confidence, scanned=True))
    return Paper(MEDIA.get(opened(data).format or "", "image/x-unknown"), tuple(sheets))


def boxes(data: bytes, page: int, passages: Sequence[tuple[int, int]], reader: Reader) -> list[list[Box]]:
    """Give the rectangles of *passages* on *page* (from 1) in dots of the picture; passages as in `wire.pdf.boxes`."""
    picture = next(islice(pictures(data, 1 << 30, 1 << 30), page - 1, None))
    scan = reader(picture)
    found = boxes_of(arrange(scan.words, scan.strokes), passages)
    return [[on_page(scan, box, *picture.grey.size) for box in some] for some in found]


def png(data: bytes, page: int) -> bytes:
    """Give *page* (from 1) as a PNG in grey."""
    out = BytesIO()
    next(islice(pictures(data, 1 << 30, 1 << 30), page - 1, None)).grey.save(out, "PNG")
    return out.getvalue()


def pictures(data: bytes, max_pages: int, max_pixels: int) -> Iterator[Picture]:
    """Give each page of a picture file; raises UnreadableDocument where it is broken or over a limit."""
    held = opened(data)
    count = guarded(lambda: int(getattr(held, "n_frames", 1)))
    if count > max_pages:
        raise UnreadableDocument(
            f"the picture has {count} pages and the limit is {max_pages}", hint="Split the file, or raise the limit."
        )
    for at in range(count):
        guarded(partial(held.seek, at))
        dots = held.width * held.height
        if dots > max_pixels:
            raise UnreadableDocument(
                f"a page has {dots} dots and the limit is {max_pixels}", hint="Scan it at 300 dpi."
            )
        yield guarded(lambda: Picture(grey(held), *map(float, held.info.get("dpi", (0, 0)))))


def opened(data: bytes) -> Image.Image:
    """Open a picture file; raises UnreadableDocument where it is none."""
    return guarded(lambda: Image.open(BytesIO(data)))


T = TypeVar("T")


def guarded(do: Callable[[], T]) -> T:
    """Do one thing with a picture; raises UnreadableDocument for all that Pillow throws at damaged ones."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of sizes and of odd tags; the limits are ours
            return do()
    except (OSError, ValueError, SyntaxError, TypeError, LookupError, EOFError, OverflowError, struct.error):
        raise UnreadableDocument("the picture is damaged, cut short or of an unknown kind", hint=AGAIN) from None
    except Image.DecompressionBombError:
        raise UnreadableDocument("the picture has more dots than any page", hint="Scan it at 300 dpi.") from None


def grey(image: Image.Image) -> Image.Image:
    """Give a picture in grey on white, turned as its camera says."""
    turned = ImageOps.exif_transpose(image)
    if turned.mode in {"RGBA", "LA", "PA", "P"}:
        turned = turned.convert("RGBA")
        white = Image.new("RGBA", turned.size, "white")
        turned = Image.alpha_composite(white, turned)
    return turned.convert("L")
