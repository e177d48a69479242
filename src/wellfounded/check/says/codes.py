"""Codes that stand in a text: ICD-10-CM with its dot or its label."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from wellfounded.terms import icd10cm

# A dot makes it a code; without one a label must stand before it, for "B12", "T4" and "C2" are not codes.
DOTTED = re.compile(r"(?<![\w.])([A-TV-Z]\d[\dAB]\.[\dA-Z]{1,4})(?![\w])")
LABELLED = re.compile(
    r"\b(?:ICD[- ]?10(?:[- ]?CM)?(?:\s+codes?)?|diagnos[ie]s\s+codes?|dx\s+codes?|(?:diagnos[ie]s|dx)(?=\s*[:#]))"
    r"\s*(?:[:#]|is|of)?\s*\(?([A-TV-Z]\d[\dAB](?:\.?[\dA-Z]{1,4})?)(?![\w.]\w)",
    re.IGNORECASE,
)


# Three characters alone are a code in brackets or beside another code, once the list holds them: "(B20)", "F33.2, I10".
BARE = re.compile(r"(?<=\()([A-TV-Z]\d\d)(?=\)|[,;])|(?<=\d[,;]\s)([A-TV-Z]\d\d)(?=[,;)\s]|$)")


class Found(NamedTuple):
    """One code, and where it stands."""

    value: str
    span: tuple[int, int]


@lru_cache(maxsize=512)
def icd10(text: str) -> tuple[Found, ...]:
    """Give each ICD-10-CM code of *text* in order, once each place; kept, for four rules ask it of every line."""
    seen: dict[tuple[int, int], Found] = {}
    for pattern in (DOTTED, LABELLED):
        for match in pattern.finditer(text):
            bare = match[1].upper()
            value = bare if "." in bare or len(bare) == 3 else f"{bare[:3]}.{bare[3:]}"
            seen.setdefault(match.span(1), Found(value, match.span(1)))
    for match in BARE.finditer(text):
        if icd10cm.exists(match[0]):
            seen.setdefault(match.span(), Found(match[0], match.span()))
    return tuple(sorted(seen.values(), key=lambda found: found.span))


SERVICE = re.compile(
    r"\b(?:CPT\s?\u00ae?|HCPCS|(?<!diagnosis )(?<!dx )codes?(?=\s*:)|procedure|billing|service|request(?:ed)?"
    r"|order(?:ed)?|item"
    r"|J-?)(?:\s*/\s*HCPCS)?(?:\s+level\s+II)?(?:\s*codes?)?(?:\s*(?:[:#(]"
    r"|numbers?|is))*\s*"
    r"(?P<list>(?:[A-Z]?\d{4}[A-Z0-9]?(?:-[A-Z0-9]{2})?(?:\s*\([^()]{0,60}\))?(?:\s*(?:,|and|&|/|;|x\s?\d+)\s*)*)+)",
    re.IGNORECASE,
)
ONE = re.compile(r"(?<![\w-])(?:[A-CEGHJ-MP-V]\d{4}|\d{4}[\dFTUM])(?!\w)", re.IGNORECASE)
FIVE = re.compile(r"(?<=\()\d{5}(?=[,;)])")  # in brackets alone: a ZIP code never stands so
LEVEL_TWO = re.compile(r"(?<![\w-])[A-CEGHJ-MP-V]\d{4}(?![\w-])")


def services(text: str) -> Iterator[Found]:
    """Give each CPT or HCPCS code of *text*: under a label, in brackets, or with the shape of HCPCS level II."""
    seen: dict[tuple[int, int], Found] = {}
    for match in SERVICE.finditer(text):
        for one in ONE.finditer(text, *match.span("list")):
            seen[one.span()] = Found(one[0].upper(), one.span())
    for one in FIVE.finditer(text):
        seen.setdefault(one.span(), Found(one[0], one.span()))
    for one in LEVEL_TWO.finditer(text):
        seen.setdefault(one.span(), Found(one[0], one.span()))
    yield from sorted(seen.values(), key=lambda found: found.span)
