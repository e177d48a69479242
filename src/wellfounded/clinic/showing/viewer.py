"""A paper with a box round every passage that was read in it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from wellfounded.clinic.showing import notice, papers
from wellfounded.clinic.showing.papers import Spot
from wellfounded.clinic.showing.said import FIELDS, named
from wellfounded.model.basis import Quote, quotes
from wellfounded.model.criteria import requirements
from wellfounded.model.document import Document
from wellfounded.pipeline import Tour

AT_ONCE = 6  # pages of a short paper shown in a row; a longer one is shown a page at a time
MOST = 60  # boxes on a page; more is a page of boxes


@dataclass(frozen=True, slots=True)
class Mark:
    """One passage that was read: its name for links, what it says, and where it stands."""

    anchor: str
    label: str
    value: str
    page: int
    spots: list[Spot]
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page that is shown, with the marks on it."""

    number: int
    marks: list[Mark] = field(default_factory=list)
    text: str = ""  # what was read, for a page that is a picture


@dataclass(frozen=True, slots=True)
class View:
    """A paper as it is shown."""

    source: str
    title: str
    total: int
    leaves: list[Leaf]
    asked: str = ""  # the passage that was asked for, in words
    scanned: bool = False


def view(folder: Path, tour: Tour, document: Document, page: int = 1, at: tuple[int, int] | None = None) -> View:
    """Give the pages to show: all of a short paper, else the page asked for or the one with the passage *at*."""
    total = papers.pages(folder, document)
    wanted: Quote | None = None
    if at is not None and 0 <= at[0] < at[1] <= len(document.text):
        wanted = document.quote(*at)
        page = papers.shown_page(folder, document, wanted)
    page = min(max(1, page), max(1, total))
    shown = range(1, total + 1) if total <= AT_ONCE else range(page, page + 1)
    held = [("", "", wanted)] if wanted else list(_passages(tour, document))
    held = [each for each in held if papers.shown_page(folder, document, each[2]) in shown][: MOST * len(shown)]
    places = papers.spots(folder, document, [quote for _, _, quote in held])
    marks = [
        Mark(
            "here" if quote is wanted else f"q{n}",
            label,
            value or " ".join(quote.exact.split()),
            papers.shown_page(folder, document, quote),
            spots,
            strong=quote is wanted,
        )
        for n, ((label, value, quote), spots) in enumerate(zip(held, places, strict=True))
    ]
    scanned = {p.number: p for p in document.pages if p.scanned}
    leaves = [Leaf(n, [m for m in marks if m.page == n], _text(document, n) if n in scanned else "") for n in shown]
    asked = " ".join(wanted.exact.split()) if wanted else ""
    return View(document.source.id, _title(document), total, leaves, asked, scanned=bool(scanned))


def _passages(tour: Tour, document: Document) -> Iterator[tuple[str, str, Quote]]:
    source = document.source.id
    labels = {name: label for name, label, _ in FIELDS}
    for reading in tour.case.readings:
        if reading.source == source:
            for each in reading.fields:
                yield labels.get(each.name, named(each.name)), notice.words(each), each.basis
    for item in tour.case.evidence:
        for quote in quotes(item.basis):
            if quote.at.source == source:
                yield named(item.kind.value), item.name, quote
    if tour.policy is not None and tour.policy.root is not None:
        for requirement in requirements(tour.policy.root):
            if requirement.quote is not None and requirement.quote.at.source == source:
                yield f"Requirement {requirement.label}".strip(), "", requirement.quote


def _title(document: Document) -> str:
    return document.source.path.partition("/")[2] or document.source.path


def _text(document: Document, number: int) -> str:
    return next((document.text[p.start : p.end] for p in document.pages if p.number == number), "")
