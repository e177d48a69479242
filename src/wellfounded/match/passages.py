"""The sentences of the chart's notes as statements with their places: what requirements in words are held to."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from operator import itemgetter

from wellfounded.model.basis import Quote, SourceId, quotes
from wellfounded.model.case import Case
from wellfounded.model.coding import PartialDate
from wellfounded.model.determination import Kind
from wellfounded.model.document import Document
from wellfounded.model.evidence import Assertion, Evidence, EvidenceKind

LONGEST = 700  # characters; a longer run is a table or a form, and no sentence
_NOTES = frozenset({Kind.CHART_NOTE, Kind.LETTER, Kind.OTHER})
_HEADING = re.compile(r"\s*([A-Za-z][A-Za-z/&' -]{0,40}?)\s*:|\s*([A-Z][A-Z/& ,-]{3,60})(?:\(.*\))?\s*$")
_OPENS = re.compile(r"\s*(?:[-*\u2022]\s|\d{1,2}[.)]\s|[A-Z][A-Za-z/&' -]{0,40}:|[A-Z][A-Z/& -]{3,}(?:\s|:|$)|$)")
_BULLET = re.compile(r"\s*(?:[-*\u2022]\s|\d{1,2}[.)]\s)")
_ALONE = re.compile(r"\s*(?:[A-Z][A-Z/& ,-]{3,60}|[A-Z][A-Za-z/&' -]{2,40}:)\s*$")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z\d\"(])|;\s+|\s{3,}(?=[A-Z])")
_SHORT = re.compile(r"(?:\b(?:Dr|Mr|Mrs|Ms|vs|No|St|Jr|approx|e\.g|i\.e)\.|\b[A-Z]\.|^\s*\d{1,2}\.)$")
# The name of the house a paper comes from says nothing of the patient: "NORTH BAY CENTER FOR EATING DISORDERS".
_LETTERHEAD = re.compile(
    r"\s*(?=[^a-z]*$|[^a-z]*(?: - |\s{2,}))(?:[A-Z&][A-Z&.,'\u2019/-]* )*(?:CLINIC|CENT(?:ER|RE)S?|HOSPITAL"
    r"|ASSOCIATES|SPECIALISTS|PARTNERS|PHYSICIANS|PRACTICE|GROUP|INSTITUTE|P?LLC|INC|SURGERY|MEDICINE|PEDIATRICS|PSYCHIATRY|NEUROLOGY|CARDIOLOGY"
    r"|ORTHOPA?EDICS|DERMATOLOGY|LABORATOR(?:Y|IES)|PHARMACY)\b[^a-z\n]*?(?=\s+-\s|\s{2,}|$)\W*"
)
_DATE = re.compile(
    r"(?<![\d/])(?:(\d{4})-(\d{2})(?:-(\d{2}))?|(\d{1,2})/(\d{1,2})/((?:19|20)\d{2})|(\d{1,2})/((?:19"
    r"|20)\d{2}))(?![\d/])"
)
_FAMILY = re.compile(r"^(?:family|fh\b|fhx|fam)", re.IGNORECASE)
_PLAN = re.compile(r"^(?:plan|p$|recommendations?|disposition|orders?)", re.IGNORECASE)
_LISTS = re.compile(r"carried forward|copied|template", re.IGNORECASE)
_place = itemgetter(0)


def passages(case: Case) -> tuple[Evidence, ...]:
    """Give every sentence of every chart note, in order; data files and payers' documents are left out."""
    kinds = {reading.source: reading.kind for reading in case.readings}
    born = PartialDate.of(case.patient.birth_date.value) if case.patient.birth_date else None
    dates = {source: tuple(pair for pair in held if pair[1] != born) for source, held in _dates(case).items()}
    return tuple(
        statement
        for document in case.documents
        if kinds.get(document.source.id) in _NOTES and not document.text.lstrip().startswith(("{", "["))
        for statement in _statements(document, dates.get(document.source.id, ()))
    )


def _dates(case: Case) -> dict[SourceId, tuple[tuple[int, PartialDate], ...]]:
    """Give for each source where in it the chart reader saw notes of which day."""
    found: dict[SourceId, list[tuple[int, PartialDate]]] = {}
    for reading in case.readings:
        for evidence in reading.evidence:
            for quote in quotes(evidence.basis):
                if evidence.written is not None:
                    found.setdefault(quote.at.source, []).append((quote.at.start, evidence.written))
    return {source: tuple(sorted(held)) for source, held in found.items()}


