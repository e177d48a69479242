"""Lines made into blocks: items with their wrapped lines joined, paragraphs, headings, connectors, table rows."""

import re
from dataclasses import dataclass, field, replace

from wellfounded.criteria.block import Block
from wellfounded.criteria.columns import columns
from wellfounded.criteria.groups import grouped
from wellfounded.criteria.lines import Line, width
from wellfounded.criteria.marks import Mark, column_mark, mark
from wellfounded.criteria.passage import Passage, join
from wellfounded.criteria.scope import is_title, section
from wellfounded.criteria.series import series
from wellfounded.criteria.unmarked import unmarked
from wellfounded.criteria.wrap import Open, goes_on, goes_on_inline, stray

CONNECTOR = re.compile(r"^\W*(and/or|and|or|plus)\W*$", re.IGNORECASE)
_ANSWER = re.compile(
    r"\s*(?:[\[(☐□▢_]+\s*[xX]?\s*[\])]?\s*)?\b(?:yes|no|n/a)\b\*?(?:\s*\*)?"
    r"(?:\s*[/|,]?\s*(?:[\[(☐□▢_]+\s*[xX]?\s*[\])]?\s*)?\b(?:yes|no|n/a|unknown)\b\*?)+[\s_☐□▢\[\]]*$",
    re.IGNORECASE,
)
_HASHES = re.compile(r"#{1,6}\s+(?=\S)")
_MEMO = re.compile(r"(?:to|from|re|date|cc|subject|attn|attention|fax|phone|tel|via)\s*:\s*\S", re.IGNORECASE)
_HEAD = 15  # lines in which a letter says from whom it is
_BOXES = re.compile(
    r"(?<=^)(?:(?<=\s)|)\b(?:Y(?:es)?\s*/?\s*N(?:o)?(?:\s*/?\s*N/?A)?)\s+(?=[A-Z])"
    r"|(?<=\s)Y\s+N(?:\s+N/?A)?\s+(?=[A-Z])"
)
# A section of a code of rules, by its number: "471-58-2220   Definitions used in this chapter."
_STATUTE = re.compile(
    r"(?!\d{3}-\d{3}-\d{4}|\d{1,2}-\d{1,2}-\d{2,4}|\d{4}-\d{2}\b|\d{3}-\d{4}\s)"
    r"(?:\u00a7+\s*)?\d{1,4}(?:[-:.]\d{1,4})*[-:]\d{2,5}[A-Za-z]?\.?\s{2,}[A-Z][^:;.]{2,90}\.?$"
)
_NEXT = re.compile(r"[;,.]\s+(?:(?:and|or)\s+)?(?=\(?[A-Za-z0-9]{1,4}\)\s)", re.IGNORECASE)
# The answers to tick, where they stand before the item's number: "Y  N   3a.  Progress on", "[ ] Yes [ ] No  2. ".
_TICKED_AHEAD = re.compile(
    r"(?:(?:[\[(\u2610\u2611\u25a1\u25a2_]+\s?[xX]?\s?[\])]?\s*)?\b(?:YES|NO|Yes|No|Y|N|N/?A)\b\s*[/|]?\s*){2,3}"
    r"|(?:(?:\[\s{0,3}\]|\(\s{1,3}\)|[\u2610\u25a1\u25a2]|_{2,4})\s+){2,3}"
)
_MARGIN = re.compile(r"(AND/OR|AND|OR)\s+(?=\(?[A-Za-z0-9]{1,4}[.)])")
_TICKS = re.compile(
    r"(?:\s+(?:\[\s?[xX]?\s?\]|[\u2610\u2611\u25a1\u25a2]|\(\s\)))+\s*$"
)  # boxes to tick behind a question
_CODED = re.compile(r"[A-Z]{1,6}[-.]?\d+(?:\.\d+)+\s{2,}[A-Z][^.;:]{2,80}$")  # "SP-3.5  Degenerative spondylolisthesis"
# "ADAKVEO - first 6 months" over its items.
_FOR_TIME = re.compile(r"[A-Z][A-Z0-9/, ]{3,40}\s?(?:[\u2013\u2014:]|-{1,2})\s+\S[^.;:,]{2,40}$")
_CELLS = re.compile(r"\s*\|\s*|\t+")


