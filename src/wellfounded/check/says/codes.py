"""Codes that stand in a text: ICD-10-CM with its dot or its label."""

import re
from collections.abc import Iterator
from typing import NamedTuple

# A dot makes it a code; without one a label must stand before it, for "B12", "T4" and "C2" are not codes.
DOTTED = re.compile(r"(?<![\w.])([A-TV-Z]\d[\dAB]\.[\dA-Z]{1,4})(?![\w])")
LABELLED = re.compile(
    r"\b(?:ICD[- ]?10(?:[- ]?CM)?(?:\s+codes?)?|diagnos[ie]s\s+codes?|dx\s+codes?)\s*(?:[:#]|is|of)?\s*\(?"
    r"([A-TV-Z]\d[\dAB](?:\.?[\dA-Z]{1,4})?)(?![\w.]\w)",
    re.IGNORECASE,
)


class Found(NamedTuple):
    """One code, and where it stands."""

    value: str
    span: tuple[int, int]


def icd10(text: str) -> Iterator[Found]:
    """Give each ICD-10-CM code of *text* in order, once each place."""
    seen: dict[tuple[int, int], Found] = {}
    for pattern in (DOTTED, LABELLED):
        for match in pattern.finditer(text):
            seen.setdefault(match.span(1), Found(match[1].upper(), match.span(1)))
    yield from sorted(seen.values(), key=lambda found: found.span)
