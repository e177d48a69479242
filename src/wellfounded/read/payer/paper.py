"""A payer's paper as lines, cells and sentences, each at its place in the text.

Everything is found in `plain`, a copy of the text of the same length in which typographic quotes, dashes, line ends
and marks of emphasis are their plain selves; an offset found there quotes the document itself.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from wellfounded.model.basis import Quote
from wellfounded.model.document import Document
from wellfounded.wire.caseless import Caseless

PLAIN = {
    **dict.fromkeys("\u2018\u2019\u201b\u00b4\u0060", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    **dict.fromkeys("\u00a0\u2007\u2009\u200a\u202f\u3000*\u2022\u25cf\u25aa\u00b7\u25e6", " "),
}
TRANSLATION = str.maketrans(PLAIN)
BETWEEN_CELLS = re.compile(  # two spaces after a full stop end a sentence, and no cell
    r"\t+ *|(?<![.?!,;]) {2,}\t* *|(?<=[.?!,;]) {2}(?! |[a-zA-Z])\t* *|(?<=[.?!,;]) {3,}\t* *| ?[|\u2502] ?"
)
BRACKETED = re.compile(r"<(?=[^<>\n]{2,60}>)|(?<=[\w.)])>(?=\s|$)")  # the marks of a template's field around its value
ABBREVIATION = Caseless(
    (
        r"(?:\b(?:Dr|Mr|Mrs|Ms|No|Nos|Nr|Sect|Memb|Mbr|Admin|St|vs|Inc|Co|Ltd|Corp|Sec|Ch|Art|Abs|Str|Tel|Ref"
        r"|approx|Jr|Sr"
        r"|Dept|Ste|Apt|Fig|ca|bzw|z|B"
        r"|e\.g|i\.e|U\.S|P\.O|a\.m|p\.m|D\.C|Rev|Eff|Vol|Ver|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov"
        r"|Dec)|(?<![\w.])[A-Z])\.$"
    ),
)
HEAD = 30_000  # characters, some ten pages
ITEM = re.compile(r"\s*\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})$")
DAY = re.compile(r"\d\.\s*(?:Jan|Feb|Mär|Maerz|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)")
STOP = re.compile(r"[.?!:](?=[\"')\]]*(?:\s|$))")
LEADER = re.compile(r"(?<=[\w)])(?: ?(?:\. ?){3,}| ?_{3,}| \.\.(?= )):?(?=\s*\w)")
NUMBERED = re.compile(r"\(?(?:\d{1,2}|[a-zA-Z])[.)]")  # the number of a paragraph is no cell of a table
SCANNED = re.compile(r"(?<=[a-z])0(?=[a-z])")  # a scanned o in a word: "could n0t"
SPACED = re.compile(r"[A-Z](?: [A-Z])+")
BULLET = re.compile(r"\s*(?:[-\u2013\u2022\u25cf\u25aa\u00b7*o>]|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)])\s+")


@dataclass(frozen=True, slots=True)
class Cell:
    """A run of text in a line with wide space on either side."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank; *gap* says whether a blank line stands before it."""

    start: int
    end: int
    text: str
    cells: tuple[Cell, ...]
    gap: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of running text, with its line ends as spaces."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, eq=False)  # known by being the same, since a hash of all its lines costs much
class Paper:
    """A document laid out for reading."""

    document: Document
    plain: str
    lines: tuple[Line, ...]
    sentences: tuple[Sentence, ...]

    def quote(self, start: int, end: int) -> Quote:
        """Quote the document's own characters from *start* up to *end*."""
        return self.document.quote(start, end)

    def line_at(self, offset: int) -> Line:
        """Give the line that holds *offset*, or the last before it."""
        held = self.lines[0]
        for line in self.lines:
            if line.start > offset:
                break
            held = line
        return held

    def sentence_at(self, offset: int) -> Sentence:
        """Give the sentence that holds *offset*, or the last before it."""
        held = self.sentences[0]
        for sentence in self.sentences:
            if sentence.start > offset:
                break
            held = sentence
        return held


def head(document: Document) -> Paper:
    """Lay out as much of a document as tells its kind: a chart of a thousand pages is not read through to say no."""
    return _paper(document, HEAD) if len(document.text) > HEAD else paper(document)


def paper(document: Document) -> Paper:
    """Lay a document out."""
    return _paper(document, len(document.text))


