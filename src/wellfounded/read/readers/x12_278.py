"""An X12 278 response: what was certified, refused, changed or pended, and until when."""

from collections.abc import Iterator

from wellfounded.model.determination import Field, Kind, Reading, ReasonKind
from wellfounded.model.document import Document
from wellfounded.read.payer.reason_words import STRONG, WEAK
from wellfounded.read.payer.segments import Line, dated, day, diagnoses, is_set, lines, once, parties, procedure

NAME = "x12_278"

# HCR01, certification action (X12 code source 306).
ACTIONS = {
    "A1": Kind.APPROVAL,
    "A2": Kind.PARTIAL_APPROVAL,
    "A3": Kind.DENIAL,
    "A4": Kind.PEND,
    "A6": Kind.PARTIAL_APPROVAL,
}
UNITS = {"VS": "visits", "DY": "days", "UN": "units", "HS": "hours", "MO": "months", "WK": "weeks", "FL": "units"}


def score(document: Document) -> float:
    """Say whether the document is a 278 that carries an action or an error: sure, or not at all."""
    return (
        1.0 if is_set(document, "278") and any(line.segment.name in {"HCR", "AAA"} for line in lines(document)) else 0.0
    )


def read(document: Document) -> Reading:
    """Read the response; where lines differ, some certified and some not, it is a partial approval."""
    found = lines(document)
    kinds = [ACTIONS[line.segment[1]] for line in found if line.segment.name == "HCR" and line.segment[1] in ACTIONS]
    kind = _kind(kinds, asks=any(line.segment.name == "PWK" for line in found))
    fields = once((field for line in found for field in _fields(line, kind)), "payer", "notice_date", "patient_name")
    return Reading(document.source.id, kind, tuple(fields))


def _kind(kinds: list[Kind], *, asks: bool) -> Kind:
    if not kinds:
        return Kind.OTHER
    if Kind.APPROVAL in kinds and Kind.DENIAL in kinds:
        return Kind.PARTIAL_APPROVAL
    for kind in (Kind.PARTIAL_APPROVAL, Kind.DENIAL, Kind.PEND):
        if kind in kinds:
            return Kind.INFORMATION_REQUEST if kind is Kind.PEND and asks else kind
    return Kind.APPROVAL


def _fields(line: Line, kind: Kind) -> Iterator[Field]:
    segment = line.segment
    yield from parties(line)
    if segment.name == "BHT":
        yield from dated(line, "notice_date", 4)
    elif segment.name == "TRN" and segment[2]:
        yield line.field("reference_number", segment[2], 2)
    elif segment.name == "HCR" and segment[2]:
        yield line.field("authorization_number", segment[2], 2)
    elif segment.name == "HI":
        yield from diagnoses(line)
    elif segment.name in {"SV1", "SV3"}:
        yield from procedure(line, 1)
    elif segment.name == "SV2":
        yield from procedure(line, 2)
    elif segment.name == "HSD" and segment[2]:
        yield line.field("units", f"{segment[2]} {UNITS.get(segment[1], '')}".strip(), 2)
    elif segment.name == "DTP":
        yield from _dates(line)
    elif segment.name == "MSG" and kind in {Kind.DENIAL, Kind.PARTIAL_APPROVAL}:
        yield from _reasons(line)


def _dates(line: Line) -> Iterator[Field]:
    segment = line.segment
    if segment[1] in {"472", "AAH", "435"}:
        yield from dated(line, "service_date", 3)
    elif segment[1] in {"007", "036"} and "-" in segment[3]:
        yield from dated(line, "valid_from", 3)
        until = day(segment[3].split("-")[1])
        if until:
            yield line.field("valid_to", until, 3)
    elif segment[1] == "007":
        yield from dated(line, "valid_from", 3)
    elif segment[1] == "036":
        yield from dated(line, "valid_to", 3)


def _reasons(line: Line) -> Iterator[Field]:
    """Give the reasons a free message names."""
    for words in (STRONG, WEAK):
        kinds: list[ReasonKind] = [kind for kind, pattern in words.items() if pattern.search(line.segment[1])]
        if kinds:
            yield from (line.field("reason", kind.value, 1) for kind in kinds)
            return
