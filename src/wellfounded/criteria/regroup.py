"""Items printed at one level although some lead others in: put back under their lead-in by their connectors."""

from wellfounded.criteria.connectors import lead, trailing
from wellfounded.criteria.outline import Node
from wellfounded.criteria.tests import strong

_WORD = {"any": "or", "some": "or", "none": "or", "all": "and"}


def regroup(nodes: list[Node]) -> list[Node]:
    """Give *nodes* with every item that ends in a colon and has no items of its own over those that follow it.

    Its items end with the first that is not joined to the next by the lead-in's word ("or" for "one of these:"); where
    no item carries a connector, all that follow are its.
    """
    found: list[Node] = []
    rest = list(nodes)
    while rest:
        found.append(_take(rest))
    return found


def _take(rest: list[Node]) -> Node:
    node = rest.pop(0)
    led = lead(node.text) if node.kind == "item" and node.text.rstrip().endswith(":") else None
    if (
        led is None
        or node.under
        or not rest
        or any(other.style != node.style for other in rest if other.kind == "item")
    ):
        return node
    joined = any(_joins(other) for other in rest)
    ends = len(rest) if joined else _alike(rest)
    while rest and ends:
        child = _take(rest)
        ends -= 1
        node.under.append(child)
        if joined and child.kind == "item" and _last(child) != _WORD[led.op]:
            break
    return node


# What a list of ways to qualify is made of; nobody lists "prescribed by a neurologist" as a way beside a failed drug.
_WAYS = {"trial": "treatment", "intolerance_or_contraindication": "treatment"}
_ALONE = frozenset({"prescriber", "age", "concurrent", "attestation", "absent", "quantity"})


def _alike(rest: list[Node]) -> int:
    """Tell how many of *rest* are items of the lead-in before them, where nothing but what they ask can tell.

    They end where the tests turn from treatments to something else or back, and before what is asked of every patient.
    """
    kinds = [test.kind if (test := strong(node.text)) else "" for node in rest]
    ways = [_WAYS.get(kind, kind and "finding") for kind in kinds]
    for index in range(1, len(rest)):
        turned = ways[index] and ways[0] and ways[index] != ways[0] and index > 1
        if turned or kinds[index] in _ALONE - {kinds[0]}:
            return index
    return len(rest)


def _joins(node: Node) -> str:
    return trailing(node.block.passage)[1] if node.kind == "item" else ""


def _last(node: Node) -> str:
    """The connector that ends a node's last item."""
    while node.under:
        node = node.under[-1]
    return _joins(node)
