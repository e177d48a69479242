"""Values of an X12 print-out as fields, each quoted at its element."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from wellfounded.model.coding import Coding
from wellfounded.model.determination import Field, FieldValue
from wellfounded.model.document import Document
from wellfounded.wire.x12 import Segment, printed

MEDIA = "application/edi-x12"
SERVED = ("472", "150", "232", "434", "AAH", "573")  # DTP and DTM qualifiers of the day of service
PROCEDURE = {"HC": "cpt", "AD": "hcpcs", "N4": "ndc", "NU": "revenue"}
DIAGNOSIS = {"ABK": "icd10cm", "ABF": "icd10cm", "ABJ": "icd10cm", "APR": "icd10cm", "DR": "drg"}


@dataclass(frozen=True, slots=True)
class Line:
    """One segment with the place of its line in the text."""

    document: Document
    segment: Segment
    at: int

    def field(self, name: str, value: FieldValue, first: int, last: int = 0) -> Field:
        """Give a field that quotes elements *first* to *last*."""
        elements = self.segment.elements
        start = self.at + len(self.segment.name) + sum(len(one) + 1 for one in elements[: first - 1]) + 1
        end = self.at + len(self.segment.name) + sum(len(one) + 1 for one in elements[: last or first])
        return Field(name, value, self.document.quote(start, end))


@lru_cache(maxsize=4)
def lines(document: Document) -> tuple[Line, ...]:
    """Give the segments of a document; none where it is no interchange."""
    if document.source.media != MEDIA:
        return ()
    return tuple(Line(document, segment, at) for segment, at in printed(document.text))


def is_set(document: Document, number: str) -> bool:
    """Whether the interchange holds a transaction set of that number (835, 278, 277)."""
    return any(line.segment.name == "ST" and line.segment[1] == number for line in lines(document))


def day(text: str) -> date | None:
    """Read CCYYMMDD, alone or as the first of a range; none where it is no day."""
    digits = text.split("-", maxsplit=1)[0][:8]
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return None


def dated(line: Line, name: str, element: int) -> Iterator[Field]:
    """Give a date field from one element."""
    value = day(line.segment[element])
    if value:
        yield line.field(name, value, element)


def person(line: Line, name: str) -> Iterator[Field]:
    """Give a name from NM1: last, first, middle, said in the order people say it."""
    parts = [line.segment[4], line.segment[5], line.segment[3]]
    said = " ".join(part for part in parts if part)
    if said:
        yield line.field(name, said, 3, 5 if line.segment[5] else 4 if line.segment[4] else 3)


def procedure(line: Line, element: int) -> Iterator[Field]:
    """Give the code of a composite such as HC:90867:25; five characters that open with a letter are HCPCS level II."""
    qualifier, code, *_ = [*line.segment[element].split(":"), "", ""]
    system = PROCEDURE.get(qualifier)
    if system and code:
        yield line.field("code", Coding("hcpcs" if system == "cpt" and code[0].isalpha() else system, code), element)


def diagnoses(line: Line) -> Iterator[Field]:
    """Give every code of an HI segment."""
    for at, element in enumerate(line.segment.elements, 1):
        qualifier, code, *_ = [*element.split(":"), "", ""]
        if qualifier in DIAGNOSIS and code:
            system = DIAGNOSIS[qualifier]
            dotted = f"{code[:3]}.{code[3:]}" if system == "icd10cm" and len(code) > 3 and "." not in code else code
            yield line.field("code", Coding(system, dotted), at)


def parties(line: Line) -> Iterator[Field]:
    """Give payer, patient and member number from N1 and NM1."""
    segment = line.segment
    if segment.name == "N1" and segment[1] == "PR" and segment[2]:
        yield line.field("payer", segment[2], 2)
    if segment.name != "NM1":
        return
    if segment[1] in {"PR", "X3"} and segment[3]:
        yield line.field("payer", segment[3], 3)
    if segment[1] in {"QC", "IL", "74"}:
        if segment[1] != "74":
            yield from person(line, "patient_name")
        if segment[8] in {"MI", "MR", "HN", "C"} and segment[9]:
            yield line.field("member_id", segment[9], 9)


def once(fields: Iterator[Field], *names: str) -> Iterator[Field]:
    """Leave out a value said again, and every value but the first of those *names*."""
    seen: set[tuple[str, str]] = set()
    for one in fields:
        key = one.name, "" if one.name in names else str(one.value)
        if key not in seen:
            seen.add(key)
            yield one