def blocks(held: tuple[Line, ...]) -> tuple[Block, ...]:
    """Join *held* lines into blocks; the order is the order of the text."""
    held = series(held)
    joiner = _Joiner(width(held), spaced=sum(column_mark(line.raw) is not None for line in held) > 1)
    held = tuple(part for line in held for part in _set_off(line))
    set_apart, listed = columns(held), unmarked(held)
    for index, line in enumerate(held):
        if row := set_apart.get(index):
            joiner.close()
            cells = (row.label, row.words)
            joiner.found.append(Block("row", line.passage, line.column, gap=line.gap, cells=cells))
        elif index in listed:
            joiner.take(line, begins=listed[index])
        elif index >= _HEAD or not _MEMO.match(line.raw):
            joiner.read(line, held[index + 1] if index + 1 < len(held) else None)
    joiner.close()
    return tuple(grouped([block for block in joiner.found if block.passage]))


def _set_off(line: Line) -> list[Line]:
    """Put a connector in the margin before an item on a line of its own: "AND   2.  Member has"."""
    ticks = _TICKED_AHEAD.match(line.raw)
    if ticks and mark(line.raw[ticks.end() :])[0]:
        line = _from(line, ticks.end())
    found = _MARGIN.match(line.raw)
    if found is None or not mark(line.raw[found.end() :])[0]:
        return [line]
    return [replace(line, raw=found[1]), replace(_from(line, found.end()), gap=False)]


def _from(line: Line, at: int) -> Line:
    return replace(line, raw=line.raw[at:], start=line.start + at, column=line.column + at)


def cell(held: tuple[Line, ...], wrap: int) -> tuple[Block, ...]:
    """Join the lines of one cell of a table, which wrap at column *wrap*."""
    joiner = _Joiner(wrap, spaced=True)
    for line in held:
        joiner.read(line, None)
    joiner.close()
    return tuple(block for block in joiner.found if block.passage)


@dataclass
class _Joiner:
    wrap: int  # the column at which lines wrap
    spaced: bool  # whether enumerators are set apart by white space alone
    found: list[Block] = field(default_factory=list)
    now: Open | None = None

    def take(self, line: Line, *, begins: bool) -> None:
        """Go on with a list without marks."""
        if begins or self.now is None:
            self.close()
            self.now = Open(
                "item", [line.passage], line, line.column, Mark("", (("bullet line", 0),)), line.column, line.gap
            )
        else:
            self.now.take(line, line.passage, [])

    def read(self, line: Line, following: Line | None) -> None:
        """Go on with the open block, or close it and begin another."""
        passage, answers = line.passage, []
        if hashes := _HASHES.match(line.raw):
            self.close()
            self.found.append(Block("heading", passage.cut(hashes.end()), len(hashes[0]), gap=True))
            return
        passage = passage.without(_BOXES) if _BOXES.search(passage.text) else passage
        ticked = _ANSWER.search(passage.text) or _TICKS.search(passage.text)
        if ticked and ticked.start() > 0:
            answers, passage = [ticked[0]], passage.cut(0, ticked.start())
        enumerator, used = mark(passage.text)
        if enumerator is None and self.spaced and (enumerator := column_mark(line.raw)):
            used = len(enumerator.label) + 1
        cells = _row(line)
        if cells or CONNECTOR.match(line.raw):
            self.close()
            self.found.append(Block("row" if cells else "connector", passage, line.column, gap=line.gap, cells=cells))
        elif self.now and self._same(line, enumerator, passage):
            self.now.take(line, passage, answers)
        elif enumerator:
            self.close()
            body = [passage.cut(used)]
            self.now = Open("item", body, line, line.column + used, enumerator, line.column, line.gap, answers)
        elif _heads(line, following):
            self.close()
            self.found.append(Block("heading", passage, line.column, gap=line.gap))
        else:
            self.close()
            self.now = Open("para", [passage], line, line.column, None, line.column, line.gap, answers)

    def _same(self, line: Line, enumerator: Mark | None, passage: Passage) -> bool:
        now = self.now
        if now is None:
            return False
        if enumerator and not goes_on_inline(now, line.raw) and not stray(enumerator, now, line, self.wrap):
            return False
        return bool(enumerator and goes_on_inline(now, line.raw)) or goes_on(now, line, self.wrap, passage.text)

    def close(self) -> None:
        """Finish the open block."""
        now, self.now = self.now, None
        if now:
            answer = _answer(now.answers)
            self.found += _run_on(Block(now.kind, join(now.parts), now.column, now.mark, now.gap, answer=answer))


