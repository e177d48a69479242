"""What a letter says came of a treatment: the clause around its name, and the kind of ending the clause tells."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from wellfounded.check.says import cues
from wellfounded.check.says.plain import phrase
from wellfounded.wire.caseless import small

if TYPE_CHECKING:
    from wellfounded.check.view import Line, Prose

HELPED, NO_EFFECT, NOT_BORNE, FAILED, RELAPSED, STOPPED = (
    "helped", "no effect", "not borne", "failed", "relapsed", "stopped",
)  # fmt: skip
JOINED = phrase(r"\s*(?:\([^()]*\))?\s*(?:,|and|or|/|,\s*and|followed by|then|plus|as well as)?\s*")
TOLD = re.compile(r"(?P<before>.*?)(?:,\s+and|,|\s+and)\s+", re.DOTALL)
BREAK = re.compile(r"[;]|,?\s+\b(?:but|while|whereas|although|however)\b|\.\s")


class Clause(NamedTuple):
    """The words a letter says of one treatment; *span* is its name in the letter."""

    ingredient: str
    text: str
    line: str
    span: tuple[int, int]


class Ended(NamedTuple):
    """One ending told of one treatment; *span* is its name in the letter."""

    ingredient: str
    kinds: frozenset[str]
    span: tuple[int, int]


def clauses(prose: "Prose") -> Iterator[Clause]:
    """Give, for each treatment named in the body, the words of its line that are said of it."""
    for line in prose.body:
        end = line.start + len(line.text)
        named = [each for each in (*prose.agents, *prose.unlisted) if line.start <= each.span[0] < end]
        spans = [(each.span[0] - line.start, each.span[1] - line.start) for each in named]
        for n, each in enumerate(named):
            yield Clause(each.ingredient, _said(line, spans, n), line.text, each.span)


def _said(line: "Line", spans: list[tuple[int, int]], n: int) -> str:
    """The words from the treatment before (and the break after it) to the treatment after; lists share their words."""
    first, last = n, n
    while first > 0 and JOINED.fullmatch(line.text, spans[first - 1][1], spans[first][0]):
        first -= 1
    while last + 1 < len(spans) and JOINED.fullmatch(line.text, spans[last][1], spans[last + 1][0]):
        last += 1
    left = spans[first - 1][1] if first else 0
    right = spans[last + 1][0] if last + 1 < len(spans) else len(line.text)
    breaks = [match.end() for match in BREAK.finditer(line.text, left, spans[n][0])]
    left = breaks[-1] if breaks else left
    told = TOLD.fullmatch(line.text, left, spans[n][0])
    if first == n and told and kinds(told["before"]):
        left = spans[n][0]  # "X did not help enough, and Y had to be stopped": the first half is told of X
    stop = BREAK.search(line.text, spans[n][1], right)
    if stop and last + 1 < len(spans):
        right = stop.start()
    after = line.after if last + 1 == len(spans) and GOES_ON.match(line.after) else ""
    return f"{line.text[left:right]} {after}"


GOES_ON = re.compile(
    r"(?:It|This|That|Treatment|Therapy|The (?:drug|medication|medicine|trial|treatment|dose|response)|(?:She|He"
    r"|They|The patient)"
    r" (?:did not|had (?:no|little|a)|responded|could not|tolerated|stopped|developed|achieved|improved))\b"
)


@lru_cache(maxsize=2048)
def kinds(text: str) -> frozenset[str]:
    """Give the kinds of ending a text tells; words of help that a denial covers do not count."""
    found = set()
    said = small(text)
    bare = cues.NO_EFFECT.sub(lambda match: " " * len(match[0]), said)
    if bare != said:
        found.add(NO_EFFECT)
    if cues.NOT_BORNE.search(bare):
        found.add(NOT_BORNE)
    if any(not cues.denied(bare, match.start()) for match in cues.HELPED.finditer(bare)):
        found.add(HELPED)
    if cues.RELAPSED.search(bare):
        found.add(RELAPSED)
    if cues.STOPPED.search(bare):
        found.add(STOPPED)
    if cues.FAILED.search(bare):
        found.add(FAILED)
    return frozenset(found)


def claims(prose: "Prose") -> Iterator[Ended]:
    """Give each ending that the body tells of a treatment as a thing that happened."""
    for clause in clauses(prose):
        if cues.of_rules(clause.line) or TO_COME.search(clause.text) or cues.FAMILY.search(clause.text):
            continue
        if found := kinds(clause.text):
            yield Ended(clause.ingredient, found, clause.span)


TO_COME = phrase(
    r"\b(?:will|would|may(?! \d)|might|could|should|expected|anticipate[ds]?|likely|request(?:ed|ing)?"
    r"|propose[ds]?|if"
    r"|risk)\b",
)
