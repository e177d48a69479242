"""One text of a page in Spanish: by the table, by a pattern with what varies, or sentence by sentence."""

import re
from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_name("words.txt")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MESES = (
    *("enero", "febrero", "marzo", "abril", "mayo", "junio"),
    *("julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
)
DATE = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d{1,2}, \d{4}(?:, \d\d:\d\d)?"
DATED = re.compile(rf"({DATE})")
HOLES = {"{d}": rf"({DATE})", "{n}": r"([\d.,]+)", "{x}": r"((?:(?!(?<=[a-z0-9)\u201d])\. [A-Z0-9]).)+?)"}
SENTENCES = re.compile(r"(?<=[.!?]) (?=[A-Z0-9\u201c])")


@cache
def _table() -> tuple[dict[str, str], list[tuple[re.Pattern[str], str]]]:
    """Give the whole texts, and the patterns in the order of the table: longer ones stand first there."""
    plain, patterns = dict[str, str](), list[tuple[re.Pattern[str], str]]()
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        english, bar, spanish = line.partition(" | ")
        if not bar or line.startswith("#"):
            continue
        if "{" in english:
            parts = re.split(r"(\{[dnx]\})", english)
            patterns.append((re.compile("".join(HOLES.get(part, re.escape(part)) for part in parts)), spanish))
        else:
            plain[english] = spanish
    return plain, patterns


def said(text: str) -> str | None:
    """Give *text* in Spanish, or None where the table has no words for it."""
    whole = _one(text)
    if whole is not None:
        return whole
    parts = SENTENCES.split(text)
    if len(parts) > 1:
        held = [_one(part) for part in parts]
        if any(held):
            return " ".join(one or part for one, part in zip(held, parts, strict=True))
    return None


def _one(text: str) -> str | None:
    if DATED.fullmatch(text):
        return day(text)
    if (found := _found(text)) is not None:
        return found
    found = _found(text[:1].lower() + text[1:])
    return None if found is None else found[:1].upper() + found[1:]


def _found(text: str) -> str | None:
    plain, patterns = _table()
    for form in (text, text.replace("'", "\u2019"), text.replace("\u2019", "'")):
        if (found := plain.get(form)) is not None:
            return found
    for pattern, spanish in patterns:
        if (match := pattern.fullmatch(text.replace("'", "\u2019"))) is not None:
            return re.sub(r"\{(\d)\}", lambda hole: _held(match[int(hole[1])]), spanish)
    return None


def _held(text: str) -> str:
    if DATED.fullmatch(text):
        return day(text)
    known = _one(text)
    return DATED.sub(lambda found: day(found[1]), text) if known is None else known


def day(text: str) -> str:
    """Write "Mar 9, 2026, 14:05" as "9 de marzo de 2026, 14:05"."""
    month, number, rest = text.split(" ", 2)
    year, comma, hour = rest.partition(", ")
    return f"{number.rstrip(',')} de {MESES[MONTHS.index(month[:3])]} de {year}{comma}{hour}"
