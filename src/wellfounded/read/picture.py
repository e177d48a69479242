"""The picture of a page, with a box round every passage that was read there."""

import io

from wellfounded.model.basis import Quote
from wellfounded.model.document import Document

SCALE = 2.0  # 144 dots per inch: a line of eight-point type is legible
INK = (31, 58, 95)


def picture(document: Document, data: bytes, number: int, passages: list[Quote]) -> bytes:
    """Give page *number* (from 1) of a PDF as a PNG; *passages* elsewhere are passed over."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - 40 ms, wanted only where a page is drawn

    from wellfounded.wire import pdf  # noqa: PLC0415 - 30 ms, as above

    page = document.pages[number - 1]
    mine = [quote for quote in passages if quote.at.source == document.source.id and quote.at.page == number]
    image = Image.open(io.BytesIO(pdf.image(data, number, SCALE))).convert("RGB")
    draw = ImageDraw.Draw(image)
    ranges = [_visible(document.text, page.start, quote) for quote in mine]
    for boxes in pdf.boxes(data, number, ranges) if ranges and not page.scanned else []:
        for box in boxes:
            draw.rectangle([SCALE * edge for edge in (box.x0 - 1, box.y0 - 1, box.x1 + 1, box.y1 + 1)], None, INK, 2)
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def _visible(text: str, start: int, quote: Quote) -> tuple[int, int]:
    before = len("".join(text[start : quote.at.start].split()))
    return before, before + len("".join(quote.exact.split()))
