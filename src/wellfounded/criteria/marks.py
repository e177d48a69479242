"""What stands before an item: a number, a letter, a roman numeral, a bullet, a box."""

import re
from dataclasses import dataclass

_BULLET = re.compile(
    r"(?:[•◦▪▫■□▢☐☑☒✓✔✗❑❖➢➤►▸▶\u2023\u2043\u2219●○·◆◇»\u203a\uf0b7\uf0a7\uf0d8\uf06f\uf0fc\uf0a8]\s*"
    r"|(?:[-=~]{1,2}>|>{1,3}|\*{1,2}|[-\u2013\u2014]{1,2}|[+~=\u2192\u21d2\u27a4\u2794\u2756\u2605\u2606\u2726])\s+"
    r"|o\s+(?=[A-Za-z0-9≥<>]))"
)
_BOX = re.compile(r"(?:\[\s?[xX]?\s?\]|\(\s{1,3}\)|_{2,})\s*")
_BOXED = re.compile(r"(\d{1,2})\s+(?=[A-Z])")  # "[ ] 2  Chronic lung disease"
_WORD = re.compile(
    r"(?:criterion|criteria|requirement|condition|question|item|test|rule)\s+"
    r"#?(\d{1,2}|[A-Z]|[ivxIVX]{1,5})\s*(?:[:.)]|\s[-\u2013\u2014])\s+",
    re.IGNORECASE,
)
_DECIMAL = re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,4})[.)]?\s+(?=[A-Z(\"“])")
_COMPOUND = re.compile(
    r"(?![A-Z][a-z]{2,3}\.)([IVX]{1,4}|\d{1,2}|[A-Z])[.\-]?((?:\(?[A-Za-z0-9]{1,3}[.)])+|[a-z][.):])\s+(?=\S)"
)
_SIMPLE = re.compile(
    r"(\(?)(\d{1,2}|[A-Za-z]|[ivxlIVXL]{2,6})(\)\.?|\.\)|[.:](?!\d)|\s?[-\u2013\u2014](?=\s))\s*(?=\S)"
)
_COLUMN = re.compile(r"(\d{1,2})([A-Za-z])?\s{2,}(?=[A-Z\"\u201c])")
_POINTED = re.compile(r"((?:\d{1,2}\.){1,3})(\d{1,2})[.)]?\s{2,}(?=\S)")
_HASHED = re.compile(r"#\s?(\d{1,2})[.):]?\s+(?=\S)")  # "#3 Signed agreement on file"
# Severe stenosis behind "B-1.2", Limited benefit behind "A-2", No aneurysm behind "[1.c]".
_CODED = re.compile(r"([A-Z]-\d{1,2}(?:\.\d{1,2}){1,3}|[A-H]-\d)[.):]?\s+(?=[A-Z(\"\u201c\d])")
_BRACKETED = re.compile(r"\[(\w{1,2}\.\w{1,2})\]\s+(?=[A-Z(])")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


@dataclass(frozen=True, slots=True)
class Mark:
    """An enumerator as printed, and the ways it can be read: style to value."""

    label: str
    readings: tuple[tuple[str, int], ...]

    @property
    def bullet(self) -> bool:
        """Whether it carries no order."""
        return self.readings[0][0].startswith("bullet")


def mark(text: str) -> tuple[Mark | None, int]:
    """Read the enumerator that opens *text*: the mark (None where there is none) and how many characters it takes."""
    used = 0
    box = _BOX.match(text)
    if box:
        used = box.end()
    found, length = _ordered(text[used:])
    numbered = _BOXED.match(text[used:]) if box and not found else None
    if numbered:
        return Mark(numbered[1], (("number box", int(numbered[1])),)), used + numbered.end()
    if found:
        after = _BOX.match(text[used + length :])
        return found, used + length + (after.end() if after else 0)
    bullet = _BULLET.match(text[used:])
    if bullet and bullet.end() < len(text[used:]):
        inner, more = _ordered(text[used + bullet.end() :])
        if inner and box is None and text[used] in "□▢☐☑☒❑":
            return inner, used + bullet.end() + more
        return Mark("", ((f"bullet{bullet[0].strip()}", 0),)), used + bullet.end()
    if box:
        return Mark("", (("bullet[]", 0),)), used
    return None, 0


def column_mark(raw: str) -> Mark | None:
    """Read an enumerator set apart by white space alone: "1   A diagnosis of", "2a  Body weight"."""
    if pointed := _POINTED.match(raw):
        return Mark(f"{pointed[1]}{pointed[2]}", ((f"decimal{pointed[1].count('.') + 1}", int(pointed[2])),))
    found = _COLUMN.match(raw)
    if found is None:
        return None
    number, letter = found[1], found[2]
    if letter:
        return Mark(f"{number}{letter}", (("column letter", ord(letter.lower()) - ord("a") + 1),))
    return Mark(number, (("column number", int(number)),))


def _named(text: str) -> tuple[Mark | None, int]:
    """Read an enumerator behind a sign or a letter of its own: "#3", "B-1.2"."""
    if hashed := _HASHED.match(text):
        return Mark(hashed[1], (("number#", int(hashed[1])),)), hashed.end()
    if coded := _CODED.match(text):
        depth = coded[1].count(".") + 1
        return Mark(coded[1], ((f"coded{depth}", int(re.split(r"[-.]", coded[1])[-1])),)), coded.end()
    if bracketed := _BRACKETED.match(text):
        own = readings(bracketed[1].partition(".")[2])
        return Mark(bracketed[1], tuple((f"bracketed {style}", value) for style, value in own)), bracketed.end()
    return None, 0


def _ordered(text: str) -> tuple[Mark | None, int]:
    named = _named(text)
    if named[0]:
        return named
    word = _WORD.match(text)
    if word:
        return Mark(word[1], tuple((f"word {style}", value) for style, value in readings(word[1]))), word.end()
    decimal = _DECIMAL.match(text)
    if decimal:
        parts = decimal[1].split(".")
        if parts[-1] == "0":  # "2.0 Scope" is the second part, over 2.1
            return Mark(decimal[1], ((f"decimal{len(parts) - 1}", int(parts[-2])),)), decimal.end()
        return Mark(decimal[1], ((f"decimal{len(parts)}", int(parts[-1])),)), decimal.end()
    compound = _COMPOUND.match(text)
    if compound and not _SIMPLE.match(text):
        parts = re.findall(r"[A-Za-z]+|\d+", text[: compound.end()])
        style, value = readings(parts[-1])[-1 if len(parts[-1]) > 1 else 0]
        return Mark(compound[0].strip().rstrip("."), ((f"compound{len(parts)} {style}", value),)), compound.end()
    simple = _SIMPLE.match(text)
    if simple and (simple[1] or simple[3][-1] in ").:" or simple[2].isdigit() or len(simple[2]) == 1):
        if not simple[1] and simple[3][0] in ".:" and simple.end() < len(text) and not _spaced(text, simple):
            return None, 0
        closing = "()" if simple[1] else simple[3].strip()[0]
        return Mark(
            simple[2], tuple((f"{style}{closing}", value) for style, value in readings(simple[2]))
        ), simple.end()
    return None, 0


def _spaced(text: str, match: re.Match[str]) -> bool:
    """Whether white space follows the enumerator ("1. Age"), or at least a capital after a number ("1.Age")."""
    return text[match.end() - 1].isspace() or (match[2].isdigit() and text[match.end()].isupper())


def readings(body: str) -> tuple[tuple[str, int], ...]:
    """Give every way *body* can be read, the likelier first."""
    if body.isdigit():
        return (("number", int(body)),)
    case = "upper" if body.isupper() else "lower"
    found = []
    if len(body) == 1:
        found.append((f"{case} letter", ord(body.lower()) - ord("a") + 1))
    value = _roman(body.lower())
    if value:
        found.append((f"{case} roman", value))
    if not found and len(set(body)) == 1:
        found.append((f"{case} letter", 26 * (len(body) - 1) + ord(body[0].lower()) - ord("a") + 1))
    return tuple(found) or ((f"{case} letter", 0),)


def _roman(body: str) -> int:
    if not re.fullmatch(r"(xl|l?x{0,3})(ix|iv|v?i{0,3})", body):
        return 0
    values = [_ROMAN[char] for char in body]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
