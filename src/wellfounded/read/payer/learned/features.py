"""What a tagger is told of each word: its neighbours, the label before it, the head of its column, its part."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from wellfounded.read.payer.learned.tokens import READ, Token, tokens, words
from wellfounded.read.payer.paper import Line, Paper
from wellfounded.read.payer.zones import is_heading, placed

NEAR = (-4, -3, -2, -1, 1, 2, 3, 4)  # words whose place is told
FAR_BACK, FAR_ON = 9, 8  # words that are only told to be there
TOP, MIDDLE, UPPER = 6, 13, 21  # lines from the head
TITLE = 50  # characters of a line that may be a label of the line below
UP = 8  # lines above in which the heads of columns stand


@dataclass(frozen=True, slots=True)
class Layout:
    """A paper's lines, with the heading over each, and its sentences' parts."""

    lines: tuple[Line, ...]
    starts: tuple[int, ...]
    headings: tuple[str, ...]
    upper: tuple[bool, ...]
    parts: tuple[str, ...]
    parts_at: tuple[int, ...]


def layout(paper: Paper) -> Layout:
    """Lay out the paper once for all its words."""
    headings, heading = [], ""
    for line in paper.lines:
        heading = line.text if is_heading(line) else heading
        headings.append(heading)
    parts = placed(paper)
    return Layout(
        paper.lines,
        tuple(line.start for line in paper.lines),
        tuple(headings),
        tuple(line.text.isupper() for line in paper.lines),
        tuple(each.zone.value for each in parts),
        tuple(each.sentence.start for each in parts),
    )


@lru_cache(maxsize=8)
def told(paper: Paper) -> list[list[str]]:
    """Give the features of every word that is tagged, once for all who ask."""
    return features(paper, tokens(paper)[:READ])


def features(paper: Paper, found: Sequence[Token]) -> list[list[str]]:
    """Give the features of each token, in order."""
    laid = layout(paper)
    if not laid.lines:
        return []
    return [[*_own(found[at]), *_beside(found, at), *_placed(paper, laid, found[at])] for at in range(len(found))]


def _own(token: Token) -> Iterator[str]:
    yield from (f"w={token.word}", f"s={token.shape}", f"p={token.word[:3]}", f"x={token.word[-3:]}", "any")
    if token.looks:
        yield f"m={token.looks}"
    if len(token.word) > 4:
        yield "long"


def _beside(found: Sequence[Token], at: int) -> Iterator[str]:
    last = len(found)
    for step in NEAR:
        there = at + step
        if not 0 <= there < last:
            yield f"w{step}=^"
            continue
        yield f"w{step}={found[there].word}"
        if -3 < step < 3:
            yield f"s{step}={found[there].shape}"
            if found[there].looks:
                yield f"m{step}={found[there].looks}"
    for first in (-2, -1, 0, 1):
        if at + first >= 0 and at + first + 1 < last:
            yield f"two{first}={found[at + first].word}|{found[at + first + 1].word}"
    for there in range(max(0, at - FAR_BACK), max(0, at - 1)):
        if found[there].word.isalpha():
            yield f"L={found[there].word}"
    for there in range(at + 2, min(last, at + FAR_ON)):
        if found[there].word.isalpha():
            yield f"R={found[there].word}"


def _placed(paper: Paper, laid: Layout, token: Token) -> Iterator[str]:
    at = max(0, bisect_right(laid.starts, token.start) - 1)
    line = laid.lines[at]
    cells = line.cells
    held = max((n for n, cell in enumerate(cells) if cell.start <= token.start), default=0)
    cell, looks = cells[held], token.looks
    label = _label(paper, line, held, token.start)
    for word in label:
        yield f"lab={word}"
    if label:
        yield "LAB=" + "_".join(label[-3:])
        yield f"LAB{looks}=" + "_".join(label[-2:])
    else:
        yield "unlabelled"
    yield "first=" + "_".join(words(line.text)[:2])
    yield from _above(laid.lines, at, held)
    row = _row(at, len(laid.lines))
    yield f"row={row}"
    if looks and at < MIDDLE:
        yield f"row{looks}={'top' if at < TOP else 'middle'}"
    yield f"cells={min(4, len(cells))}"
    yield f"cell={min(3, held)}"
    if token.start == cell.start:
        yield "opens cell"
    if token.start == line.start:
        yield "opens line"
    if laid.upper[at]:
        yield "upper line"
    part = bisect_right(laid.parts_at, token.start) - 1
    if part >= 0:
        yield f"z={laid.parts[part]}"
        if looks:
            yield f"z{looks}={laid.parts[part]}"
    for word in words(laid.headings[at])[:5]:
        yield f"h={word}"


def _row(at: int, lines: int) -> str:
    if at < TOP:
        return str(at)
    if at < MIDDLE:
        return "high"
    return "upper" if at < UPPER else f"q{4 * at // lines}"


def _label(paper: Paper, line: Line, held: int, start: int) -> tuple[str, ...]:
    """Give the last words of the label a word stands after: before a colon in its cell, or in the cell to its left."""
    before = paper.plain[line.cells[held].start : start]
    if ":" in before:
        return words(before.rpartition(":")[0])[-5:]
    return words(line.cells[held - 1].text)[-5:] if held else ()


def _above(lines: Sequence[Line], at: int, held: int) -> Iterator[str]:
    """Give the words right above, and the head of the column a word stands in."""
    if not at:
        return
    line, up = lines[at], lines[at - 1]
    same = len(up.cells) == len(line.cells) > 1
    over = up.cells[held].text if same else up.text if len(up.text) < TITLE else ""
    for word in words(over)[:5]:
        yield f"up={word}"
    if len(line.cells) == 1:
        return
    for above in reversed(lines[max(0, at - UP) : at]):
        if len(above.cells) > 2 and not any(character.isdigit() for character in above.text):
            place = line.cells[held].start - line.start
            head = min(above.cells, key=lambda cell: abs(cell.start - above.start - place))
            for word in words(head.text)[:3]:
                yield f"col={word}"
            return
