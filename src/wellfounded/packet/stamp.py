"""Stamp an exhibit page: which exhibit it is, its page in the packet, and a bar beside each quoted line."""

from dataclasses import dataclass

from pikepdf import Dictionary, Name, Page, Pdf

from wellfounded.packet.places import Place


@dataclass(frozen=True, slots=True)
class Stamp:
    """What is stamped on one exhibit page: its words, its number in the packet, and the passages quoted from it."""

    words: str
    number: int
    total: int
    quoted: tuple[Place, ...]


def press(packet: Pdf, page: Page, stamp: Stamp) -> None:
    """Draw *stamp* at the foot of *page*, and a bar with the sentence numbers beside each quoted line.

    The page's own content is kept as it is, wrapped so that its transformations do not move the stamp.
    """
    left, bottom, right, top = (float(value) for value in page.cropbox.as_list())
    helvetica = packet.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    font = str(page.add_resource(helvetica, Name.Font, Name.FStamp, replace_existing=True)).encode()

    def say(words: str, x: float, y: float, size: float) -> bytes:
        return b"BT %s %.1f Tf %.1f %.1f Td (%s) Tj ET" % (font, size, x, y, _safe(words))

    parts = [b"Q /Artifact BMC q 0 g", say(stamp.words, left + 36, bottom + 16, 8)]
    parts.append(say(f"Packet page {stamp.number} of {stamp.total}", right - 130, bottom + 16, 8))
    for place in stamp.quoted:
        for n, line in enumerate(place.boxes):
            x = left + max(line.x0 - 6, 14)
            parts.append(b"1.6 w %.1f %.1f m %.1f %.1f l S" % (x, top - line.y0, x, top - line.y1))
            if n == 0:
                parts.append(say(", ".join(str(s) for s in place.sentences[:4]), left + 4, top - line.y1, 5.5))
    page.contents_add(b"q", prepend=True)
    page.contents_add(b"\n".join([*parts, b"Q EMC"]))


def _safe(words: str) -> bytes:
    escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return escaped.encode("latin-1", "replace")
