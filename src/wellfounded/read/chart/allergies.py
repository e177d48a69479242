"""Allergies and intolerances a note lists, each with its reaction."""

import re
from collections.abc import Iterator

from wellfounded.model.document import Document
from wellfounded.model.evidence import Assertion, Evidence, EvidenceKind
from wellfounded.read.chart.outline import Outline, Unit

_NONE = re.compile(r"\b(?:NKDA|NKA|no known (?:drug )?allerg\w+|none|denies|no allergies)\b", re.IGNORECASE)
_ENTRY = re.compile(
    r"(?P<name>[A-Za-z][A-Za-z0-9 /-]{2,40}?)\s*(?:\((?P<r1>[^)]*)\)|(?:\s[-\u2013\u2014]\s*|:\s*|=\s*|\scauses?\s"
    r"|\s+→\s*)(?P<r2>[^,;.\n]+))?\s*(?:[,;.\n]|\band\b|$)"
)
_SKIP_WORDS = """
    allergies allergy and drug drugs environmental food intolerances known medication medications or patient per
    reaction reactions reviewed severity updated verified
"""
_SKIP = frozenset(_SKIP_WORDS.split())


def allergies(document: Document, outline: Outline, unit: Unit) -> Iterator[Evidence]:
    """Give the allergies of one unit of an allergy section; "none known" is one negated statement."""
    if unit.section != "allergies":
        return
    text, note = document.text, outline.date(unit)
    none = _NONE.search(text, unit.start, unit.end)
    if none:
        yield Evidence(
            EvidenceKind.ALLERGY,
            "drug allergy",
            document.quote(none.start(), none.end()),
            statement=none.group(),
            assertion=Assertion(polarity="negated"),
            written=note,
        )
        return
    for match in _ENTRY.finditer(text, unit.start, unit.end):
        name = " ".join(match["name"].split())
        if not name or name.lower() in _SKIP or len(name.split()) > 4:
            continue
        yield Evidence(
            EvidenceKind.ALLERGY,
            name.lower() if name.isupper() or name.istitle() else name,
            document.quote(
                match.start("name"),
                match.end("r1") + 1 if match["r1"] else match.end("r2") if match["r2"] else match.end("name"),
            ),
            statement=" ".join(match.group().split()).rstrip(",;."),
            finding=" ".join((match["r1"] or match["r2"] or "").split()),
            written=note,
        )
