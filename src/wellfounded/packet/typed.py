"""A document bound as PDF pages on which every passage of its text can be found again."""

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, cast

import msgspec

from wellfounded.model.basis import Quote
from wellfounded.model.document import Document

TEMPLATES = Path(__file__).parent / "templates"
COLUMNS = 116  # of 7.2 pt monospace between the margins
LINES = 78
DATA = ("json", "/xml", "+xml", "x12")
HEAD = "Print-out of data from an electronic record: the entries the letter quotes, and no others."


@dataclass(frozen=True, slots=True)
class Leaf:
    """One PDF page (from 1) and the visible characters of a document's page that it shows, counted on that page."""

    page: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Bound:
    """A document as PDF: which PDF pages show each of its pages."""

    document: Document
    pdf: bytes
    leaves: dict[int, tuple[Leaf, ...]]  # by page of the document
    shown: tuple[tuple[int, int], ...] = ()  # the stretches of the text that are printed; empty means all
    names: tuple[str, ...] = ()  # of pages that are pictures, what a screen reader says of each

    def find(self, quote: Quote) -> tuple[int, int, int]:
        """Give the PDF page *quote* begins on, and its first and last visible characters there (last excluded)."""
        page = self.document.page(quote.at.start)
        start, stop = page.start, quote.at.start
        parts = [(max(a, start), min(b, stop)) for a, b in self.shown or ((start, stop),)]
        before = sum(self._printed(self.document.text[a:b]) for a, b in parts if a < b)
        length = self._printed(quote.exact)
        leaf = next((leaf for leaf in self.leaves[page.number] if before < leaf.last), self.leaves[page.number][-1])
        return leaf.page, before - leaf.first, min(before + length, leaf.last) - leaf.first

    def _printed(self, text: str) -> int:
        """Count the visible characters of *text* as printed: an excerpt of data has no bars between fields."""
        return _visible(text.replace("|", "") if self.shown else text)


def bind(document: Document, data: bytes, quotes: Iterable[Quote] = ()) -> Bound:
    """Bind *document*, whose bytes are *data*: a PDF as it is, a picture as itself, anything else set line for line.

    Of a record in a data format only the entries that *quotes* are of are printed: a bundle holds a whole chart and a
    remittance other patients' claims, and neither is anyone's to send (45 CFR 164.502(b)).
    """
    if document.source.media.endswith(DATA):
        return excerpt(document, [quote for quote in quotes if quote.at.source == document.source.id])
    whole: dict[int, tuple[Leaf, ...]] = {
        page.number: (Leaf(page.number, 0, len(document.text)),) for page in document.pages
    }
    if document.source.media == "application/pdf":
        return Bound(document, data, whole)
    if document.source.media.startswith("image/"):
        from wellfounded.wire import framed  # noqa: PLC0415 - its library takes 40 ms, and few charts hold a picture

        return Bound(document, framed.pages(data), whole, names=tuple(_names(document)))
    pages: list[list[str]] = []
    leaves: dict[int, tuple[Leaf, ...]] = {}
    for page in document.pages:
        lines = _wrapped(document.text[page.start : page.end])
        held: list[Leaf] = []
        seen = 0
        for at in range(0, len(lines) or 1, LINES):
            pages.append(lines[at : at + LINES])
            shown = _visible("".join(pages[-1]))
            held.append(Leaf(len(pages), seen, seen + shown))
            seen += shown
        leaves[page.number] = tuple(held)
    return Bound(document, compiled("typed", {"title": document.source.path, "pages": pages}), leaves)


def _names(document: Document) -> Iterator[str]:
    """Say of each picture what it is and what was read in it."""
    title = document.source.path.rpartition("/")[2]
    for page in document.pages:
        read = " ".join(document.text[page.start : page.end].split()) or "no words."
        yield f"{title}, page {page.number}, a picture. Read in it: {read}"


def excerpt(document: Document, quotes: list[Quote]) -> Bound:
    """Print the entries of a data file that *quotes* are of, a field a line, under a line that says what they are."""
    text = document.text
    spans = sorted({(text.rfind("\n", 0, q.at.start) + 1, _end(text, q.at.end)) for q in quotes})
    pages: list[list[str]] = []
    leaves: dict[int, tuple[Leaf, ...]] = {}
    for page in document.pages:
        held = [text[a:b].replace(" | ", "\n    ").replace("|", "") for a, b in spans if page.start <= a < page.end]
        lines = _wrapped("\n\n".join(held)) if held else []
        seen, found = 0, list[Leaf]()
        for at in range(0, len(lines), LINES):
            printed = lines[at : at + LINES]
            pages.append([HEAD, "", *printed])
            count = _visible("".join(printed))
            found.append(Leaf(len(pages), seen - _visible(HEAD), seen + count))
            seen += count
        leaves[page.number] = tuple(found)
    return Bound(
        document, compiled("typed", {"title": document.source.path, "pages": pages or [[HEAD]]}), leaves, tuple(spans)
    )


def _end(text: str, at: int) -> int:
    stop = text.find("\n", at)
    return len(text) if stop < 0 else stop


def compiled(template: str, data: dict[str, Any], *, tagged: bool = False) -> bytes:
    """Set one of the packet's own templates with *data*, as a PDF that keeps PDF/UA-1 where it is *tagged*."""
    import typst  # noqa: PLC0415 - 40 ms, wanted only where a page is made

    source = (TEMPLATES / f"{template}.typ").read_bytes()
    held = {"data": msgspec.json.encode(data).decode()}
    return cast(
        "bytes",
        typst.Compiler(font_paths=_fonts()).compile(
            source, format="pdf", sys_inputs=held, pdf_standards=["ua-1"] if tagged else []
        ),
    )


@cache
def _fonts() -> Any:  # noqa: ANN401 - an object of typst's own
    import typst  # noqa: PLC0415 - as above

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True)


def _visible(text: str) -> int:
    return len("".join(text.split()))


def _wrapped(text: str) -> list[str]:
    out: list[str] = []
    for line in text.rstrip().split("\n"):
        indent = " " * min(len(line) - len(line.lstrip()), COLUMNS // 2)
        out += textwrap.wrap(line, COLUMNS, subsequent_indent=indent, break_on_hyphens=False) or [""]
    return out
