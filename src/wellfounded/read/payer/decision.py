"""What the payer decided: each sentence that decides, which way, and the kind of notice they make together."""

import re
from dataclasses import dataclass
from functools import lru_cache

from wellfounded.model.determination import Kind
from wellfounded.read.payer import decision_words as words
from wellfounded.read.payer.boxes import TICKED, boxed, ticked
from wellfounded.read.payer.decision_words import DENY
from wellfounded.read.payer.paper import Cell, Line, Paper, Sentence
from wellfounded.read.payer.zones import Zone, is_heading, placed
from wellfounded.wire.caseless import Caseless

__all__ = ["DENY", "Tally", "firm", "kind", "tally", "weighed"]

CONDITION = Caseless(r"^\W*(?:if|when|unless|should|once|until|wenn|falls|to\s+avoid|in\s+case)\b")
TRAILING = Caseless(  # "coverage ends if you leave the plan": what would happen, not what was decided
    r"\b(?:ends?|stops?|den(?:y|ied)|(?:not|n't)\s+(?:cover(?:ed)?|pa(?:y|id)|approved?))\W+(?:\w+\W+){0,3}?(?:if|unless)\b"
)
OVERTURNED = Caseless(
    r"(?<!\bnot\s)(?<!n't\s)(?<!never\s)\b(?:overturn(?:ed|ing)?|revers(?:ed|ing)|set\s+aside|changed\s+our)\b"
    r"(?![^.]{0,40}\bin\s+part)"
)
UPHELD = Caseless(r"\b(?:upheld|uphold(?:s|ing)?|stands|affirmed)\b")
ELSEWHERE = (Zone.RIGHTS, Zone.REVIEW, Zone.BOILERPLATE, Zone.TALK)
OUTCOME = Caseless(
    r"(?:partial(?:ly)?\s+|not\s+|non-?\s?)?(?:approved|denied|certified|authori[sz]ed|modified|covered|pended"
    r"|pending|rejected|denial|adverse|upheld|overturned|disallowed|granted)\b(?!\s+(?:amount|units|by))",
)
TELLS = Caseless(r"\b(?:is|was|were|are|has\s+been|have\s+been)\b")  # a subject line that says what was decided
CLAUSES = Caseless(
    r";|,?\s+(?:so|therefore|thus|hence|consequently)\s+(?!that\b)|,\s+(?:and|but)\s+(?=(?:we|the|your|this|it)\b)",
)
OPENS = re.compile(
    r"(?:PARTIALLY\s+|NOT\s+|NON-?)?(?:APPROVED|DENIED|CERTIFIED|AUTHORIZED|PENDED|MODIFIED)(?=\s*[:-]\s)"
)
TITLED, STATED, SAID = 4.0, 4.0, 2.0
HEAD = 16  # lines in which a title stands
BOTH = 0.3  # the smaller of grant and refusal, against the larger, from which a notice does both


@dataclass(frozen=True, slots=True)
class Tally:
    """How much of the notice decides each way."""

    deny: float = 0
    approve: float = 0
    partial: float = 0
    pend: float = 0
    inform: float = 0
    transition: float = 0
    undecided: float = 0
    overturned: float = 0


PATTERNS = {
    "deny": words.DENY,
    "approve": words.APPROVE,
    "partial": words.PARTIAL,
    "pend": words.PEND,
    "inform": words.INFORM,
    "transition": words.TRANSITION,
    "undecided": words.UNDECIDED,
}


@lru_cache(maxsize=8)
def tally(paper: Paper) -> Tally:
    """Weigh titles, stated outcomes and sentences of the notice."""
    sums = dict.fromkeys((*PATTERNS, "overturned"), 0.0)
    for at, line in enumerate(paper.lines[: HEAD * 2]):
        if _title(line, at):
            named = {name for name, pattern in PATTERNS.items() if pattern.search(line.text)}
            if words.NO_APPROVAL.search(line.text):
                named.discard("approve")
            for name in named:
                sums[name] += TITLED
    form, items = boxed(paper), set[str]()
    for each in placed(paper):
        if each.zone in ELSEWHERE or _is_title(paper, each.sentence):
            continue
        cells = paper.line_at(each.sentence.start).cells
        outcomes = _celled(cells) if len(cells) > 1 else set[str]()
        items |= outcomes
        if len(cells) > 2 and not (form and TICKED.search(paper.line_at(each.sentence.start).text)):
            for name in outcomes:
                sums[name] += SAID
            continue
        said = ticked(paper, each.sentence.start, each.sentence.end) if form else each.sentence.text
        for name, weight in weighed(said).items():
            sums[name] += weight
    if {"approve", "deny"} <= items:  # a table in which one item is granted and another refused
        sums["partial"] += TITLED
    return Tally(**sums)


