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
CONTROL = dict.fromkeys((*range(9), 11, *range(14, 32), 127))


def decode(data: bytes) -> str:
    """Give the text of *data*, its lines ended by a line feed and its control characters gone; form feeds stay."""
    return tidy(TWICE.sub(_once, _decode(data)))


def tidy(text: str) -> str:
    """Give text with every line ended by a line feed and without control characters; form feeds stay."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").translate(CONTROL)


def _decode(data: bytes) -> str:
    for mark, name in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    head = data[:4096]
    if head[1::2].count(0) > 0.7 * len(head[1::2]):
        return data.decode("utf-16-le", "replace")
    if head[::2].count(0) > 0.7 * len(head[::2]):
        return data.decode("utf-16-be", "replace")
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
