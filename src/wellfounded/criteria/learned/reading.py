"""A policy read by the rules and by what labelled policies teach of its lines; the likelier reading is taken."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from wellfounded.criteria import connectors
from wellfounded.criteria.aside import grants
from wellfounded.criteria.assemble import OTHER, Parts, assemble
from wellfounded.criteria.block import Block
from wellfounded.criteria.combine import join
from wellfounded.criteria.learned.lines import HEAD, LEAF, lines
from wellfounded.criteria.learned.opinion import meets, opinions
from wellfounded.criteria.learned.steady import steady
from wellfounded.criteria.learned.typed import retyped
from wellfounded.criteria.learned.unplaced import whole
from wellfounded.criteria.marks import Mark
from wellfounded.criteria.scope import section
from wellfounded.criteria.sections import Section, sections
from wellfounded.criteria.tree import Grower
from wellfounded.model.criteria import All, Aside, AtLeast, Criterion, Not, Requirement, requirements
from wellfounded.model.document import Document

KEPT = 0.5  # how likely a block must be a requirement, or lead some in, to be read as such
DROPPED = 0.12  # how unlikely a requirement's block must be for the requirement to be left out
_MARGIN = 0.05  # by how much the other reading must be likelier than the rules'
_OWN = {"exclusions", "continuation"}  # sections that no label makes criteria of a first request
_ALONE = Mark("", (("bullet line", 0),))

Sure = Sequence[dict[str, float]]


def reading(document: Document, held: tuple[Block, ...], about: tuple[str, ...]) -> tuple[Parts, Grower]:
    """Give what the blocks hold, each requirement typed, and the grower with what was set aside."""
    grower = owner = Grower(document)
    parts = assemble(sections(held), grower, about)
    sure = steady(held, lines(held, about, opinions(held, parts)))
    own = _pruned(parts.root, held, sure) if parts.root else None
    best = _likely(own, held, sure)
    # Where the rules chose one indication among several by its name, no other reading is as sure of that.
    if not parts.scope and best < 1 - _MARGIN:
        other = Grower(document)
        taken = assemble(_trusted(held, sure), other, about)
        renewed = _spans(parts.continuation)
        if _likely(taken.root, held, sure) > best + _MARGIN and not _spans(taken.root) <= renewed:
            own = taken.root
            owner = other
            grower.ambiguous = other.ambiguous
            parts = replace(parts, aside=[*(each for each in parts.aside if each.why != OTHER), *_others(taken)])
    own = _first(own, _spans(parts.continuation))
    own = _kept(own, lambda leaf: not (leaf.text.isupper() and section(leaf.text))) if own else None
    own = whole(own, parts, held, sure, owner)
    grower.said |= owner.said
    parts = replace(
        parts,
        root=retyped(own, grower.said) if own else None,
        continuation=retyped(parts.continuation, grower.said) if parts.continuation else None,
    )
    return parts, grower


def _trusted(held: tuple[Block, ...], sure: Sure) -> tuple[Section, ...]:
    """Cut into sections only what the labels keep; a section that holds requirements holds criteria."""
    kept: list[Block] = []
    for block, one in zip(held, sure, strict=True):
        if block.kind in {"heading", "label", "connector"}:
            kept.append(block)
        elif one[LEAF] + one[HEAD] >= KEPT:
            plain = block.kind == "para" and one[LEAF] >= one[HEAD] and not _spoken(block.text)
            kept.append(replace(block, kind="item", mark=_ALONE) if plain else block)
    found = sections(tuple(kept))
    return tuple(part if part.kind in _OWN else replace(part, kind="criteria", sure=True) for part in found)


def _spoken(text: str) -> bool:
    """Whether a paragraph grants coverage or leads in a list of its own."""
    return bool(grants(text)) or connectors.lists(text)


def _likely(root: Criterion | None, held: tuple[Block, ...], sure: Sure) -> float:
    """Tell how well a reading's requirements agree with what the blocks are likely to be: an expected F1 (0..1)."""
    spans = _spans(root)
    taken = [float(any(meets(block, *span) for span in spans)) for block in held]
    wanted = [one[LEAF] for one in sure]
    both = sum(a * b for a, b in zip(taken, wanted, strict=True))
    return 2 * both / max(sum(taken) + sum(wanted), 1e-9)


def _spans(root: Criterion | None) -> set[tuple[int, int]]:
    return {(leaf.quote.at.start, leaf.quote.at.end) for leaf in (requirements(root) if root else ()) if leaf.quote}


def _others(parts: Parts) -> list[Aside]:
    return [each for each in parts.aside if each.why == OTHER]


def _first(root: Criterion | None, renewed: set[tuple[int, int]]) -> Criterion | None:
    """Leave out of what a first request asks the lines that are asked of going on, where others are left."""
    if root is None or not renewed & _spans(root) or _spans(root) <= renewed:
        return root
    return _kept(root, lambda leaf: leaf.quote is None or (leaf.quote.at.start, leaf.quote.at.end) not in renewed)


def _pruned(node: Criterion, held: tuple[Block, ...], sure: Sure) -> Criterion | None:
    """Leave out the requirements whose blocks are surely none."""

    def stays(leaf: Requirement) -> bool:
        at = leaf.quote.at if leaf.quote else None
        over = [one for block, one in zip(held, sure, strict=True) if at and meets(block, at.start, at.end)]
        return not over or max(one[LEAF] for one in over) >= DROPPED

    return _kept(node, stays)


def _kept(node: Criterion, stays: Callable[[Requirement], bool]) -> Criterion | None:
    """Give *node* with the requirements alone that stay; None where there is none."""
    if isinstance(node, Requirement):
        return node if stays(node) else None
    if isinstance(node, Not):
        inner = _kept(node.of, stays)
        return replace(node, of=inner) if inner else None
    kept = [part for part in (_kept(part, stays) for part in node.of) if part is not None]
    if not kept or len(kept) == len(node.of):
        return replace(node, of=tuple(kept)) if kept else None
    if isinstance(node, AtLeast):
        return replace(node, of=tuple(kept)) if len(kept) >= node.n else None
    return join("all" if isinstance(node, All) else "any", kept, node.label, node.text)
