"""What the rules made of each block of a policy: a requirement, one of a renewal, an exclusion, a limit, or nothing."""

from collections.abc import Sequence

from wellfounded.criteria.assemble import Parts
from wellfounded.criteria.block import Block
from wellfounded.model.criteria import Requirement, requirements

NOTHING = "none"
_SHARE = 0.3  # of the shorter of two spans


def opinions(held: Sequence[Block], read: Parts) -> tuple[str, ...]:
    """Name for each block what *read* has of it: root, renewal, exclusion, limit or none."""
    spans = [(leaf.quote.at.start, leaf.quote.at.end, name) for name, leaf in _leaves(read) if leaf.quote]
    return tuple(next((name for a, b, name in spans if meets(block, a, b)), NOTHING) for block in held)


def _leaves(read: Parts) -> list[tuple[str, Requirement]]:
    found = [("root", leaf) for leaf in (requirements(read.root) if read.root else ())]
    found += [("renewal", leaf) for leaf in (requirements(read.continuation) if read.continuation else ())]
    return [*found, *(("exclusion", leaf) for leaf in read.exclusions), *(("limit", leaf) for leaf in read.limits)]


def meets(block: Block, start: int, end: int) -> bool:
    """Whether a block and the characters from *start* up to *end* share a good part of the shorter."""
    ours = block.passage.start, block.passage.end
    shared = min(ours[1], end) - max(ours[0], start)
    return shared > _SHARE * min(end - start, ours[1] - ours[0])