def _run_on(block: Block) -> list[Block]:
    """Cut an item whose line holds the next of its list as well: "b) a statin, and c) a diet"."""
    for found in _NEXT.finditer(block.text) if block.mark else ():
        going = mark(block.text[found.end() :])[0]
        if going is None or going.bullet or block.mark is None:
            continue
        at = next((way for way in going.readings if (way[0], way[1] - 1) in block.mark.readings), None)
        if at and at[0].endswith((")", "()")):
            rest = block.passage.cut(found.end() + mark(block.text[found.end() :])[1])
            first = replace(block, passage=block.passage.cut(0, found.end()))
            return [first, *_run_on(replace(block, passage=rest, mark=replace(going, readings=(at,)), gap=False))]
    return [block]


def _row(line: Line) -> tuple[Passage, ...]:
    goes_on = line.raw.startswith("| ") and line.column > 0 and not line.raw.endswith("|")  # its first cell is empty
    if "|" not in line.raw.strip("|") and "\t" not in line.raw and not goes_on:
        return ()
    passage = Passage(line.raw, tuple(range(line.start, line.start + len(line.raw))))
    cells, last = [], 0
    for found in _CELLS.finditer(line.raw):
        cells.append(passage.cut(last, found.start()))
        last = found.end()
    cells.append(passage.cut(last))
    held = tuple(Passage.of(cell.text, cell.start) if cell else cell for cell in cells)
    framed = line.raw.endswith("|")
    held = held[1:] if line.raw.startswith("|") and framed else held  # else a first cell that is empty
    held = held[:-1] if framed else held
    full = [cell for cell in held if cell]
    if len(full) == 1 and line.raw.startswith("|"):
        return held
    return held if len(full) > 1 and not (len(full) == 2 and mark(line.raw)[0] and "\t" in line.raw) else ()


def _heads(line: Line, following: Line | None) -> bool:
    if _STATUTE.match(line.raw) or _CODED.match(line.raw):
        return True
    if not is_title(line.raw) and not (_FOR_TIME.match(line.raw) and following and mark(following.raw)[0]):
        return False
    labelled = re.match(r"([^:]{2,45}):\s+\S", line.raw)
    if labelled and section(labelled[1]):
        return False  # "Approval duration: 6 months" says what its own title asks
    if section(line.raw) or line.raw.isupper():
        return True
    if _FOR_TIME.match(line.raw):
        return True
    if re.search(r":\s+\S", line.raw):
        return False  # "Preferred: Alpha, Beta" names things; it heads nothing
    return following is not None and (line.gap or following.column > line.column) and not line.raw.endswith((".", ";"))


def _answer(answers: list[str]) -> str:
    """Tell which answer a form wants: the one that carries a star, else either."""
    if not answers:
        return ""
    starred = re.findall(r"\b(yes|no)\b\s?\*", " ".join(answers), re.IGNORECASE)
    return starred[0].lower() if len(starred) == 1 else "either"
