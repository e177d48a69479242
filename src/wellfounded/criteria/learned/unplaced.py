"""Lines that are surely requirements and that no part of a reading holds: each is joined to what must be shown.

A requirement that is lost is worse than one too many: without it a case is called whole that is not.
"""

import re
from collections.abc import Iterator, Sequence

from wellfounded.criteria import connectors
from wellfounded.criteria.aside import refuses
from wellfounded.criteria.assemble import Parts, assemble
from wellfounded.criteria.block import Block
from wellfounded.criteria.combine import join
from wellfounded.criteria.learned.lines import HEAD, LEAF
from wellfounded.criteria.learned.opinion import meets
from wellfounded.criteria.sections import Section, sections
from wellfounded.criteria.tree import Grower
from wellfounded.model.criteria import Criterion, Requirement, requirements

_SURE = 0.6  # how likely a line must be a requirement to be joined for itself: of 41 such lines of four hands 37 were
_GOING_ON = 0.1  # and where its number goes on with the list of another
_LEADS = 0.5  # how likely a line must be to lead in those below it
_ELSE = re.compile(r"(?:otherwise|else|if\s+not|in\s+(?:all|any)\s+other\s+cases?)\b", re.IGNORECASE)
_TITLED = {"exclusions", "continuation", "limits", "approval", "codes", "references", "history", "definitions"}


def whole(
    root: Criterion | None, parts: Parts, held: tuple[Block, ...], sure: Sequence[dict[str, float]], grower: Grower
) -> Criterion | None:
    """Give *root* with the requirements that it lost, in the order of the text."""
    if root is None:
        return None
    elsewhere = {id(block) for part in sections(held) if part.kind in _TITLED for block in part.blocks}
    taken = list(_spans(root, parts))
    placed = [any(meets(block, *span) for span in taken) for block in held]
    lost = [False] * len(held)
    for at, (block, one) in enumerate(zip(held, sure, strict=True)):
        if placed[at] or block.kind not in {"item", "para"} or id(block) in elsewhere or one[HEAD] >= one[LEAF] / 2:
            continue
        if connectors.lists(block.text) or _ELSE.match(block.text) or refuses(block.text):
            continue
        lost[at] = placed[at] = one[LEAF] >= (_GOING_ON if _goes_on(held, placed, at) else _SURE)
    found = [
        read
        for first, last in _runs(lost)
        if (read := assemble((_section(held, sure, first, last),), grower, ()).root) is not None
    ]
    return join("all", [root, *found], "") if found else root


def _spans(root: Criterion, parts: Parts) -> Iterator[tuple[int, int]]:
    held: list[Requirement] = [*requirements(root), *parts.exclusions, *parts.limits]
    held += requirements(parts.continuation) if parts.continuation else ()
    held += [leaf for each in parts.aside for leaf in each.of]
    yield from ((leaf.quote.at.start, leaf.quote.at.end) for leaf in held if leaf.quote)


def _goes_on(held: Sequence[Block], placed: Sequence[bool], at: int) -> bool:
    """Whether the number of a line follows that of a requirement above it: "G." after "F."."""
    mark = held[at].mark
    if mark is None or mark.bullet:
        return False
    ahead = {(style, n - 1) for style, n in mark.readings}
    above = ((block.mark, there) for block, there in zip(held[:at], placed[:at], strict=True) if block.mark)
    return any(there and not one.bullet and ahead & {*one.readings} for one, there in above)


def _runs(lost: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Give the first and last place of each run of lost lines."""
    first = None
    for at, one in enumerate([*lost, False]):
        if one and first is None:
            first = at
        elif not one and first is not None:
            yield first, at - 1
            first = None


def _section(held: Sequence[Block], sure: Sequence[dict[str, float]], first: int, last: int) -> Section:
    """Give the lost lines as a section of criteria, under the line that leads them in."""
    over = first > 0 and sure[first - 1][HEAD] >= _LEADS and connectors.lists(held[first - 1].text)
    return Section("criteria", "", blocks=list(held[first - over : last + 1]))
