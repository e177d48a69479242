"""Two versions of a policy: which requirements were added, removed or changed, in words and in slots."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from difflib import SequenceMatcher

from wellfounded.model.criteria import All, AtLeast, Criterion, Not, Policy, Requirement, requirements

_SAME = 0.6  # the share of characters two wordings of one requirement have in common


@dataclass(frozen=True, slots=True)
class SlotChange:
    """One slot of a test, before and after, as words; empty where the test did not have it."""

    name: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: *kind* is added, removed, changed (words or slots), or joined (another operator over it)."""

    kind: str
    old: Requirement | None = None
    new: Requirement | None = None
    slots: tuple[SlotChange, ...] = ()
    joined: tuple[str, str] = ("", "")


def compare(old: Policy, new: Policy) -> tuple[Change, ...]:
    """Name what changed from *old* to *new*, initial criteria and then continuation, in the order of the new text."""
    return (*_trees(old.root, new.root), *_trees(old.continuation, new.continuation))


def _trees(old: Criterion | None, new: Criterion | None) -> Iterator[Change]:
    before = list(requirements(old)) if old else []
    after = list(requirements(new)) if new else []
    joins_old, joins_new = dict(_joins(old)), dict(_joins(new))
    pairs = _pairs(before, after)
    matched = {i for i, _ in pairs.items()}
    for j, requirement in enumerate(after):
        i = next((i for i, k in pairs.items() if k == j), None)
        if i is None:
            yield Change("added", new=requirement)
            continue
        was = before[i]
        slots = _slots(was, requirement)
        if slots or _plain(was.text) != _plain(requirement.text):
            yield Change("changed", was, requirement, slots)
        if joins_old[was.id] != joins_new[requirement.id]:
            yield Change("joined", was, requirement, joined=(joins_old[was.id], joins_new[requirement.id]))
    yield from (Change("removed", old=requirement) for i, requirement in enumerate(before) if i not in matched)


def _pairs(before: list[Requirement], after: list[Requirement]) -> dict[int, int]:
    ranked = sorted(
        (
            (-_likeness(a, b), abs(i - j), i, j)
            for i, a in enumerate(before)
            for j, b in enumerate(after)
            if _likeness(a, b) >= _SAME
        ),
    )
    pairs: dict[int, int] = {}
    for _, _, i, j in ranked:
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def _likeness(a: Requirement, b: Requirement) -> float:
    ratio = SequenceMatcher(None, _plain(a.text), _plain(b.text), autojunk=False).ratio()
    return ratio + 0.05 * (a.asks.kind == b.asks.kind) + 0.02 * (a.label == b.label)


def _plain(text: str) -> str:
    return " ".join(text.lower().split())


def _slots(old: Requirement, new: Requirement) -> tuple[SlotChange, ...]:
    if old.asks.kind != new.asks.kind:
        return (SlotChange("kind", old.asks.kind, new.asks.kind),)
    found = []
    for each in fields(new.asks):
        was, now = getattr(old.asks, each.name), getattr(new.asks, each.name)
        if was != now and not (isinstance(was, str) and isinstance(now, str) and _plain(was) == _plain(now)):
            found.append(SlotChange(each.name, _words(was), _words(now)))
    return tuple(found)


def _words(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        return ", ".join(value)
    return f"{value:g}" if isinstance(value, float) else str(value)


def _joins(node: Criterion | None, above: str = "all") -> Iterator[tuple[str, str]]:
    """Give for each requirement how it is joined with its neighbours."""
    if node is None:
        return
    if isinstance(node, Requirement):
        yield node.id, above
    elif isinstance(node, Not):
        yield from _joins(node.of, f"not {above}" if above else "not")
    else:
        name = f"at least {node.n}" if isinstance(node, AtLeast) else "all" if isinstance(node, All) else "any"
        for part in node.of:
            yield from _joins(part, name)
