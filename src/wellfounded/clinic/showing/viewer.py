"""A paper with a box round every passage that was read in it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from wellfounded.clinic.showing import notice, papers
from wellfounded.clinic.showing.papers import Spot
from wellfounded.clinic.showing.said import FIELDS, named
from wellfounded.model.basis import Quote, quotes
from wellfounded.model.criteria import requirements
from wellfounded.model.document import Document
from wellfounded.pipeline import Tour
from wellfounded.wire.words import Box

AT_ONCE = 6  # pages of a short paper shown in a row; a longer one is shown a page at a time
Passage = tuple[str, str, Quote]  # what was read, its value in words, and where
Find = Callable[[Path, Document, int, list[Quote]], list[list[Box]]]
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

    @property
    def later(self) -> bool:
        """Whether the places of its marks come after the page: it must be read anew for them."""
        return bool(self.text) and any(not mark.spots for mark in self.marks)


@dataclass(frozen=True, slots=True)
class View:
    """A paper as it is shown."""

    source: str
    title: str
    total: int
    leaves: list[Leaf]
    asked: str = ""  # the passage that was asked for, in words
    at: str = ""  # and as the address has it


def view(folder: Path, tour: Tour, document: Document, page: int = 1, at: tuple[int, int] | None = None) -> View:
    """Give the pages to show: all of a short paper, else the page asked for or the one with the passage *at*."""
    total = papers.pages(folder, document)
    wanted = _wanted(document, at)
    if wanted is not None:
        page = papers.shown_page(folder, document, wanted)
    page = min(max(1, page), max(1, total))
    shown = range(1, total + 1) if total <= AT_ONCE else range(page, page + 1)
    held = _held(folder, tour, document, shown, wanted)
    places = papers.spots(folder, document, [quote for _, _, quote in held])
    marks = [
        _mark(n, each, papers.shown_page(folder, document, each[2]), spots, strong=each[2] is wanted)
        for n, (each, spots) in enumerate(zip(held, places, strict=True))
    ]
    scanned = {p.number for p in document.pages if p.scanned}
    leaves = [Leaf(n, [m for m in marks if m.page == n], _text(document, n) if n in scanned else "") for n in shown]
    asked = " ".join(wanted.exact.split()) if wanted else ""
    return View(document.source.id, _title(document), total, leaves, asked, at=_span(at) if wanted else "")


def boxed(folder: Path, tour: Tour, document: Document, number: int, at: tuple[int, int] | None, find: Find) -> Leaf:
    """Give one page that is a picture with the place of every mark; *find* reads it anew, which takes two seconds."""
    total, wanted = papers.pages(folder, document), _wanted(document, at)
    shown = range(1, total + 1) if total <= AT_ONCE else range(number, number + 1)
    held = _held(folder, tour, document, shown, wanted)
    here = [(n, each) for n, each in enumerate(held) if each[2].at.page == number]
    boxes = find(folder, document, number, [quote for _, (_, _, quote) in here])
    return Leaf(
        number,
        [
            _mark(n, each, number, papers.placed(folder, document, number, some), strong=each[2] is wanted)
            for (n, each), some in zip(here, boxes, strict=True)
        ],
    )


def _wanted(document: Document, at: tuple[int, int] | None) -> Quote | None:
    return document.quote(*at) if at is not None and 0 <= at[0] < at[1] <= len(document.text) else None


def _held(folder: Path, tour: Tour, document: Document, shown: range, wanted: Quote | None) -> list[Passage]:
    held = [("", "", wanted)] if wanted is not None else list(_passages(tour, document))
    return [each for each in held if papers.shown_page(folder, document, each[2]) in shown][: MOST * len(shown)]


def _mark(n: int, each: Passage, page: int, spots: list[Spot], *, strong: bool) -> Mark:
    label, value, quote = each
    return Mark(
        "here" if strong else f"q{n}", label, value or " ".join(quote.exact.split()), page, spots, strong=strong
    )


def _span(at: tuple[int, int] | None) -> str:
    return f"{at[0]}-{at[1]}" if at is not None else ""


def _passages(tour: Tour, document: Document) -> Iterator[Passage]:
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
