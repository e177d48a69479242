"""Why the payer refused: read from the sentences that decide and explain, never from the rights or the boilerplate.

"Not medically necessary" stands in almost every notice, as one of the things that could be appealed. It is a reason
only where this notice says it of this request.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from wellfounded.model.determination import Field, ReasonKind
from wellfounded.read.payer.decision import DENY
from wellfounded.read.payer.paper import Paper, Sentence
from wellfounded.read.payer.reason_words import STRONG, WEAK
from wellfounded.read.payer.zones import Placed, Zone, placed

NOT_THIS = re.compile(
    r"(?:\bnot|n't|never|rather than|instead of|neither|regardless of"
    r"|no question of)\s+(?:\w+\s+){0,3}?(?:based on|because(?: of)?|due to|a (?:determination"
    r"|decision|finding|matter|question)(?: of| about| that)?|consider(?:ed)?"
    r"|in dispute|address(?:ed)?|about|review(?:ed)?|evaluat\w+|decid\w+|determin\w+(?: whether)?)[^.;]{0,50}$",
    re.IGNORECASE,
)
CONDITION = re.compile(
    r"^\W*(?:if|when|unless|should|whenever|in case|falls|wenn|to (?:avoid|prevent)|please|where|for future)\b",
    re.IGNORECASE,
)
CAUSE = re.compile(
    r"\b(?:because|due to|since|as the|reason(?:s)?(?: for)?|based on|for lack of|for want of|weil"
    r"|da\b|aufgrund|grund)\b",
    re.IGNORECASE,
)
CHECKED = re.compile(r"[\[(]\s?[xX\u2713\u2714]\s?[\])]|[\u2611\u2612\u2713\u2714]|_[xX]_")
UNCHECKED = re.compile(r"[\[(]\s{0,3}[\])]|[\u2610\u25a1]|(?:^|\s)_{2,}(?=\s+[A-Z])")
LISTED = 3  # kinds in one sentence that is not the decision: a list of what may be appealed


@dataclass(frozen=True, slots=True)
class Seen:
    """One place where a reason is given, and how much it weighs."""

    kind: ReasonKind
    start: int
    end: int
    weight: float


def reasons(paper: Paper, *, drug: bool) -> Iterator[Field]:
    """Give each reason once, at the place that says it best; *drug*: the request is for a medicine."""
    strong, weak = _seen(paper, STRONG), _seen(paper, WEAK)
    chosen = _best(strong) or _best(weak)
    if drug and ReasonKind.ALTERNATIVES_NOT_EXHAUSTED in chosen:
        # For a medicine the tries that must come first are a step of its formulary.
        moved = chosen.pop(ReasonKind.ALTERNATIVES_NOT_EXHAUSTED)
        chosen.setdefault(ReasonKind.STEP_THERAPY, moved)
    for kind, seen in sorted(chosen.items(), key=lambda one: one[1].start):
        yield Field("reason", kind.value, paper.quote(seen.start, seen.end))


def _best(seen: list[Seen]) -> dict[ReasonKind, Seen]:
    totals: dict[ReasonKind, float] = defaultdict(float)
    for one in seen:
        totals[one.kind] += one.weight
    best: dict[ReasonKind, Seen] = {}
    for one in sorted(seen, key=lambda each: (-each.weight, each.start)):
        if totals[one.kind] >= 2:
            best.setdefault(one.kind, one)
    return best


def _seen(paper: Paper, words: dict[ReasonKind, re.Pattern[str]]) -> list[Seen]:
    boxed = bool(CHECKED.search(paper.document.text)) and bool(UNCHECKED.search(paper.document.text))
    found: list[Seen] = []
    for each in placed(paper):
        here = list(_in_sentence(each, words))
        if not here or (boxed and _unchecked(paper, each.sentence)):
            continue
        deciding = bool(DENY.search(each.sentence.text))
        if len({one.kind for one in here}) >= LISTED and not (deciding and each.zone is Zone.WHY):
            continue
        found += here
    return found


def _unchecked(paper: Paper, sentence: Sentence) -> bool:
    raw = paper.document.text[sentence.start : sentence.end]
    line = paper.line_at(sentence.start)
    head = paper.document.text[line.start : sentence.start] + raw
    return bool(UNCHECKED.search(head)) and not CHECKED.search(head)


def _in_sentence(each: Placed, words: dict[ReasonKind, re.Pattern[str]]) -> Iterator[Seen]:
    text = each.sentence.text
    weight = _weight(each, text)
    if weight <= 0:
        return
    for kind, pattern in words.items():
        for found in pattern.finditer(text):
            if not NOT_THIS.search(text, 0, found.start()):
                yield Seen(kind, each.sentence.start + found.start(), each.sentence.start + found.end(), weight)
                break


def _weight(each: Placed, text: str) -> float:
    deciding = bool(DENY.search(text))
    caused = bool(CAUSE.search(text))
    if CONDITION.match(text):
        return 0
    if each.zone is Zone.WHY:
        return 2 + deciding + caused
    if each.zone is Zone.PLAIN:
        return 1.5 + 1.5 * deciding + caused
    return 2.5 if deciding and caused and each.zone is not Zone.BOILERPLATE else 0
