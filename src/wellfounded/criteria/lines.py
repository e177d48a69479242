"""The lines of a document with their columns, headers and footers of the page left out."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise

from wellfounded.criteria.marks import mark
from wellfounded.criteria.passage import Passage
from wellfounded.model.document import Document

_PAGE_NUMBER = re.compile(
    r"\bpage\s*:?\s*\d+(\s*(of|/)\s*\d+)?\b|^\W*\d{1,3}\W*$|\b(p|pg)\.?\s*\d+\s*(/|of)\s*\d+\s*$"
    r"|^\W*\d+\s+of\s+\d+\W*$",
    re.IGNORECASE,
)
_RULE = re.compile(r"^[\s_\-=*~.·\u2014\u2013|+]{4,}$")
_SPOKEN = re.compile(r"(?:[:;,]|[a-z]{4,}\.)$")
_BLANK = re.compile(r"[A-Za-z)]\s*:\s*_{4,}|_{12,}\s*$")  # a form's blank to be filled in
# A drawn tree's lines, with white space.
_RAILS = (
    " \t\n\r\f\v\u00a0\u2500\u2502\u250c\u2510\u2514\u2518\u251c\u2524\u252c\u2534\u253c\u2550\u2551\u255f\u255a\u2560"
)
_EMPHASIS = re.compile(r"(\*\*|__|\*)(?=\S)(.+?)(?<=\S)\1(?!\w)")  # Markdown, both marks of a pair
_HEADED = 6  # lines in which a document names itself
_NEAR = 3  # a running head stands within three lines of a page's edge or of its page number


@dataclass(frozen=True, slots=True)
class Line:
    """One line that holds text."""

    raw: str  # without the white space at either side
    start: int  # offset of its first character that is not white space
    column: int  # where it begins, tabs counted to the next multiple of four
    gap: bool  # a blank line or a ruled line stands before it
    page: int

    @property
    def edge(self) -> int:
        """The column behind its last character."""
        return self.column + len(self.raw)

    @property
    def passage(self) -> Passage:
        """The line as a passage."""
        return _plain(Passage.of(self.raw, self.start))


def _plain(passage: Passage) -> Passage:
    """Leave the marks of emphasis out; a star that stands alone ("No*") is the paper's own."""
    marks = [
        span for found in _EMPHASIS.finditer(passage.text) for span in (found.span(1), (found.end(2), found.end()))
    ]
    if not marks:
        return passage
    kept = [index for index in range(len(passage.text)) if not any(start <= index < end for start, end in marks)]
    return Passage("".join(passage.text[index] for index in kept), tuple(passage.at[index] for index in kept)).strip()


def lines(document: Document) -> tuple[Line, ...]:
    """Give the lines that hold text, in order, without running heads, page numbers and ruled lines."""
    every = _every(document)
    furniture = _furniture(every)
    kept: list[Line] = []
    gap = False
    for index, line in enumerate(every):
        if index in furniture or _RULE.match(line.raw) or _BLANK.search(line.raw):
            # A running head inside an item must not read as the end of its paragraph.
            gap = gap or bool(_RULE.match(line.raw))
            continue
        kept.append(line if line.gap or not gap else Line(line.raw, line.start, line.column, gap=True, page=line.page))
        gap = False
    return tuple(kept)


def _every(document: Document) -> list[Line]:
    found: list[Line] = []
    offset, gap = 0, True
    for raw in re.split(r"(?<=[\n\f\r\x0b\u2028])", document.text):
        body = raw.lstrip(_RAILS).rstrip()
        if body:
            lead = raw[: len(raw) - len(raw.lstrip(_RAILS))]
            start = offset + len(lead)
            column = len(lead.replace("\f", "").replace("\r", "").expandtabs(4))
            found.append(Line(body, start, column, gap, document.page(start).number))
            gap = False
        else:
            gap = True
        offset += len(raw)
    return found


def _furniture(every: list[Line]) -> set[int]:
    shape = [re.sub(r"\d+", "#", line.raw.lower()) for line in every]
    count = Counter(shape)
    numbered = {index for index, line in enumerate(every) if _PAGE_NUMBER.search(line.raw) and len(line.raw) < 120}
    edges = {i for i in range(1, len(every)) if every[i].page != every[i - 1].page}
    edges |= {index + 1 for index in numbered} | numbered
    ends = {0, len(every)}
    near = {i for edge in edges | ends for i in range(edge - _NEAR, edge + _NEAR)}
    places: dict[str, list[int]] = defaultdict(list)
    for index, text in enumerate(shape):
        places[text].append(index)
    # A running head stands near an edge each time; a sentence that is said twice does not, nor does an item.
    running = {
        index
        for text, held in places.items()
        if len(held) > 1 and len(text) > 5 and near.issuperset(held) and not _SPOKEN.search(text) and not mark(text)[0]
        for index in held
    }
    own_page = {i for i in numbered if _only_furniture(every[i].raw) or count[shape[i]] > 1}
    return running | own_page | _named_again(every, edges)


def _named_again(every: list[Line], edges: set[int]) -> set[int]:
    """Find the running heads printed once: beside a page's edge, in words of the document's own head."""
    named = {word.lower() for line in every[:_HEADED] for word in re.findall(r"[A-Za-z]{3,}", line.raw)}
    found = set()
    for index in {i for edge in edges for i in range(edge - 1, edge + _NEAR) if _HEADED <= i < len(every)}:
        line = every[index]
        words = [word.lower() for word in re.findall(r"[A-Za-z]{3,}", line.raw)]
        spoken = _SPOKEN.search(line.raw) or mark(line.raw)[0] or len(words) > 14
        if len(words) > 1 and not spoken and sum(word in named for word in words) >= 0.6 * len(words):
            found.add(index)
    return found


def _only_furniture(raw: str) -> bool:
    rest = _PAGE_NUMBER.sub("", raw)
    return len(rest.split()) <= 12 and not rest.rstrip().endswith((";", ":", ","))


def width(held: tuple[Line, ...]) -> int:
    """Give the column at which this document's lines wrap: the median edge of lines that surely go on below."""
    pairs = pairwise(held)
    wrapped = sorted(
        a.edge
        for a, b in pairs
        if not b.gap and b.raw[0].islower() and len(b.raw.split()) > 2 and mark(b.raw)[0] is None
    )
    return wrapped[len(wrapped) // 2] if wrapped else 80
