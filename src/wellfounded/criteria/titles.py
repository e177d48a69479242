"""What the words of a title tell: how many of its items, what it is called by, what its item is for."""

import re

from wellfounded.criteria.aside import grants
from wellfounded.criteria.clauses import starts
from wellfounded.criteria.connectors import Lead, lead
from wellfounded.criteria.outline import Node, opens
from wellfounded.criteria.scope import is_title, section

_BRACKET = re.compile(r"\s*\(([^()]+)\)\s*:?\s*$")
_NAMED = re.compile(
    r"^(?:the\s+)?((?:group|section|part|category|pathway|set|tier|list|table|option)\s+[A-Z0-9]{1,3})\b", re.IGNORECASE
)


def counted(title: str) -> tuple[Lead | None, str]:
    """Read a title that counts what stands under it, and what it asks of each in brackets.

    "CHECK AT LEAST TWO (history of treatment with inadequate result)" asks that history of every box.
    """
    bracket = _BRACKET.search(title)
    bare_title = title[: bracket.start()] if bracket else title
    found = lead(bare_title) or lead(title)
    return found, f"{bracket[1]}:" if bracket and found and found.said else ""


def titled(node: Node) -> str:
    """Tell what an item is for that opens with a title of its own: "(b) Limitations. The plan pays for one ..."."""
    head, stop, _ = node.text.partition(". ")
    if node.kind != "item" or not stop or len(head.split()) > 4 or not is_title(head):
        return ""
    kind = section(head)
    return (
        kind if kind in {"limits", "exclusions", "definitions", "references", "codes", "background", "history"} else ""
    )


def titles(node: Node, following: Node) -> bool:
    """Whether an item is only the title of the paragraph behind it: "C-12. Neuropsychological testing"."""
    bare = not node.under and len(node.text.split()) <= 10 and node.text[-1] not in ".;:,?" and not starts(node.text)
    return bare and following.kind == "para" and grants(following.text) is not None and opens(following.text)


def name(text: str) -> str:
    """Give what another sentence may call a section by: "Group A"; empty where *text* opens with no such name."""
    match = _NAMED.match(text)
    return match[1] if match else ""
