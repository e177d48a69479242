"""Blocks made into an outline: which item stands under which, by enumerator, by column, by lead-in."""

import re
from dataclasses import dataclass, field

from wellfounded.criteria.aside import grants
from wellfounded.criteria.block import Block
from wellfounded.criteria.connectors import dangles, lead, leading
from wellfounded.criteria.passage import Passage
from wellfounded.criteria.tests import strong
from wellfounded.model.asks import Diagnosis

_ROOT = Block("root", Passage("", ()), -1)
_POINTS = re.compile(
    r":\s*[*_]*$|\b(?:following|below|these|next\s+(?:\w+\s+)?paragraphs?)\b", re.IGNORECASE
)  # what stands below is meant
_GOES_ON = re.compile(r"(?:;|[;,]\s*(?:and|or))$", re.IGNORECASE)
_NEAR = 1  # columns by which two enumerators of one list may differ


@dataclass
class Node:
    """A block and what stands under it."""

    block: Block
    under: list["Node"] = field(default_factory=list)
    style: str = ""
    value: int = 0

    @property
    def kind(self) -> str:
        """Its block's kind."""
        return self.block.kind

    @property
    def text(self) -> str:
        """Its block's words."""
        return self.block.text

    @property
    def label(self) -> str:
        """The plan's own number for it."""
        return self.block.mark.label if self.block.mark else ""

    @property
    def leads(self) -> bool:
        """Whether it says that items follow."""
        return opens(self.text)


def opens(text: str) -> bool:
    """Whether *text* leads items in: a colon at its end, or a phrase such as "all of the following" near it."""
    if text.rstrip(" *_").endswith(":") or dangles(text):
        return True
    found = lead(text)
    if found and not found.said and found.end == len(text):
        return True  # it calls its items by their numbers
    if not found or not found.said:
        return False
    rest = text[found.end :]
    own, _, after = rest.partition(".")
    return len(own) < 60 and len(after) < 200 and not grants(after)


def outline(held: list[Block]) -> Node:
    """Nest *held* blocks; connectors that stand alone are nodes among the items they join."""
    root = Node(_ROOT)
    stack: list[Node] = [root]
    waiting: list[Node] = []
    columns = {block.column for block in held if block.kind == "item"}
    told = len(columns) > 1  # whether columns tell depth in this text
    for block in held:
        node = Node(block)
        if block.kind == "connector":
            waiting.append(node)
            continue
        place = (
            _place_item(node, stack, told=told)
            if block.kind == "item"
            else _place_text(node, stack, joined=bool(waiting))
        )
        place[-1].under.extend([*waiting, node])
        waiting = []
        if len(place) > 1 or node.leads or block.kind in {"item", "heading"}:
            stack = [*place, node]
        # Any other paragraph is a remark between two items, and the list goes on after it.
    return root


def _place_item(node: Node, stack: list[Node], *, told: bool) -> list[Node]:
    """Give the stack whose last node is the parent of this item."""
    readings = node.block.mark.readings if node.block.mark else ()
    column, bullet = node.block.column, bool(node.block.mark and node.block.mark.bullet)
    best: tuple[float, int, str, int] | None = None
    for depth in range(len(stack) - 1, 0, -1):
        entry = stack[depth]
        if entry.kind != "item":
            continue
        for style, value in readings:
            if entry.style != style:
                continue
            score = _fit(entry, value, column, bullet=bullet, told=told, top=depth == len(stack) - 1)
            if score > 0 and (best is None or score > best[0]):
                best = (score, depth, style, value)
    if best:
        _, depth, node.style, node.value = best
        return stack[:depth]
    node.style, node.value = min(readings, key=lambda each: (each[1] != 1, each[1]))
    if bullet:
        node.style, node.value = readings[0]
    return stack[: _parent(node, stack, told=told) + 1]


def _fit(entry: Node, value: int, column: int, *, bullet: bool, told: bool, top: bool) -> float:
    """How well an item goes on the list that *entry* is in; 0 where it does not."""
    away = abs(column - entry.block.column)
    same = away <= _NEAR or not told
    if bullet:
        return 2.0 if same else 0.0
    if value == entry.value + 1:
        return 3.0 if same else 1.5 if away <= 4 else 1.0
    if value == 1 and top and opens(entry.text) and not entry.under:
        return 0.0  # a list in a list, numbered alike
    if value == 1:
        return 0.6 if same and told else 0.0
    return 1.2 if same and told else 0.9 if same and entry.value <= value <= entry.value + 4 else 0.0


def _parent(node: Node, stack: list[Node], *, told: bool) -> int:
    """Give the depth of the node under which a new list begins."""
    for depth in range(len(stack) - 1, 0, -1):
        entry = stack[depth]
        if entry.kind != "item":
            # Under a lead-in or a bare title; a paragraph that leads nothing in holds no list.
            if entry.leads or entry.kind == "heading" or not told or depth == 1:
                return depth
            continue
        if not told or entry.block.column < node.block.column or entry.style.startswith("named"):
            return depth
        if depth == len(stack) - 1 and opens(entry.text) and entry.block.column <= node.block.column + _NEAR:
            return depth
    return 0


def _place_text(node: Node, stack: list[Node], *, joined: bool) -> list[Node]:
    """Give the stack whose last node is the parent of this paragraph, heading or row."""
    if node.kind == "heading":
        return stack[:1]
    for depth in range(len(stack) - 1, 0, -1):
        entry = stack[depth]
        if entry.kind == "item":
            titled = (
                not entry.under
                and not joined
                and not leading(node.block.passage)[1]
                and depth == len(stack) - 1
                and node.block.column >= entry.block.column
                and _is_name(entry.text)
                and isinstance(strong(entry.text), Diagnosis | None)
            )
            if entry.block.column < node.block.column or titled:
                return stack[: depth + 1]
            continue
        if entry.kind == "heading":
            return stack[: depth + 1]
        listed = [child for child in entry.under if child.kind == "item"]
        if any(child.block.column > entry.block.column >= node.block.column for child in entry.under):
            continue  # the paragraphs under it stand further in
        if (
            entry.leads
            and not listed
            and not _closed(entry)
            and _POINTS.search(entry.text)
            and (not node.leads or entry.text.rstrip().endswith(":"))
        ):
            return stack[: depth + 1]
    return stack[:1]


def _closed(entry: Node) -> bool:
    """Whether a list of unmarked paragraphs has ended: its items close with semicolons, its last with a full stop."""
    texts = [child.text for child in entry.under if child.kind == "para"]
    return len(texts) > 1 and texts[-1].endswith(".") and all(_GOES_ON.search(text) for text in texts[:-1])


def _is_name(text: str) -> bool:
    """Whether an item is only a name, under which a paragraph says more: a few words and no full stop."""
    return len(text.split()) <= 9 and text[-1:] not in ".;,?" and not opens(text)
