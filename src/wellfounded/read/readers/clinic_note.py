"""A clinic note, or a record of many: diagnoses, treatments, values, function and plans, each with its line."""

import re
from collections.abc import Iterator
from dataclasses import replace

from wellfounded.model.basis import Basis, Derivation, Quote, quotes
from wellfounded.model.determination import Kind, Reading
from wellfounded.model.document import Document
from wellfounded.model.evidence import Evidence, EvidenceKind
from wellfounded.read.chart import grid, measures, scales
from wellfounded.read.chart.allergies import allergies
from wellfounded.read.chart.diagnoses import diagnoses
from wellfounded.read.chart.headings import heading
from wellfounded.read.chart.identity import authors, identity
from wellfounded.read.chart.lexicon import Lexicon, lexicon
from wellfounded.read.chart.measure_names import Point
from wellfounded.read.chart.noise import repaired
from wellfounded.read.chart.outline import Outline, outline
from wellfounded.read.chart.statements import statements
from wellfounded.read.chart.trials import trials

NAME = "clinic_note"
CHART = True

_MARKS = re.compile(
    (
        r"\b(?:HPI|chief complaint|history of present illness|assessment|subjective|objective|review of "
        r"systems|ROS|PMH|past medical history|mental status|physical exam\w*|vital signs|medication list|"
        r"current medications|MRN|date of service|follow[- ]?up|RTC|electronically signed|progress note|SOAP|"
        r"A/P|allergies|PHQ-9|y/o|year[- ]old|pt\b|patient (?:reports|denies|presents|states))\b"
    ),
    re.IGNORECASE,
)
_PAYER = re.compile(
    (
        r"\b(?:dear (?:member|medical director|sir|dr|provider)|we have (?:denied|determined|reviewed)|your "
        r"request|your appeal|right to appeal|notice of|explanation of benefits|coverage criteria|is considered "
        r"medically necessary|policy number|medical policy|to whom it may concern)\b"
    ),
    re.IGNORECASE,
)


_TO_SOFTWARE = re.compile(
    r"\b(?:ignore|disregard|forget)\s+(?:all\s+|any\s+|the\s+|your\s+)*(?:previous|prior|above|earlier)\s+(?:instruct|prompt)"
    r"|^\W*(?:system|assistant|prompt)\s*:|\byou are an? (?:ai|assistant|language model)\b",
    re.IGNORECASE,
)


def score(document: Document) -> float:
    """Say how surely this is a note, 0 to 1: clinical headings and words count for it, a payer's phrases against."""
    head = document.text[:6000]
    marks = {m.group().lower() for m in _MARKS.finditer(head)}
    sections = {
        opened[0] for line in head.splitlines() if (opened := heading(line)) is not None and opened[0] != "other"
    }
    against = len({m.group().lower() for m in _PAYER.finditer(head)})
    return max(0.0, min(0.95, 0.1 * len(marks) + 0.12 * len(sections) - 0.25 * against))


def read(document: Document) -> Reading:
    """Read one document of notes; every value is quoted from it, and a value that is not stated is not there."""
    text = repaired(document.text)
    if text == document.text:
        return _read(document)
    clean = _read(replace(document, text=text))
    fields = tuple(replace(f, basis=document.quote(f.basis.at.start, f.basis.at.end)) for f in clean.fields)
    return replace(
        clean, fields=fields, evidence=tuple(replace(e, basis=_requoted(e.basis, document)) for e in clean.evidence)
    )


def _read(document: Document) -> Reading:
    book, cut = lexicon(), outline(document.text)
    fields = list(identity(document, cut))
    found = [e for e in (*_evidence(document, cut, book), *trials(document, cut, book)) if not _dictated(document, e)]
    author = authors(cut, fields)
    signed = (replace(e, author=author(_place(e))) for e in found)
    return Reading(document.source.id, Kind.CHART_NOTE, tuple(fields), tuple(sorted(signed, key=_place)))


def _dictated(document: Document, evidence: Evidence) -> bool:
    """Whether the line speaks to software that reads it: what it wants written is nobody's finding."""
    at = _place(evidence)
    end = document.text.find("\n", at)
    return bool(_TO_SOFTWARE.search(document.text[document.text.rfind("\n", 0, at) + 1 : end if end >= 0 else None]))


def _requoted(basis: Basis, document: Document) -> Basis:
    """Quote the page as it stands, where it was read with its noise repaired."""
    if isinstance(basis, Derivation):
        return replace(basis, of=tuple(_requoted(part, document) for part in basis.of))
    return document.quote(basis.at.start, basis.at.end) if isinstance(basis, Quote) else basis


def _place(evidence: Evidence) -> int:
    return min(quote.at.start for quote in quotes(evidence.basis))


def _evidence(document: Document, cut: Outline, book: Lexicon) -> Iterator[Evidence]:
    columns, before = grid.Columns(), list[Point]()
    for unit in cut.units:
        if unit.kind == "header":
            yield from (d for d in diagnoses(document, cut, unit, book) if d.coding)
            continue
        note = cut.date(unit)
        points = columns.read(document.text, unit, note)
        if points is None:
            day = columns.inline(document.text, unit, note)
            points = measures.points(document.text, unit, day)
            points += scales.shaped(document.text, unit, day, points)
            if not points and (row := scales.lab_row(document.text, unit, day)):
                points = [row]
        points = points or scales.follow_on(document.text, unit, before, note)
        before = points
        for point in points:
            yield measures.evidence(document, cut, unit, point)
        yield from diagnoses(document, cut, unit, book)
        yield from allergies(document, cut, unit)
        for statement in statements(document, cut, unit):
            if statement.kind is not EvidenceKind.PROCEDURE or not points:
                yield statement
