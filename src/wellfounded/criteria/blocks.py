"""Lines made into blocks: items with their wrapped lines joined, paragraphs, headings, connectors, table rows."""

import re
from dataclasses import dataclass

from wellfounded.criteria.lines import Line, width
from wellfounded.criteria.marks import Mark, column_mark, mark, readings
from wellfounded.criteria.passage import Passage, join
from wellfounded.criteria.scope import SHEET, is_title, section

CONNECTOR = re.compile(r"^\W*(and/or|and|or|plus)\W*$", re.IGNORECASE)
_ENDS = re.compile(r"[.;:!?]['\"”)]*$|[;,.]\s*(and/or|and|or)\W*$", re.IGNORECASE)
_ANSWER = re.compile(
    r"\s*(?:[\[(☐□▢_]+\s*[xX]?\s*[\])]?\s*)?\b(?:yes|no|n/a)\b\*?(?:\s*\*)?"
    r"(?:\s*[/|,]?\s*(?:[\[(☐□▢_]+\s*[xX]?\s*[\])]?\s*)?\b(?:yes|no|n/a|unknown)\b\*?)+[\s_☐□▢\[\]]*$",
    re.IGNORECASE,
)
# A sentence that opens so begins a paragraph of its own, however full the line above it is.
_TURNS = re.compile(
    r"(?:in addition|additionally|furthermore|notes?\b|the following|all of the|one of the|any of the|at least one"
    r"|alternatively|also|coverage|approval"
    r"|authori[sz]ation|requests?|for all|this policy|exclusion|limitation|renewal|continu|initial|members? must"
    r"|[A-Z][\w ]{0,60} may also"
    r"|[^.]{0,90}\bmedically necessary (?:when|if|for)|[^.]{0,90}\b(?:is|are) covered (?:when|if|for|only))\b",
    re.IGNORECASE,
)
_MEMO = re.compile(r"(?:to|from|re|date|cc|subject|attn|attention|fax|phone|tel|via)\s*:\s*\S", re.IGNORECASE)
_HEAD = 15  # lines in which a letter says from whom it is
_JOINED = re.compile(r"[;,]\s*(?:and/or|and|or)$", re.IGNORECASE)
_BOXES = re.compile(
    r"(?<=^)(?:(?<=\s)|)\b(?:Y(?:es)?\s*/?\s*N(?:o)?(?:\s*/?\s*N/?A)?)\s+(?=[A-Z])"
    r"|(?<=\s)Y\s+N(?:\s+N/?A)?\s+(?=[A-Z])"
)
_CELLS = re.compile(r"\s*\|\s*|\t+")

_OPEN = (
    "a an the of or and to with for by in on at from than that which who is are was were be has have had not no "
    "least following both either one two "
)
_OPEN_WORDS = frozenset(_OPEN.split())


@dataclass(frozen=True, slots=True)
class Block:
    """A run of lines that is read as one thing."""

    kind: str  # item, para, heading, label (a title that opens its paragraph), connector, row
    passage: Passage
    column: int
    mark: Mark | None = None
    gap: bool = False  # white space stands before it
    cells: tuple[Passage, ...] = ()
    answer: str = ""  # what a form asks to be ticked: "yes", "no", or "either" where it does not say

    @property
    def text(self) -> str:
        """Its words."""
        return self.passage.text


@dataclass
class _Open:
    kind: str
    parts: list[Passage]
    last: Line
    column: int
    body: int  # the column at which its text begins
    mark: Mark | None
    gap: bool
    answers: list[str]

    def take(self, line: Line, passage: Passage, answers: list[str]) -> None:
        """Go on with *line*."""
        self.parts.append(passage)
        self.last = line
        self.answers.extend(answers)

    def close(self) -> Block:
        """Give the finished block."""
        return Block(self.kind, join(self.parts), self.column, self.mark, self.gap, answer=_answer(self.answers))


def blocks(held: tuple[Line, ...]) -> tuple[Block, ...]:
    """Join *held* lines into blocks; the order is the order of the text."""
    found: list[Block] = []
    now: _Open | None = None
    wrap = width(held)
    spaced = sum(column_mark(line.raw) is not None for line in held) > 1
    for index, line in enumerate(held):
        following = held[index + 1] if index + 1 < len(held) else None
        if index < _HEAD and _MEMO.match(line.raw):
            continue
        cells = _row(line)
        answers: list[str] = []
        passage = line.passage
        passage = passage.without(_BOXES) if _BOXES.search(passage.text) else passage
        ticked = _ANSWER.search(passage.text)
        if ticked and ticked.start() > 0:
            answers, passage = [ticked[0]], passage.cut(0, ticked.start())
        enumerator, used = mark(passage.text)
        if enumerator is None and spaced and (enumerator := column_mark(line.raw)):
            used = len(enumerator.label) + 1
        if cells:
            kind = "row"
        elif CONNECTOR.match(line.raw):
            kind = "connector"
        elif enumerator and now and _goes_on_inline(now, line.raw):
            now.take(line, passage, answers)
            continue
        elif enumerator and not _stray(enumerator, now, line, wrap):
            kind = "item"
        elif now and now.kind in {"item", "para"} and _goes_on(now, line, wrap, passage.text):
            now.take(line, passage, answers)
            continue
        else:
            kind = "heading" if _heads(line, following) else "para"
        if now:
            found.append(now.close())
            now = None
        if kind == "row":
            found.append(Block("row", passage, line.column, gap=line.gap, cells=cells))
        elif kind == "item":
            body = passage.cut(used)
            now = _Open(kind, [body], line, line.column, line.column + used, enumerator, line.gap, answers)
        elif kind == "para":
            now = _Open(kind, [passage], line, line.column, line.column, None, line.gap, answers)
        else:
            found.append(Block(kind, passage, line.column, gap=line.gap))
    if now:
        found.append(now.close())
    return tuple(block for block in found if block.passage)