def firm(paper: Paper) -> bool:
    """Whether a title decides, and not only a sentence in passing."""
    decides = (words.DENY, words.APPROVE, words.PARTIAL, words.PEND)
    heads = [line for at, line in enumerate(paper.lines[: HEAD * 2]) if _title(line, at)]
    return any(pattern.search(line.text) for line in heads for pattern in decides)


@lru_cache(maxsize=2000)
def weighed(text: str) -> dict[str, float]:
    """Give what one sentence decides, clause by clause: "we cannot tell whether ..., so the request is denied"."""
    found: dict[str, float] = {}
    for clause in CLAUSES.split(text):
        for name, weight in _clause(clause).items():
            found[name] = max(weight, found.get(name, 0.0))
    return found


def _clause(text: str) -> dict[str, float]:
    stated = words.STATUS.search(text) or OPENS.match(text)
    if stated:
        outcome = text[stated.end() : stated.end() + 60] if stated.re is not OPENS else stated[0]
        found = {name: STATED for name, pattern in PATTERNS.items() if pattern.search(outcome)}
        if "deny" in found and "approve" in found and words.NO_APPROVAL.search(outcome):
            del found["approve"]
        if found:
            return found
    if CONDITION.match(text):
        return {}
    found = {name: SAID for name, pattern in PATTERNS.items() if pattern.search(text)}
    if OVERTURNED.search(text) and "deny" in found:
        return {"overturned": SAID, "approve": SAID}
    if "undecided" in found or TRAILING.search(text):
        found.pop("deny", None)
    if words.MIGHT.search(text) and not (words.FIRM.search(text) or UPHELD.search(text)):
        found.pop("deny", None)
        found.pop("approve", None)
    if "approve" in found and (words.NO_APPROVAL.search(text) or ("deny" in found and not _grants_too(text))):
        del found["approve"]
    return found


def _celled(cells: tuple[Cell, ...]) -> set[str]:
    """Give what the cells of a table's row say of the item in it; only a cell that is nothing but an outcome counts."""
    found = set()
    for cell in cells:
        if len(cell.text) < 40 and not cell.text.endswith(":") and OUTCOME.match(cell.text):
            found |= set(weighed(f"Status: {cell.text}"))
    return found


def _grants_too(text: str) -> bool:
    return bool(re.search(r"\b(?:but|however|while|although|remaining|only|except)\b", text, re.IGNORECASE))


def _is_title(paper: Paper, sentence: Sentence) -> bool:
    line = paper.line_at(sentence.start)
    return _title(line, next((n for n, each in enumerate(paper.lines[: HEAD * 2]) if each is line), HEAD * 9))


def _title(line: Line, at: int) -> bool:
    if at >= HEAD * 2 or re.search(r"\bright|appeal\s+rights|how\s+to|dear", line.text, re.IGNORECASE):
        return False
    if re.match(r"(?:re|subject)\s*:", line.text, re.IGNORECASE):
        return bool(TELLS.search(line.text))
    return (is_heading(line) or line.text.isupper()) and (at < HEAD or line.text.isupper())


def kind(found: Tally) -> Kind:
    """Give the kind of notice a tally makes; `other` where nothing is decided or asked."""
    decided = found.deny + found.approve + found.partial + found.overturned
    if found.transition >= TITLED:
        return Kind.TRANSITION_NOTICE
    if found.undecided and not (found.inform or found.pend or found.approve):
        return Kind.OTHER  # an acknowledgement: a paper came, and nothing is decided or asked
    if found.undecided and found.undecided + found.inform + found.pend >= max(found.deny, found.approve):
        return Kind.PEND if found.pend > found.inform else Kind.INFORMATION_REQUEST
    if found.inform >= TITLED and found.inform > found.deny + found.approve:
        return Kind.PEND if found.pend > found.inform else Kind.INFORMATION_REQUEST
    if found.pend >= TITLED and found.pend > found.deny + found.approve:
        return Kind.PEND
    if decided < SAID:
        if not found.inform and not found.pend:
            return Kind.OTHER
        return Kind.PEND if found.pend > found.inform else Kind.INFORMATION_REQUEST
    if found.overturned and found.approve >= found.deny and not found.partial:
        return Kind.APPROVAL
    if found.partial and (found.approve or found.deny):
        return Kind.PARTIAL_APPROVAL
    if min(found.deny, found.approve) >= SAID and min(found.deny, found.approve) >= BOTH * max(
        found.deny, found.approve
    ):
        return Kind.PARTIAL_APPROVAL
    return Kind.APPROVAL if found.approve > found.deny else Kind.DENIAL
