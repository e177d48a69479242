"""An X12 835 remittance: claims, charges, adjustments and remarks, with the reasons their codes stand for."""

from collections.abc import Iterator

from wellfounded.model.coding import Coding
from wellfounded.model.determination import Field, Kind, Reading
from wellfounded.model.document import Document
from wellfounded.read.payer.segments import SERVED, Line, dated, is_set, lines, once, parties, procedure
from wellfounded.terms import carc, rarc

NAME = "x12_835"


def score(document: Document) -> float:
    """Say whether the document is an 835: sure, or not at all."""
    return 1.0 if is_set(document, "835") else 0.0


def read(document: Document) -> Reading:
    """Read every claim of the remittance."""
    found = once((field for line in lines(document) for field in _fields(line)), "payer", "notice_date")
    return Reading(document.source.id, Kind.EOB, tuple(found))


def _fields(line: Line) -> Iterator[Field]:
    segment = line.segment
    yield from parties(line)
    if segment.name == "BPR":
        yield from dated(line, "notice_date", 16)
    elif segment.name == "CLP":
        if segment[7]:
            yield line.field("claim_number", segment[7], 7)
        yield from _amount(line, 3)
    elif segment.name == "DTM" and segment[1] in SERVED:
        yield from dated(line, "service_date", 2)
    elif segment.name == "REF" and segment[1] == "G1" and segment[2]:
        yield line.field("authorization_number", segment[2], 2)
    elif segment.name == "SVC":
        yield from procedure(line, 1)
    elif segment.name == "CAS":
        yield from _adjustments(line)
    elif segment.name == "LQ" and segment[1] == "HE":
        yield from _remark(line, 2)
    elif segment.name in {"MOA", "MIA"}:
        for at in range(1, len(segment.elements) + 1):
            if rarc.is_valid(segment[at]) and segment[at][:1] in "MN":
                yield from _remark(line, at)


def _amount(line: Line, element: int) -> Iterator[Field]:
    try:
        yield line.field("amount", float(line.segment[element]), element)
    except ValueError:
        return


def _adjustments(line: Line) -> Iterator[Field]:
    """Give each adjustment of a CAS segment: reason, amount and quantity come in threes after the group."""
    for at in range(2, len(line.segment.elements) + 1, 3):
        code = line.segment[at]
        if not carc.is_valid(code):
            continue
        yield line.field("code", Coding("carc", carc.compact(code)), at)
        meaning = carc.meaning(code)
        if meaning.route not in {"settle", "ask"}:
            yield line.field("reason", meaning.reason, at)


def _remark(line: Line, element: int) -> Iterator[Field]:
    code = line.segment[element]
    if rarc.is_valid(code):
        yield line.field("code", Coding("rarc", rarc.compact(code)), element)
