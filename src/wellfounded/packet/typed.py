"""A document bound as PDF pages on which every passage of its text can be found again."""

import textwrap
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, cast

import msgspec

from wellfounded.model.basis import Quote
from wellfounded.model.document import Document

TEMPLATES = Path(__file__).parent / "templates"
COLUMNS = 116  # of 7.2 pt monospace between the margins
LINES = 80


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

    def find(self, quote: Quote) -> tuple[int, int, int]:
        """Give the PDF page *quote* begins on, and its first and last visible characters there (last excluded)."""
        page = self.document.page(quote.at.start)
        before = _visible(self.document.text[page.start : quote.at.start])
        length = _visible(quote.exact)
        leaf = next((leaf for leaf in self.leaves[page.number] if before < leaf.last), self.leaves[page.number][-1])
        return leaf.page, before - leaf.first, min(before + length, leaf.last) - leaf.first


def bind(document: Document, data: bytes) -> Bound:
    """Bind *document*, whose bytes are *data*: a PDF as it is, anything else set line for line."""
    if document.source.media == "application/pdf":
        whole: dict[int, tuple[Leaf, ...]] = {
            page.number: (Leaf(page.number, 0, len(document.text)),) for page in document.pages
        }
        return Bound(document, data, whole)
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


def compiled(template: str, data: dict[str, Any]) -> bytes:
    """Set one of the packet's own templates with *data*."""
    import typst  # noqa: PLC0415 - 40 ms, wanted only where a page is made

    source = (TEMPLATES / f"{template}.typ").read_bytes()
    held = {"data": msgspec.json.encode(data).decode()}
    return cast("bytes", typst.Compiler(font_paths=_fonts()).compile(source, format="pdf", sys_inputs=held))


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
