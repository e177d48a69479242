"""Kleene's strong logic of three values over a criteria tree."""

from collections.abc import Iterable, Iterator, Mapping

from wellfounded.model.criteria import All, Any, AtLeast, Criterion, Not, Requirement, requirements
from wellfounded.model.finding import Verdict

NOT = {Verdict.MET: Verdict.NOT_MET, Verdict.NOT_MET: Verdict.MET, Verdict.UNKNOWN: Verdict.UNKNOWN}


def verdict(node: Criterion, leaves: Mapping[str, Verdict]) -> Verdict:
    """Decide *node* from the verdicts of its requirements by id; a group with nothing in it is unknown.

    An empty group is what is left of a list that could not be read: true by logic, and a false claim in a letter.
    """
    if isinstance(node, Requirement):
        return leaves.get(node.id, Verdict.UNKNOWN)
    if isinstance(node, Not):
        return NOT[verdict(node.of, leaves)]
    parts = [verdict(part, leaves) for part in node.of]
    if not parts:
        return Verdict.UNKNOWN
    if isinstance(node, All):
        return every(parts)
    if isinstance(node, Any):
        return some(parts)
    return at_least(node.n, parts) if isinstance(node, AtLeast) else Verdict.UNKNOWN


def denied(node: Criterion, *, under: bool = False) -> Iterator[str]:
    """Give the ids of the requirements that stand under an odd number of Nots: what must not hold."""
    if isinstance(node, Requirement):
        if under:
            yield node.id
    elif isinstance(node, Not):
        yield from denied(node.of, under=not under)
    else:
        for part in node.of:
            yield from denied(part, under=under)


def spared(node: Criterion, leaves: Mapping[str, Verdict], *, wanted: bool = True) -> Iterator[str]:
    """Give the ids of the requirements that a group has no need of: another way to it is shown."""
    good = Verdict.MET if wanted else Verdict.NOT_MET
    if isinstance(node, Requirement):
        return
    if isinstance(node, Not):
        yield from spared(node.of, leaves, wanted=not wanted)
    elif verdict(node, leaves) is good:
        barred = set(denied(node, under=not wanted))
        for leaf in requirements(node):
            if leaves.get(leaf.id) is not (Verdict.NOT_MET if leaf.id in barred else Verdict.MET):
                yield leaf.id
    else:
        for part in node.of:
            yield from spared(part, leaves, wanted=wanted)


def leads(node: Criterion, above: str = "") -> Iterator[tuple[str, str]]:
    """Give for each requirement the lead-ins that stand over it, the widest first."""
    if isinstance(node, Requirement):
        yield node.id, above
        return
    said = f"{above} {node.text}".strip()
    for part in (node.of,) if isinstance(node, Not) else node.of:
        yield from leads(part, said)


def every(parts: Iterable[Verdict]) -> Verdict:
    """Conjunction: the worst of the parts."""
    held = list(parts)
    return at_least(len(held), held)


def some(parts: Iterable[Verdict]) -> Verdict:
    """Disjunction: the best of the parts."""
    return at_least(1, list(parts))


def at_least(n: int, parts: list[Verdict]) -> Verdict:
    """Whether *n* of the parts are met, must fail to be, or may yet be."""
    met = parts.count(Verdict.MET)
    if met >= n:
        return Verdict.MET
    return Verdict.NOT_MET if met + parts.count(Verdict.UNKNOWN) < n else Verdict.UNKNOWN