def _statements(document: Document, dates: tuple[tuple[int, PartialDate], ...]) -> Iterator[Evidence]:
    section, top = "", len(document.text) - len(document.text.lstrip())
    head = _first_date(document.text[:1500]) if not dates else None
    for begin, end in _spans(document.text):
        own = _LETTERHEAD.match(document.text, begin, end) if begin <= top else None
        start = own.end() if own else begin
        text = document.text[start:end]
        heading = _HEADING.match(text)
        if heading:
            section = (heading[1] or heading[2]).strip()
        if end - start > LONGEST or _LISTS.search(section) or not any(letter.isalpha() for letter in text):
            continue
        quote = document.quote(start, end)
        yield Evidence(
            EvidenceKind.STATEMENT, "", quote, " ".join(quote.exact.split()), written=_written(start, dates) or head,
            assertion=_meant(section),
        )  # fmt: skip


def _meant(section: str) -> Assertion:
    if _FAMILY.search(section):
        return Assertion(experiencer="family")
    return Assertion(time="planned") if _PLAN.search(section) else Assertion()


def _written(start: int, dates: tuple[tuple[int, PartialDate], ...]) -> PartialDate | None:
    """The day of the nearest statement the chart reader dated."""
    at = bisect_left(dates, start, key=_place)
    before = dates[bisect_left(dates, dates[at - 1][0], key=_place)] if at else None  # the first of one place
    after = dates[at] if at < len(dates) else None
    near = before if after is None or (before and start - before[0] <= after[0] - start) else after
    return near[1] if near else None


def _first_date(head: str) -> PartialDate | None:
    """The latest full date in a note's head; a birth date stands there too and is earlier."""
    return max((day for day in dates_in(head) if day.day), default=None)


def dates_in(text: str) -> tuple[PartialDate, ...]:
    """Give the dates a text names in digits, to the day or the month, in its order."""
    found = []
    for match in _DATE.finditer(text):
        year, month, day = match[1] or match[6] or match[8], match[2] or match[4] or match[7], match[3] or match[5]
        try:
            found.append(PartialDate.parse("-".join(f"{int(part):02d}" for part in (year, month, day) if part)))
        except ValueError:
            continue
    return tuple(found)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Cut text into sentences, mending lines that were broken to fit the page; a heading alone is no part of one."""
    start = at = 0
    alone = False
    bullet = -1  # how far the item that is open is indented; a capital no deeper opens another thing
    for line in text.splitlines(keepends=True):
        indent = len(line) - len(line.lstrip())
        ended = bullet >= 0 and indent <= bullet and line[indent : indent + 1].isupper()
        if (alone or ended or _OPENS.match(line)) and at > start:
            yield from _sentences(text, start, at)
            start = at
            bullet = -1
        if _BULLET.match(line):
            bullet = indent
        alone = bool(_ALONE.match(line))
        at += len(line)
    yield from _sentences(text, start, at)


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for cut in _SENTENCE.finditer(text, start, end):
        if not _SHORT.search(text[at : cut.start()][-12:]):
            yield at, cut.start()
            at = cut.end()
    if text[at:end].strip():
        yield at, end


def source_of(evidence: Evidence) -> Quote | None:
    """Give the passage a statement rests on first, or None where it rests on a person's word alone."""
    return next(iter(quotes(evidence.basis)), None)


def once(held: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """Leave out a sentence where a fact read from it, or the same words, stands there already; order is kept."""
    facts = [each for each in held if each.kind is not EvidenceKind.STATEMENT]
    told = [each for each in held if each.kind is EvidenceKind.STATEMENT and not any(_overlap(each, o) for o in facts)]
    kept = {id(each) for each in (*facts, *told)}
    return tuple(dict.fromkeys(each for each in held if id(each) in kept))


def _overlap(one: Evidence, other: Evidence) -> bool:
    a, b = source_of(one), source_of(other)
    return bool(a and b and a.at.source == b.at.source and a.at.start < b.at.end and b.at.start < a.at.end)
