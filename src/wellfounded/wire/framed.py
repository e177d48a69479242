"""A picture file as PDF: each picture whole on a page of its own, without what a camera noted beside it."""

import io
import zlib
from dataclasses import dataclass

from pikepdf import Dictionary, Name, Pdf, Stream
from PIL import Image, ImageOps

from wellfounded.wire.image import guarded, opened

LETTER = (612.0, 792.0)  # points
SIDE, FOOT = 36.0, 54.0  # points left white round a picture; a packet stamps the foot
COARSE = 72 / 96  # points a dot at most: a small picture is not blown up to a page
ORIENTATION = 0x0112  # Exif: how the camera was held
# By that tag, the matrix that turns the unit square; the four mirrored ones are drawn anew.
TURNS = {1: (1, 0, 0, 1, 0, 0), 3: (-1, 0, 0, -1, 1, 1), 6: (0, -1, 1, 0, 0, 1), 8: (0, 1, -1, 0, 1, 0)}
KEPT = {0xE0, 0xEE}  # JFIF and Adobe say how colours are coded; other application segments hold place, time and owner


@dataclass(frozen=True, slots=True)
class Drawn:
    """One picture as a PDF holds it: its bytes and their filter, its size as seen, in dots, and how it is turned."""

    body: bytes
    coded: Name
    mode: str
    stored: tuple[int, int]
    seen: tuple[int, int]
    turn: tuple[int, ...] = TURNS[1]


def pages(data: bytes) -> bytes:
    """Give a PDF of the pictures of *data*, marked as figures (MCID 0); raises UnreadableDocument for a damaged one."""
    image = opened(data)
    with Pdf.new() as out:
        for n in range(getattr(image, "n_frames", 1)):

            def one(n: int = n) -> Drawn:
                image.seek(n)
                return _drawn(image, data)

            _add(out, guarded(one))
        held = io.BytesIO()
        out.save(held, deterministic_id=True)
    return held.getvalue()


def bare(jpeg: bytes) -> bytes:
    """Give a JPEG without comments and application data, and without what hangs on behind its end."""
    out, at = bytearray(jpeg[:2]), 2
    while at + 4 <= len(jpeg) and jpeg[at + 1] != 0xDA:  # up to where the scan starts
        marker = jpeg[at + 1]
        size = 1 if marker == 0xFF else 2 + int.from_bytes(jpeg[at + 2 : at + 4])  # 0xFF may be repeated to fill up
        if marker in KEPT or not (0xE0 <= marker <= 0xEF or marker in {0xFE, 0xFF}):
            out += jpeg[at : at + size]
        at += size
    end = jpeg.find(b"\xff\xd9", at)
    return bytes(out) + jpeg[at : end + 2 if end >= 0 else len(jpeg)]


def _drawn(image: Image.Image, data: bytes) -> Drawn:
    turn = TURNS.get(image.getexif().get(ORIENTATION, 1))
    if image.format == "JPEG" and image.mode in {"L", "RGB"} and turn is not None:
        seen = image.size if turn[0] else image.size[::-1]
        return Drawn(bare(data), Name.DCTDecode, image.mode, image.size, seen, turn)
    flat = ImageOps.exif_transpose(image)
    if flat.mode in {"RGBA", "LA", "PA", "P"}:
        flat = flat.convert("RGBA")
        flat = Image.alpha_composite(Image.new("RGBA", flat.size, "white"), flat)
    if flat.mode not in {"1", "L", "RGB"}:
        flat = flat.convert("L" if flat.mode.startswith(("I", "F")) else "RGB")
    return Drawn(zlib.compress(flat.tobytes(), 9), Name.FlateDecode, flat.mode, flat.size, flat.size)


def _add(out: Pdf, drawn: Drawn) -> None:
    """Add a page that lies as the picture does, with the picture in the middle above the foot."""
    wide, high = LETTER if drawn.seen[0] <= drawn.seen[1] else LETTER[::-1]
    room = wide - 2 * SIDE, high - SIDE - FOOT
    scale = min(room[0] / drawn.seen[0], room[1] / drawn.seen[1], COARSE)
    w, h = drawn.seen[0] * scale, drawn.seen[1] * scale
    x, y = SIDE + (room[0] - w) / 2, FOOT + (room[1] - h) / 2
    a, b, c, d, e, f = drawn.turn
    matrix = (w * a, h * b, w * c, h * d, x + w * e, y + h * f)
    picture = Stream(
        out,
        drawn.body,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=drawn.stored[0],
        Height=drawn.stored[1],
        ColorSpace=Name.DeviceRGB if drawn.mode == "RGB" else Name.DeviceGray,
        BitsPerComponent=1 if drawn.mode == "1" else 8,
        Filter=drawn.coded,
    )
    page = out.add_blank_page(page_size=(wide, high))
    page.obj.Resources = Dictionary(XObject=Dictionary(Picture=picture))
    said = b"/Figure <</MCID 0>> BDC q %.3f %.3f %.3f %.3f %.3f %.3f cm /Picture Do Q EMC" % matrix
    page.obj.Contents = Stream(out, said)
