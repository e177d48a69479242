"""Bytes of plain text to characters: byte-order marks, UTF-8, UTF-16, Windows-1252 and twice-encoded text."""

import codecs
import re

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
TWICE = re.compile(
    "[\u00c2\u00c3\u00e2][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{1,2}"
)
RAW = (*range(9), *range(14, 27), *range(28, 32))  # never in a text but by accident
CONTROL = dict.fromkeys((*range(9), 11, *range(14, 32), 127))


def decode(data: bytes) -> str:
    """Give the text of *data*, its lines ended by a line feed and its control characters gone; form feeds stay."""
    return tidy(TWICE.sub(_once, _decode(data)))


def tidy(text: str) -> str:
    """Give text with every line ended by a line feed and without control characters; form feeds stay."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").translate(CONTROL)


def is_text(data: bytes) -> bool:
    """Whether the bytes are the text of some encoding: few control characters, and in Windows-1252 few accents.

    A page of French has some 4 letters in 100 beyond ASCII and Icelandic 10; bytes of any other origin have 50.
    """
    if _wide(data):
        return True
    head = data[:65536]
    if sum(head.count(code) for code in RAW) > 0.02 * len(head):
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return sum(head.count(code) for code in range(128, 256)) <= 0.25 * len(head)
    return True


def _wide(data: bytes) -> tuple[str, int] | None:
    """Give the encoding of two or four bytes a character, and where the text begins."""
    for mark, name in MARKS[1:]:
        if data.startswith(mark):
            return name, len(mark)
    head = data[:4096]
    first, second = head[::2], head[1::2]
    if second.count(0) > 0.7 * len(second) and first.count(0) < 0.1 * len(first):
        return "utf-16-le", 0
    if first.count(0) > 0.7 * len(first) and second.count(0) < 0.1 * len(second):
        return "utf-16-be", 0
    return None


def _decode(data: bytes) -> str:
    if wide := _wide(data):
        return data[wide[1] :].decode(wide[0], "replace")
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _once(found: re.Match[str]) -> str:
    """Undo one encoding too many: UTF-8 bytes that were read as Windows-1252 and encoded again."""
    try:
        return found[0].encode("cp1252").decode("utf-8")
    except UnicodeError:
        return found[0]
