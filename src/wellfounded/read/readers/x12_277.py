"""An X12 277: the status of a claim, or a request for documents that support it."""

from collections.abc import Iterator

from wellfounded.model.determination import Field, Kind, Reading
from wellfounded.model.document import Document
from wellfounded.read.payer.segments import Line, dated, is_set, lines, once, parties, procedure

NAME = "x12_277"

# First letter, or letter and figure, of the status category in STC01 (X12 code source 507).
CATEGORIES = (
    ("R", Kind.INFORMATION_REQUEST),
    ("F2", Kind.DENIAL),
    ("F1", Kind.EOB),
    ("F", Kind.EOB),
    ("P", Kind.PEND),
    ("A", Kind.OTHER),
)


def score(document: Document) -> float:
    """Say whether the document is a 277: sure, or not at all."""
    return 1.0 if is_set(document, "277") else 0.0


def read(document: Document) -> Reading:
    """Read the status; the first category that calls for an act names the kind."""
    found = lines(document)
    categories = [line.segment[1].split(":")[0] for line in found if line.segment.name == "STC"]
    kinds = [kind for prefix, kind in CATEGORIES for category in categories if category.startswith(prefix)]
    fields = once((field for line in found for field in _fields(line)), "payer", "notice_date", "patient_name")
    return Reading(document.source.id, kinds[0] if kinds else Kind.OTHER, tuple(fields))


def _fields(line: Line) -> Iterator[Field]:
    segment = line.segment
    yield from parties(line)
    if segment.name == "BHT":
        yield from dated(line, "notice_date", 4)
    elif segment.name == "REF" and segment[1] == "1K" and segment[2]:
        yield line.field("claim_number", segment[2], 2)
    elif segment.name == "TRN" and segment[1] == "1" and segment[2]:
        yield line.field("reference_number", segment[2], 2)
    elif segment.name == "DTP" and segment[1] == "472":
        yield from dated(line, "service_date", 3)
    elif segment.name == "DTP" and segment[1] == "106":
        yield from dated(line, "response_due", 3)
    elif segment.name == "SVC":
        yield from procedure(line, 1)
    elif segment.name == "STC" and segment[4]:
        yield from _amount(line)


def _amount(line: Line) -> Iterator[Field]:
    try:
        yield line.field("amount", float(line.segment[4]), 4)
    except ValueError:
        return
