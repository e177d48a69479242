"""A file's text with its pages: what every offset counts in."""

from bisect import bisect_right
from dataclasses import dataclass
from operator import attrgetter

from wellfounded.model.basis import Quote, Source, Span


@dataclass(frozen=True, slots=True)
class Page:
    """One page: where it begins and ends in the text, and how sure optical reading was (1.0 for born-digital)."""

    number: int  # from 1
    start: int
    end: int
    confidence: float = 1.0
    scanned: bool = False


_start = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Document:
    """A source and its text; `wellfounded read FILE --text` prints exactly this text."""

    source: Source
    text: str
    pages: tuple[Page, ...]
    remarks: tuple[str, ...] = ()  # what was left out or is doubtful, without a word of the content

    def page(self, offset: int) -> Page:
        """Give the page that holds the character at *offset*."""
        return self.pages[max(0, bisect_right(self.pages, offset, key=_start) - 1)]

    def quote(self, start: int, end: int) -> Quote:
        """Quote the characters from *start* up to *end*, with white space at either side left out."""
        raw = self.text[start:end]
        start += len(raw) - len(raw.lstrip())
        end -= len(raw) - len(raw.rstrip())
        page = self.page(start)
        return Quote(self.text[start:end], Span(self.source.id, start, end, page.number), page.confidence)
