"""A picture goes on a page whole, the right way up, and without what a camera noted beside it."""

import io

import pypdfium2
import pytest
from PIL import Image

from wellfounded.errors import UnreadableDocument
from wellfounded.wire import framed

RED, GREEN, BLUE, WHITE = (200, 30, 30), (30, 160, 30), (30, 30, 200), (255, 255, 255)
SECRET = b"41.2 N by the lake house"


def quarters(mode="RGB", size=(160, 240)):
    """A picture whose four quarters differ: red and green above, blue and white below."""
    made = Image.new("RGB", size, WHITE)
    across, down = size[0] // 2, size[1] // 2
    for colour, corner in ((RED, (0, 0)), (GREEN, (across, 0)), (BLUE, (0, down))):
        made.paste(colour, (*corner, corner[0] + across, corner[1] + down))
    return made.quantize(4) if mode == "P" else made.convert(mode)


def saved(image, kind, **how):
    out = io.BytesIO()
    image.save(out, kind, **how)
    return out.getvalue()


def turned(orientation, kind="JPEG", **how):
    """The picture as a camera stores it that was held so that it is seen upright."""
    undo = {
        2: [Image.Transpose.FLIP_LEFT_RIGHT],
        3: [Image.Transpose.ROTATE_180],
        6: [Image.Transpose.ROTATE_90],
        8: [Image.Transpose.ROTATE_270],
    }
    stored = quarters()
    for step in undo.get(orientation, []):
        stored = stored.transpose(step)
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = orientation, SECRET.decode()
    return saved(stored, kind, exif=exif, **how)


def seen(pdf, page=0):
    """Give the colours in the middle of the picture's four quarters, and the page's size."""
    drawn = pypdfium2.PdfDocument(pdf)[page].render(scale=1).to_pil().convert("RGB")
    box = Image.eval(drawn.convert("L"), lambda v: 255 - v).getbbox()
    wide, high = drawn.size
    middle = (wide / 2, framed.SIDE + (high - framed.SIDE - framed.FOOT) / 2)
    across, down = middle[0] - box[0], middle[1] - box[1]
    at = [(middle[0] + x * across / 2, middle[1] + y * down / 2) for y in (-1, 1) for x in (-1, 1)]
    return [drawn.getpixel((int(x), int(y))) for x, y in at], drawn.size


def near(colours, wanted):
    return all(
        abs(a - b) < 12 for one, other in zip(colours, wanted, strict=True) for a, b in zip(one, other, strict=True)
    )


@pytest.mark.parametrize("orientation", [1, 2, 3, 6, 8])
@pytest.mark.parametrize("kind", ["JPEG", "TIFF"])
def test_a_picture_is_seen_upright_however_the_camera_was_held(orientation, kind):
    colours, _ = seen(framed.pages(turned(orientation, kind)))
    assert near(colours, (RED, GREEN, BLUE, WHITE)), colours


@pytest.mark.parametrize(
    ("kind", "mode"), [("PNG", "RGBA"), ("PNG", "P"), ("PNG", "RGB"), ("BMP", "RGB"), ("JPEG", "RGB"), ("JPEG", "CMYK")]
)
def test_every_kind_of_picture_keeps_its_colours(kind, mode):
    colours, _ = seen(framed.pages(saved(quarters(mode), kind)))
    assert near(colours, (RED, GREEN, BLUE, WHITE)), colours


@pytest.mark.parametrize("mode", ["1", "L"])
def test_a_fax_and_a_grey_scan_keep_black_black(mode):
    page = Image.new("L", (160, 240), 255)
    page.paste(0, (0, 0, 80, 240))
    colours, _ = seen(framed.pages(saved(page.convert(mode), "TIFF")))
    assert near(colours, ((0, 0, 0), WHITE) * 2), colours


def test_each_page_of_a_fax_is_a_page_and_a_wide_one_lies_wide():
    fax = saved(quarters(), "TIFF", save_all=True, append_images=[quarters(size=(300, 150))])
    made = framed.pages(fax)
    assert [seen(made, n)[1] for n in (0, 1)] == [(612, 792), (792, 612)]


def test_a_photograph_leaves_as_it_was_taken_and_without_where_and_by_whom():
    photograph = turned(6, comment=b"taken by Jordan")
    assert SECRET in photograph
    pdf = framed.pages(photograph)
    assert SECRET not in pdf
    assert b"Jordan" not in pdf
    assert Image.open(io.BytesIO(framed.bare(photograph))).tobytes() == Image.open(io.BytesIO(photograph)).tobytes()
    assert framed.bare(photograph) in pdf


def test_what_hangs_on_behind_a_photograph_stays_here():
    assert framed.bare(saved(quarters(), "JPEG") + SECRET).endswith(b"\xff\xd9")


def test_the_same_picture_is_the_same_page():
    assert framed.pages(turned(3)) == framed.pages(turned(3))


def test_a_damaged_picture_is_said_to_be_damaged():
    with pytest.raises(UnreadableDocument, match="damaged"):
        framed.pages(saved(quarters(), "PNG")[:300])