@lru_cache(maxsize=8)
def _paper(document: Document, length: int) -> Paper:
    """Lay out the first *length* characters; every reader asks for them, so the last few papers are kept."""
    spread = SCANNED.sub("o", BRACKETED.sub(" ", LEADER.sub(_colon, document.text[:length].translate(TRANSLATION))))
    lines = tuple(_lines(spread))
    plain = re.sub(r"\s", " ", spread)
    return Paper(document, plain, lines, tuple(_sentences(plain, lines)))


def _colon(leader: re.Match[str]) -> str:
    """Write a row of dots that leads from a label to its value as the colon it stands for, at the same length."""
    return ":".ljust(len(leader[0]))


def clean(text: str) -> str:
    """Give *text* on one line with single spaces, as a value is compared and printed."""
    return " ".join(text.split())


def _lines(text: str) -> list[Line]:
    lines: list[Line] = []
    gap, at = True, 0
    for raw in text.split("\n"):
        start, at = at, at + len(raw) + 1
        body = raw.replace("\f", " ").strip().lstrip("#>").strip("|\u2502~ \t")
        if not body:
            gap = True
            continue
        start += raw.index(body)
        if set(body) <= set("-=_+|: ."):
            gap = True
            continue
        lines.append(Line(start, start + len(body), body, _cells(body, start), gap))
        gap = False
    return lines


def _cells(body: str, start: int) -> tuple[Cell, ...]:
    cells, at = [], 0
    for found in BETWEEN_CELLS.finditer(body):
        if body[at : found.start()].strip():
            cells.append(Cell(start + at, start + found.start(), body[at : found.start()].strip()))
        at = found.end()
    if body[at:].strip():
        cells.append(Cell(start + at, start + len(body), body[at:].strip()))
    if len(cells) > 1 and NUMBERED.fullmatch(cells[0].text):
        cells[:2] = [Cell(cells[0].start, cells[1].end, f"{cells[0].text} {cells[1].text}")]
    if (
        len(cells) > 2
        and all(
            re.fullmatch(r"[A-Za-z][A-Za-z'&., ]{0,14}", cell.text) or SPACED.fullmatch(cell.text) for cell in cells
        )
        and body.isupper()
        and len({len(gap) for gap in re.findall(r" {2,}", body)}) == 1  # the heads of columns stand unevenly
    ):
        # One name, its words or its letters spread wide.
        words = (word.replace(" ", "") if SPACED.fullmatch(word) else word for word in re.split(r"\s{2,}", body))
        return (Cell(start, start + len(body), " ".join(words)),)
    return tuple(cells)


def _sentences(plain: str, lines: tuple[Line, ...]) -> list[Sentence]:
    sentences: list[Sentence] = []
    ends = {line.end for line in lines}
    for start, end in _paragraphs(lines):
        at = start
        for found in STOP.finditer(plain, start, end):
            if ABBREVIATION.search(plain, max(at, found.start() - 12), found.start() + 1):
                continue
            if ITEM.match(plain[at : found.start()]) or DAY.match(plain, found.start() - 1):
                continue
            if found[0] == ":" and found.end() not in ends:
                continue
            _append(sentences, plain, at, found.end())
            at = found.end()
        _append(sentences, plain, at, end)
    return sentences or [Sentence(0, 0, "")]


def _append(sentences: list[Sentence], plain: str, start: int, end: int) -> None:
    text = plain[start:end]
    if text.strip():
        start += len(text) - len(text.lstrip())
        sentences.append(Sentence(start, start + len(text.strip()), text.strip()))


def _paragraphs(lines: tuple[Line, ...]) -> list[tuple[int, int]]:
    """Join the lines of running text; a heading, a label, a bullet, a table row or a blank line begins anew."""
    spans: list[tuple[int, int]] = []
    previous: Line | None = None
    for line in lines:
        joins = (
            previous is not None
            and not line.gap
            and not BULLET.match(line.text)
            and len(previous.cells) == len(line.cells) == 1
            and len(previous.text) > 45
            and not (line.text.isupper() != previous.text.isupper() and len(line.text) < 60)
            and not re.match(r"[A-Z][\w /#.']{1,28}:\s", line.text)
        )
        if joins and spans:
            spans[-1] = (spans[-1][0], line.end)
        else:
            spans.append((line.start, line.end))
        previous = line
    return spans
