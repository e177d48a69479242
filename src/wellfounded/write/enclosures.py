"""What goes with the letter: each source a sentence rests on, under its exhibit letter, with the pages used."""

import hashlib
import re
from collections.abc import Iterator
from datetime import date

from wellfounded.model.basis import Source
from wellfounded.model.case import Case
from wellfounded.model.criteria import Policy
from wellfounded.model.determination import Kind, Reading
from wellfounded.model.document import Document
from wellfounded.model.letter import Enclosure, Paragraph, Sentence
from wellfounded.write import policyname
from wellfounded.write.dated import note_date
from wellfounded.write.founded import data
from wellfounded.write.notekind import accession, house, titled
from wellfounded.write.words import dates

TITLES = {
    Kind.DENIAL: "Notice of the decision",
    Kind.PARTIAL_APPROVAL: "Notice of the decision",
    Kind.APPROVAL: "Notice of approval",
    Kind.EOB: "Explanation of benefits",
    Kind.POLICY: "Coverage policy",
    Kind.INFORMATION_REQUEST: "Request for information",
    Kind.PEND: "Request for information",
    Kind.LETTER: "Letter",
    Kind.CHART_NOTE: "Chart note",
}
ORDER = ("payer/", "policy/", "chart/")


def sources(case: Case, paragraphs: tuple[Paragraph, ...]) -> tuple[Source, ...]:
    """Give every source some sentence quotes, payer's papers first, then the policy, then the chart by day."""
    used = {quote.at.source for sentence in _sentences(paragraphs) for quote in sentence.quotes}
    held = [document for document in case.documents if document.source.id in used]
    return tuple(document.source for document in sorted(held, key=_place))


def enclosures(case: Case, paragraphs: tuple[Paragraph, ...], policy: Policy | None = None) -> tuple[Enclosure, ...]:
    """Give the exhibits A, B, ..., each with the pages quoted from it.

    Minimum necessary: a page no sentence rests on is left out, but the payer's notice goes whole. Of a record in a data
    format the packet prints the entries that are quoted, and no others.
    """
    used: dict[str, set[int]] = {}
    for sentence in _sentences(paragraphs):
        for quote in sentence.quotes:
            used.setdefault(quote.at.source, set()).add(quote.at.page)
    shown = [case.document(source.id) for source in sources(case, paragraphs)]
    return tuple(
        Enclosure(
            letters(n),
            _title(case, document, policy),
            document.source.id,
            _pages(document, used[document.source.id]),
            len(document.pages),
        )
        for n, document in enumerate(shown)
    )


def letters(n: int) -> str:
    """Give the exhibit letter of the *n*th exhibit from 0: A to Z, then AA."""
    return chr(65 + n) if n < 26 else letters(n // 26 - 1) + chr(65 + n % 26)


def _pages(document: Document, used: set[int]) -> tuple[int, ...]:
    whole = document.source.path.startswith("payer/") or len(used) == len(document.pages)
    return () if whole else tuple(sorted(used))


def _title(case: Case, document: Document, policy: Policy | None) -> str:
    path = document.source.path
    reading = next((each for each in case.readings if each.source == document.source.id), None)
    kind = reading.kind if reading is not None else Kind.POLICY if path.startswith("policy/") else Kind.CHART_NOTE
    kind = Kind.CHART_NOTE if path.startswith("chart/") else kind
    title = TITLES.get(kind, "Record")
    if data(document.source) and (path.startswith("chart/") or kind is Kind.OTHER):
        return "Electronic record, print-out of the entries quoted"
    if path.startswith("policy/") and policy is not None and policy.source in {"", document.source.id, _hash(document)}:
        return ", ".join(part for part in (f"{title} {policy.number}".strip(), policyname.titled(policy)) if part)
    if kind is not Kind.CHART_NOTE:
        return ", ".join(part for part in (title, _when(case, document, reading)) if part)
    name = f"{titled(document)} {accession(document)}".strip()
    whose = _author(case, document) or _house(case, document)
    parts = (f"{name[:1].upper()}{name[1:]}", whose, _when(case, document, reading))
    return ", ".join(part for part in parts if part)


def _hash(document: Document) -> str:
    return hashlib.sha256(document.text.encode()).hexdigest()


def _when(case: Case, document: Document, reading: Reading | None) -> str:
    if reading is not None and reading.evidence:
        born = case.patient.birth_date  # which a note's head states too, and which is never the day of the note
        written = {item.written for item in reading.evidence if item.written is not None}
        days = sorted((day for day in written if born is None or day.earliest() != born.value), key=str)
        if len(days) > 1:
            return f"{dates.day(days[0])} to {dates.day(days[-1])}"
        if days:
            return dates.day(days[0])
    stated = reading.first("notice_date") if reading is not None else None
    if stated is not None and isinstance(stated.value, date):
        return dates.day(stated.value)
    found = note_date(document) if document.source.path.startswith("chart/") else None
    return dates.day(found) if found is not None else ""


def _author(case: Case, document: Document) -> str:
    held = {
        item.author
        for reading in case.readings
        if reading.source == document.source.id
        for item in reading.evidence
        if item.author
    }
    return _titled(held.pop()) if len(held) == 1 else ""


def _house(case: Case, document: Document) -> str:
    """Give the house that made a paper; a head that opens with the patient's name states none."""
    held = house(document)
    names = case.patient.name.value.lower().split() if case.patient.name is not None else []
    return "" if any(len(name) > 3 and name.strip(",.") in held.lower() for name in names) else held


def _titled(author: str) -> str:
    """Give a name with its degrees and nothing that stands after them."""
    found = re.match(
        r"(?:Dr\.? )?[A-Z][\w.'-]*(?: (?!signed)[A-Z][\w.'-]*){0,3}(?:, ?[A-Z][A-Za-z]*(?:-[A-Z]+)*\b)*", author
    )
    return found[0] if found else ""


def _place(document: Document) -> tuple[int, bool, str]:
    path = document.source.path
    first = next((n for n, folder in enumerate(ORDER) if path.startswith(folder)), len(ORDER))
    return first, data(document.source), path


def _sentences(paragraphs: tuple[Paragraph, ...]) -> Iterator[Sentence]:
    for paragraph in paragraphs:
        yield from paragraph.sentences
        yield from (row.shows for row in paragraph.rows)
