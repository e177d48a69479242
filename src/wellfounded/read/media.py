"""Which format a file is in, told from its bytes, and the wire that reads it."""

from wellfounded.errors import UnreadableDocument
from wellfounded.read.limits import Limits
from wellfounded.wire.archive import Bounds
from wellfounded.wire.scan import Picture, Scan
from wellfounded.wire.sheet import Paper, Sheet

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the old Office container, and the wrapper of a password


PICTURES = (b"II*\x00", b"MM\x00*", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM")


def scanned(picture: Picture) -> Scan:
    """Read a page picture; tesseract is loaded with the first one."""
    from wellfounded.wire import ocr  # noqa: PLC0415

    return ocr.read(picture)


def paper(data: bytes, limits: Limits) -> Paper:
    """Read a file by the format its bytes show. Libraries are loaded only for the format that needs them."""
    head = data[:4096].lstrip(b"\xef\xbb\xbf\x00 \t\r\n")
    if b"%PDF-" in data[:1024]:
        from wellfounded.wire import pdf  # noqa: PLC0415

        return pdf.paper(data, limits.pages, scanned)
    if head.startswith(PICTURES):
        from wellfounded.wire import image  # noqa: PLC0415

        return image.paper(data, limits.pages, limits.pixels, scanned)
    if head.startswith(b"PK\x03\x04"):
        from wellfounded.wire import docx  # noqa: PLC0415

        return docx.paper(data, Bounds(limits.members, limits.unpacked, limits.ratio))
    if head.startswith(OLE):
        raise UnreadableDocument(
            "the file is locked with a password or in an old Office format",
            hint="Open it in Office and save it as .docx or PDF without a password.",
        )
    from wellfounded.wire import plain  # noqa: PLC0415

    return Paper("text/plain", tuple(Sheet(text) for text in plain.decode(data).split("\f")))
