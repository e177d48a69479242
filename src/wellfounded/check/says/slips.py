"""Slips of the hand: a number, a day or an age that is right but for a sign or two, put right in its own form."""

import re
from datetime import date

from wellfounded.check.says.fields import compact

NUMERIC = re.compile(r"(?P<m>\d{1,2})(?P<sep>[/.-])(?P<d>\d{1,2})(?P=sep)(?P<y>(?:\d\d)?\d\d)")
ISO = re.compile(r"\d{4}-\d\d-\d\d")
NAMED = re.compile(r"(?P<m>[A-Za-z]{3,9})(?P<dot>\.?) (?P<d>\d{1,2})(?P<comma>,?) (?P<y>\d{4})")
AN = re.compile(r"8\d?|1[18]")  # "an 8-, 11-, 18-, 80-year-old"


def is_slip(said: str, known: str) -> bool:
    """Whether two compact numbers of one length differ in one or two signs."""
    return len(said) == len(known) and 0 < sum(a != b for a, b in zip(said, known, strict=True)) <= 2


def number(said: str, known: str) -> str | None:
    """Give *known* with the spaces and hyphens of *said*, which it is but for a slip; None where it is another."""
    right = compact(known)
    if not is_slip(compact(said), right):
        return None
    signs = iter(right)
    return "".join(next(signs) if sign.isalnum() else sign for sign in said)


def day(said: str, known: date) -> str | None:
    """Give *known* in the form of *said*, a day that differs from it in two digits at most; None where it does not.

    A day written month first whose month and day were exchanged is such a slip.
    """
    if found := NUMERIC.fullmatch(said):
        year = f"{known:%Y}"[-len(found["y"]) :]
        digits = min(len(found["m"]), len(found["d"]))  # 06/12 is written with zeros, 6/12 is not
        right = found["sep"].join([f"{known.month:0{digits}}", f"{known.day:0{digits}}", year])
        return right if _near(f"{int(found['m']):02}{int(found['d']):02}{found['y']}", f"{known:%m%d}{year}") else None
    if ISO.fullmatch(said):
        return known.isoformat() if _near(compact(said), f"{known:%Y%m%d}") else None
    if (found := NAMED.fullmatch(said)) and found["m"].lower() in {f"{known:%B}".lower(), f"{known:%b}".lower()}:
        right = f"{found['m']}{found['dot']} {known.day}{found['comma']} {known.year}"
        return right if _near(f"{int(found['d']):02}{found['y']}", f"{known:%d%Y}") else None
    return None


def age(said: str, known: int) -> str | None:
    """Give the age *known* where the article before *said* may stand; None where it would have to change."""
    return str(known) if said.isdigit() and bool(AN.fullmatch(said)) == bool(AN.fullmatch(str(known))) else None


def _near(said: str, known: str) -> bool:
    return is_slip(said, known) or (said[:2], said[2:4], said[4:]) == (known[2:4], known[:2], known[4:])
