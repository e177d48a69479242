"""A list of questions with "If yes, go to 6. If no, deny.": which answers lead to approval."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from wellfounded.criteria.combine import join
from wellfounded.criteria.outline import Node
from wellfounded.criteria.passage import Passage
from wellfounded.model.criteria import Criterion, Not

_TELLS = re.compile(
    r"[\[(]?\s*\bif\s+(?:the\s+answer\s+is\s+)?[\"\u201c]?(?P<answer>yes|no)\b[\"\u201d]?[^.\];]*[.\];)]*",
    re.IGNORECASE,
)
_GO = re.compile(
    (
        r"\b(?:go|skip|proceed|continue|move|advance)\s+(?:directly\s+)?to\s+(?:questions?\s*|q\.?\s*)?(?:#|no\.?\s*"
        r"|number\s*)?(\d{1,2}|[A-Z])\b"
    ),
    re.IGNORECASE,
)
_DENY = re.compile(
    (
        r"\b(?:deny|denied|denial|do not approve|not approv\w+|not met|stop|refer|does not (?:meet|qualify)"
        r"|not (?:covered|eligible))\b"
    ),
    re.IGNORECASE,
)
_END = re.compile(r"\bno further (?:questions?|review)\b", re.IGNORECASE)
_APPROVE = re.compile(r"\b(?:approve[sd]?|approval|authori[sz]e|criteria (?:are )?met|grant)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Question:
    """A question, and what each answer leads to: deny, approve, next, or the number of another question."""

    node: Node
    passage: Passage
    yes: str
    no: str

    def answers(self) -> tuple[tuple[str, str], tuple[str, str]]:
        """Each answer with what it leads to."""
        return (("yes", self.yes), ("no", self.no))


def strip(passage: Passage) -> Passage:
    """Leave the instructions that follow a question out."""
    first = _TELLS.search(passage.text)
    return passage.cut(0, first.start()) if first else passage


def questions(nodes: list[Node]) -> list[Question]:
    """Read *nodes* as questions with instructions; empty where fewer than two say what an answer leads to."""
    items = [node for node in nodes if node.kind == "item"]
    told = [node for node in items if _told(node)]
    if len(told) < 2 or len(told) * 2 < len(items):
        return []
    return [_question(node) for node in items]


def _told(node: Node) -> str:
    own = " ".join(match[0] for match in _TELLS.finditer(node.text))
    return " ".join([own, *(child.text for child in node.under if _TELLS.match(child.text))]).strip()


def _question(node: Node) -> Question:
    answers = {"yes": "next", "no": "deny"}
    for match in _TELLS.finditer(_told(node)):
        answers[match["answer"].lower()] = _leads(match[0], match["answer"].lower())
    return Question(node, strip(node.block.passage), answers["yes"], answers["no"])


def _leads(text: str, answer: str) -> str:
    if go := _GO.search(text):
        return go[1]
    if _DENY.search(text):
        return "deny"
    if _END.search(text):
        return "deny" if answer == "no" else "approve"
    return "approve" if _APPROVE.search(text) else "next"


def follow(asked: list[Question], grow: Callable[[Question], Criterion | None]) -> list[Criterion]:
    """Follow questions from the first: what must be answered how, for approval to be reached."""
    labels = [each.node.label.removeprefix("Q") for each in asked]
    found: list[Criterion] = []
    at = 0
    while at < len(asked):
        each = asked[at]
        elsewhere = {each.yes, each.no} - {"next", "deny", "approve", *labels}
        own = None if elsewhere else grow(each)
        if own is None:  # it only sends the reader to another list
            at += 1
            continue
        goals = {answer: labels.index(goal) for answer, goal in each.answers() if goal in labels}
        skip = max((goal for goal in goals.values() if goal > at + 1), default=0)
        if skip or (each.yes == "approve" and each.no == "next"):
            end = skip or len(asked)
            between = follow(asked[at + 1 : end], grow)
            passed = Not(own, own.label) if skip and goals.get("no") == skip else own
            found.append(join("any", [passed, join("all", between, "")], "") if between else passed)
            at = end
            continue
        found.append(Not(own, own.label) if each.yes == "deny" else own)
        at += 1
    return found
