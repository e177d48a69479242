"""Which format a file is in, told from its bytes, and the wire that reads it."""

from wellfounded.errors import UnreadableDocument
from wellfounded.read.limits import Limits
from wellfounded.wire import plain, signs
from wellfounded.wire.archive import Bounds
from wellfounded.wire.scan import Picture, Scan
from wellfounded.wire.sheet import Paper, Sheet

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the old Office container, and the wrapper of a password
PICTURES = (b"II*\x00", b"MM\x00*", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM")
OTHER = (
    (b"\x1f\x8b", "a gzip archive"), (b"7z\xbc\xaf", "a 7-Zip archive"), (b"Rar!", "a RAR archive"),
    (b"ID3", "a sound recording"), (b"RIFF", "a WebP picture"), (b"\x00\x00\x00", "a film or HEIC photograph"),
    (b"DICM", "a DICOM image"), (b"%!PS", "a PostScript file"), (b"MZ", "a program"), (b"\x7fELF", "a program"),
)  # fmt: skip


def scanned(picture: Picture) -> Scan:
    """Read a page picture; tesseract is loaded with the first one."""
    from wellfounded.wire import ocr  # noqa: PLC0415

    return ocr.read(picture)


def paper(data: bytes, limits: Limits) -> Paper:
    """Read a file by the format its bytes show. Libraries are loaded only for the format that needs them."""
    head = data[:8192].lstrip(b"\xef\xbb\xbf\x00 \t\r\n")
    if head.startswith(PICTURES):
        from wellfounded.wire import image  # noqa: PLC0415

        return image.paper(data, limits.pages, limits.pixels, scanned)
    if head.startswith(b"PK\x03\x04"):
        return _zipped(data, Bounds(limits.members, limits.unpacked, limits.ratio))
    if b"%PDF-" in data[:1024]:  # after the zip file, which may begin with a PDF that is only stored
        from wellfounded.wire import pdf  # noqa: PLC0415

        return pdf.paper(data, limits.pages, scanned)
    if head.startswith(OLE):
        raise UnreadableDocument(
            "the file is locked with a password or in an old Office or Outlook format",
            hint="Open it and save it as .docx or PDF without a password.",
        )
    return _textual(data, head, limits) or _plain(data)


def _zipped(data: bytes, bounds: Bounds) -> Paper:
    from wellfounded.wire import archive, docx  # noqa: PLC0415

    opened = archive.unzip(data, bounds)
    if "word/document.xml" in opened.names:
        return docx.paper(opened)
    if "[Content_Types].xml" in opened.names:
        raise UnreadableDocument("the file is an Excel or PowerPoint file", hint="Save it as PDF.")
    return archive.paper(opened)


def _textual(data: bytes, head: bytes, limits: Limits) -> Paper | None:
    """Read the formats that are text themselves."""
    if signs.is_fhir(head):
        from wellfounded.wire import fhir  # noqa: PLC0415

        return fhir.paper(data)
    if signs.is_x12(head):
        from wellfounded.wire import x12  # noqa: PLC0415

        return x12.paper(data)
    if head.startswith(b"{\\rtf"):
        from wellfounded.wire import rtf  # noqa: PLC0415

        return Paper("application/rtf", tuple(Sheet(page) for page in rtf.text(data).split("\f")))
    if signs.is_ccda(head):
        from wellfounded.wire import ccda  # noqa: PLC0415

        return ccda.paper(data)
    if signs.is_email(head):
        from wellfounded.wire import email  # noqa: PLC0415

        return email.paper(data, limits.attachments)
    if signs.is_html(head):
        from wellfounded.wire import html  # noqa: PLC0415

        return Paper("text/html", (Sheet(html.text(plain.decode(data))),))
    return None


def _plain(data: bytes) -> Paper:
    kind = next((words for sign, words in OTHER if data.startswith(sign) or data[128:132] == sign), "")
    text = plain.decode(data)
    odd = sum(text.count(sign) for sign in ("\ufffd", "\u0081", "\u008d", "\u008f", "\u0090", "\u009d"))
    if kind or odd > 0.02 * len(text) or not plain.is_text(data):
        raise UnreadableDocument(
            f"the file is {kind or 'not a document of a known kind'}",
            hint="Give a PDF, a Word file, a picture or text.",
        )
    return Paper("text/plain", tuple(Sheet(page) for page in text.split("\f")))