def _row(line: Line) -> tuple[Passage, ...]:
    if "|" not in line.raw.strip("|") and "\t" not in line.raw:
        return ()
    passage = Passage(line.raw, tuple(range(line.start, line.start + len(line.raw))))
    cells, last = [], 0
    for found in _CELLS.finditer(line.raw):
        cells.append(passage.cut(last, found.start()))
        last = found.end()
    cells.append(passage.cut(last))
    held = tuple(Passage.of(cell.text, cell.start) if cell else cell for cell in cells)
    held = held[1:] if line.raw.startswith("|") else held
    held = held[:-1] if line.raw.endswith("|") else held
    full = [cell for cell in held if cell]
    if len(full) == 1 and line.raw.startswith("|") and line.raw.endswith("|"):
        return held
    return held if len(full) > 1 and not (len(full) == 2 and mark(line.raw)[0] and "\t" in line.raw) else ()


def _stray(enumerator: Mark, now: _Open | None, line: Line, wrap: int) -> bool:
    """Whether what looks like an enumerator is a wrapped line's first word ("E. coli", "I. The", "5. " of a total)."""
    if now is None or line.gap or enumerator.bullet:
        return False
    if _ENDS.search(now.last.raw):
        return False
    first = min(value for _, value in enumerator.readings)
    rest = line.raw[mark(line.raw)[1] :]
    forced = now.last.edge + 1 + len(line.raw.split()[0]) >= wrap * 0.85
    return forced and first > 1 and now.mark is None and (not rest or rest[0].islower())


def _goes_on_inline(now: _Open, raw: str) -> bool:
    """Whether the open block holds the enumerator before this one inside it: "a) one, b) two, or", then "c) three"."""
    here = re.match(r"(\(?)(\d{1,2}|[a-z]{1,4})\)", raw)
    if not here or re.search(r"[.?]$", now.last.raw):
        return False
    text = " ".join(part.text for part in now.parts)
    before = [dict(readings(each[1])) for each in re.finditer(re.escape(here[1]) + r"(\d{1,2}|[a-z]{1,4})\)\s", text)]
    return any(each.get(style) == value - 1 for style, value in readings(here[2]) for each in before)


def _goes_on(now: _Open, line: Line, wrap: int, text: str) -> bool:
    """Whether *line* is a wrapped line of the open block and not a new one."""
    last = now.last.raw
    if not text or text[0].islower() or text[0] in ",;)/&%≥≤<>=":
        return not line.gap or not _ENDS.search(last)
    if line.gap:
        return False
    if section(text) and is_title(text) and not (now.kind == "item" and line.column > now.column):
        return False
    if (_ENDS.search(last) and _TURNS.match(text)) or SHEET.match(text):
        return False
    if now.kind == "para" and _JOINED.search(last) and text[0].isupper():
        return False  # an item without a mark ended with its connector
    forced = now.last.edge + 1 + len(text.split(maxsplit=1)[0]) >= wrap * 0.85
    hangs = now.kind == "item" and now.body - 1 <= line.column <= now.body + 3 and line.column > now.column
    if hangs:
        return not last.endswith(":") or forced
    if now.kind == "item" and line.column < now.column:
        return False
    if _ENDS.search(last):
        return forced and not last.endswith((":", ";")) and line.column >= now.column
    return forced or last.endswith((",", "(", "/", "-")) or _dangles(last)


def _dangles(last: str) -> bool:
    """Whether a line ends with a word that cannot end a sentence."""
    return last.rsplit(maxsplit=1)[-1].lower() in _OPEN_WORDS


def _heads(line: Line, following: Line | None) -> bool:
    if not is_title(line.raw):
        return False
    labelled = re.match(r"([^:]{2,45}):\s+\S", line.raw)
    if labelled and section(labelled[1]):
        return False  # "Approval duration: 6 months" says what its own title asks
    if section(line.raw) or line.raw.isupper():
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
