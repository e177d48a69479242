"""One note, or a record of many, read unit by unit into evidence."""

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
from wellfounded.read.chart.identity import authors, identity
from wellfounded.read.chart.lexicon import Lexicon, lexicon
from wellfounded.read.chart.measure_names import Point
from wellfounded.read.chart.noise import repaired
from wellfounded.read.chart.outline import Outline, outline
from wellfounded.read.chart.records import records, strengths
from wellfounded.read.chart.screens import screened, screens
from wellfounded.read.chart.statements import statements
from wellfounded.read.chart.trials import trials
from wellfounded.read.chart.value_days import dated, today
from wellfounded.read.chart.worded import worded
from wellfounded.wire.caseless import Caseless

_TO_SOFTWARE = Caseless(
    r"\b(?:ignore|disregard|forget)\s+(?:all\s+|any\s+|the\s+|your\s+)*(?:previous|prior|above"
    r"|earlier)\s+(?:instruct|prompt)"
    r"|^\W*(?:system|assistant|prompt)\s*:|\byou are an? (?:ai|assistant|language model)\b",
)


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
    rows = list(records(document, book, cut))
    every = (*_evidence(document, cut, book), *strengths(trials(document, cut, book), rows), *rows)
    every = tuple(screened(every, screens(document, cut)))
    found = [e for e in every if not _dictated(document, e)]
    named = {word for field in fields if field.name == "patient_name" for word in _words(str(field.value))}
    found = [e for e in found if e.value is None or not _words(e.name) or not _words(e.name) <= named]
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


def _words(text: str) -> frozenset[str]:
    """Give the words of a name: the patient's own heads no column of values."""
    return frozenset(re.findall(r"[a-z]{2,}", text.lower()))


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
            points = today(document.text, dated(document.text, unit, points, day), day, note)
        points = points or scales.follow_on(document.text, unit, before, note)
        before = points
        yield from worded(document, cut, unit, columns.inline(document.text, unit, note))
        for point in points:
            yield measures.evidence(document, cut, unit, point)
        yield from diagnoses(document, cut, unit, book)
        yield from allergies(document, cut, unit)
        for statement in statements(document, cut, unit):
            if statement.kind is not EvidenceKind.PROCEDURE or not points:
                yield statement
