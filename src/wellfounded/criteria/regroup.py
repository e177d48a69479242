"""Items printed at one level although some lead others in: put back under their lead-in by their connectors."""

from wellfounded.criteria.connectors import lead, trailing
from wellfounded.criteria.outline import Node

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
    while rest:
        child = _take(rest)
        node.under.append(child)
        if joined and child.kind == "item" and _last(child) != _WORD[led.op]:
            break
    return node


def _joins(node: Node) -> str:
    return trailing(node.block.passage)[1] if node.kind == "item" else ""


def _last(node: Node) -> str:
    """The connector that ends a node's last item."""
    while node.under:
        node = node.under[-1]
    return _joins(node)
