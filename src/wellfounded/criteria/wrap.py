"""Whether a line goes on the block above it: by column, by how full that line is, by how it ends."""

import re
from dataclasses import dataclass, field

from wellfounded.criteria.lines import Line
from wellfounded.criteria.marks import Mark, mark, readings
from wellfounded.criteria.passage import Passage
from wellfounded.criteria.scope import SHEET, is_title, section

_ENDS = re.compile(r"[.;:!?]['\"”)]*$|[;,.]\s*(and/or|and|or)\W*$", re.IGNORECASE)
# A sentence that opens so begins a paragraph of its own, however full the line above it is.
_TURNS = re.compile(
    r"(?:in addition|additionally|furthermore|notes?\b|the following|all of the|one of the|any of the|at least one"
    r"|alternatively|also|coverage|approval"
    r"|authori[sz]ation|requests?|for all|this policy|exclusion|limitation|renewal|continu|initial|members? must"
    r"|[A-Z][\w ]{0,60} may also"
    r"|[^.]{0,90}\bmedically necessary (?:when|if|for)|[^.]{0,90}\b(?:is|are) covered (?:when|if|for|only))\b",
    re.IGNORECASE,
)
_JOINED = re.compile(r"[;,]\s*(?:and/or|and|or)$", re.IGNORECASE)
_OPEN = (
    "a an the of or and to with for by in on at from than that which who is are was were be has have had not no "
    "least following both either one two "
)
_OPEN_WORDS = frozenset(_OPEN.split())


@dataclass
class Open:
    """A block whose lines are still being read."""

    kind: str
    parts: list[Passage]
    last: Line
    body: int  # the column at which its text begins
    mark: Mark | None = None
    column: int = 0
    gap: bool = False
    answers: list[str] = field(default_factory=list)

    def take(self, line: Line, passage: Passage, answers: list[str]) -> None:
        """Go on with *line*."""
        self.parts.append(passage)
        self.last = line
        self.answers.extend(answers)


def stray(enumerator: Mark, now: Open | None, line: Line, wrap: int) -> bool:
    """Whether what looks like an enumerator is a wrapped line's first word ("E. coli", "I. The", "5. " of a total)."""
    if now is None or line.gap or enumerator.bullet:
        return False
    if _ENDS.search(now.last.raw):
        return False
    first = min(value for _, value in enumerator.readings)
    rest = line.raw[mark(line.raw)[1] :]
    forced = now.last.edge + 1 + len(line.raw.split()[0]) >= wrap * 0.85
    return forced and first > 1 and now.mark is None and (not rest or rest[0].islower())


def goes_on_inline(now: Open, raw: str) -> bool:
    """Whether the open block holds the enumerator before this one inside it: "a) one, b) two, or", then "c) three"."""
    here = re.match(r"(\(?)(\d{1,2}|[a-z]{1,4})\)", raw)
    if not here or re.search(r"[.?]$", now.last.raw):
        return False
    text = " ".join(part.text for part in now.parts)
    before = [dict(readings(each[1])) for each in re.finditer(re.escape(here[1]) + r"(\d{1,2}|[a-z]{1,4})\)\s", text)]
    return any(each.get(style) == value - 1 for style, value in readings(here[2]) for each in before)


def goes_on(now: Open, line: Line, wrap: int, text: str) -> bool:
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
        if len(now.parts) == 1 and not forced and text[0].isupper() and _titles(now.parts[0].text):
            return False  # "II. Initial authorization", then its text
        return not last.endswith(":") or forced
    if now.kind == "item" and line.column < now.column:
        return False
    if _ENDS.search(last):
        return forced and not last.endswith((":", ";")) and line.column >= now.column
    return forced or last.endswith((",", "(", "/", "-")) or _dangles(last)


def _titles(text: str) -> bool:
    """Whether an item's first line is the title of what stands below it."""
    return is_title(text) and (text.isupper() or bool(section(text)) or len(text.split()) <= 4)


def _dangles(last: str) -> bool:
    """Whether a line ends with a word that cannot end a sentence."""
    return last.rsplit(maxsplit=1)[-1].lower() in _OPEN_WORDS
