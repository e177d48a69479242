"""Rich Text Format as text: what old record systems export."""

import re

TOKEN = re.compile(rb"\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-z])|([{}])|[\r\n]+|(.)", re.DOTALL)
ASIDE = frozenset(
    (b"fonttbl", b"colortbl", b"stylesheet", b"info", b"pict", b"object", b"themedata", b"datastore", b"generator",
     b"listtable", b"listoverridetable", b"rsidtbl", b"xmlnstbl", b"latentstyles", b"fldinst", b"bkmkstart", b"bkmkend")
)  # fmt: skip
GIVEN = {b"par": "\n", b"line": "\n", b"row": "\n", b"sect": "\n", b"page": "\f", b"tab": "\t", b"cell": "\t",
         b"emdash": "—", b"endash": "–", b"bullet": "•", b"lquote": "‘", b"rquote": "’",  # noqa: RUF001
         b"ldblquote": "“", b"rdblquote": "”"}  # fmt: skip
SIGNS = {b"~": "\u00a0", b"_": "-", b"-": "", b"\\": "\\", b"{": "{", b"}": "}", b"\n": "\n", b"\r": "\n"}


def text(data: bytes) -> str:
    """Give the text of an RTF file, page breaks as form feeds; unknown control words are passed over."""
    found: list[str] = []
    aside: list[bool] = [False]
    skip, after = 0, 1  # bytes that stand in for a Unicode character, left now and in general
    for token in TOKEN.finditer(data):
        word, number, byte, sign, brace, plain = token.groups()
        if brace:
            aside = [*aside, aside[-1]] if brace == b"{" else aside[:-1] or [False]
        elif word in ASIDE or sign == b"*":
            aside[-1] = True
        elif word == b"uc":
            after = int(number or 1)
        elif aside[-1]:
            continue
        elif word == b"u":
            found.append(chr(int(number or 0) % 65536))
            skip = after
        elif word:
            found.append(GIVEN.get(word, ""))
        elif sign:
            found.append(SIGNS.get(sign, ""))
        elif skip and (byte or plain):
            skip -= 1
        elif byte or plain:
            found.append((bytes.fromhex(byte.decode()) if byte else plain).decode("cp1252", "replace"))
    joined = "".join(found).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return re.sub(r"\t+\n", "\n", joined)
