"""What an item of an outline is among its like: a way to qualify, an indication, a specialty, a remark."""

import re

from wellfounded.criteria import connectors, flow
from wellfounded.criteria.aside import is_approval, is_note
from wellfounded.criteria.outline import Node, opens
from wellfounded.criteria.tests import strong
from wellfounded.criteria.words import disease, specialties
from wellfounded.model.asks import Absent, Other
from wellfounded.model.criteria import Criterion, requirements


def no_way(node: Node) -> bool:
    """Whether an item cannot be one way among several: an absence grants nothing, "one of" is asked beside others."""
    led = connectors.lead(node.text) if node.under else None
    return bool(led and led.said and led.op == "any") or (not node.under and isinstance(strong(node.text), Absent))


def specialty(text: str) -> bool:
    """Whether *text* is no more than the name of a specialty."""
    return bool(specialties(text)) and len(text.split()) <= 12


# "Lymphedema confirmed" heads what is demanded of everybody; it names no indication beside others.
_ASKED = re.compile(
    r"\b(?:confirmed|established|documented|diagnosed|present|shown|proven|verified|ruled out|excluded)\W*$",
    re.IGNORECASE,
)


def indication(node: Node) -> bool:
    """Whether an item is a condition's name over the criteria for it."""
    return (
        bool(node.under)
        and len(node.text.split()) <= 8
        and disease(node.text) is not None
        and not opens(node.text.rstrip(":"))
        and not _ASKED.search(node.text)
    )


def remark(node: Node) -> bool:
    """Whether an item asks nothing: a note, the length of an approval, an instruction to the reader."""
    return is_note(node.text) or is_approval(node.text) or not flow.strip(node.block.passage)


def is_empty(node: Criterion) -> bool:
    """Whether nothing under *node* is read as a typed test."""
    return all(isinstance(leaf.asks, Other) for leaf in requirements(node))
