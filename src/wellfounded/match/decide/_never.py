"""What the chart says was never taken, and what it says was all that was."""

import re
from typing import TYPE_CHECKING

from wellfounded.match import cues
from wellfounded.match.clauses import clauses
from wellfounded.match.decide._wanted import Wanted
from wellfounded.match.topic import denies, topic
from wellfounded.match.view import View
from wellfounded.match.words import content
from wellfounded.model.evidence import Evidence, EvidenceKind, TrialStatus
from wellfounded.model.finding import Verdict

if TYPE_CHECKING:
    from wellfounded.match.decide._judged import Judged

REFUSED = re.compile(
    r"\b(?:never|no|not|none|n't|declin\w+|refus\w+|denied|deni\w+|unfilled|cancel\w+|without|instead|picked up"
    r"|naive)\b|n't\b",
    re.IGNORECASE,
)
_NOT_USED = re.compile(
    r"\b(?:uses?|used|using|tried|took|taken|stopped|discontinued|intoleran\w+|returned|gave up|failed)\b",
    re.IGNORECASE,
)
_USED = re.compile(
    r"\b(?:uses?|used|using|tried|took|taken|since|stopped|discontinued|download|adherence|nights?|hours|intoleran\w+"
    r"|returned|gave up|failed)\b",
    re.IGNORECASE,
)
_NEVER = re.compile(
    r"\b(?:never|naive|declin\w+|refus\w+|no (?:prior|previous)|(?:has|have|had) (?:not|had no)|has had no"
    r"|no history of)\b",
    re.IGNORECASE,
)
_TODAY = re.compile(r"\b(?:declin\w+|refus\w+|said no)\b", re.IGNORECASE)  # what is not wanted now
_EVER = re.compile(r"\b(?:never|naive|no (?:prior|previous|history)|(?:has|have|had) (?:not|no))\b", re.IGNORECASE)
_CLOSES = re.compile(
    r"\b(?:(?:the|her|his|their) only (?:\w+ ){1,4}(?:(?:s?he|patient|pt|they|has|have|ever|been|was|were) ){0,4}"
    r"(?:taken|tried|used|received|had)|no (?:other|additional|further) (?:\w+ ){1,3}(?:(?:has|have|ever|been|was"
    r"|were) ){0,3}"
    r"(?:taken|tried|used|received))\b",
    re.IGNORECASE,
)


def nothing_else(want: Wanted, view: View) -> tuple[Evidence, ...]:
    """Statements that nothing else of the kind was ever taken: "the only antidepressants she has taken"."""
    names = frozenset(name for word in want.words for name in view.agents.spellings(word))
    said = []
    for each in view.about(frozenset(word for name in names for word in content(name))):
        closes = _CLOSES.search(each.statement)
        if closes and each.assertion.experiencer == "patient" and each.assertion.time != "planned":
            lower = each.statement[closes.start() :].lower()
            if any(re.search(rf"(?<!\w){re.escape(name.rstrip('s'))}s?(?!\w)", lower) for name in names):
                said.append(each)
    return tuple(said)


def never_taken(want: Wanted, view: View) -> tuple[Evidence, ...]:
    """Statements that every one of the wanted treatments was never taken; empty where one of them is left open."""
    found: list[Evidence] = []
    for word in want.words:
        said = _said_never(word, view, past=want.past_response)
        if not said:
            return ()
        found += said
    return tuple(dict.fromkeys(found))


def _said_never(word: str, view: View, *, past: bool = False) -> list[Evidence]:
    """Statements that a treatment was never taken; none where the chart tells of its use, or its sources differ.

    One who declines it today may have had it before: where a *past* response is asked, a refusal says nothing.
    """
    names = view.agents.spellings(word)
    about = list(view.about(frozenset(stem for name in names for stem in content(name))))
    said = [each for each in about if _refused(word, each, view)]
    if past:
        said = [each for each in said if _EVER.search(each.statement) or not _TODAY.search(each.statement)]
    if not said or any(_used(name, each) for each in about for name in names):
        return []
    own = {each.trial.ingredient.lower() for each in said if each.trial}
    differs = any(
        conflict.about.lower() in {f"trial of {name}: status" for name in own}
        and any(fact.value in {"current", "past"} for fact in conflict.says)
        for conflict in view.case.conflicts
    )
    return [] if differs else said


def _used(word: str, each: Evidence) -> bool:
    """Whether a sentence tells that it was used after all: one who "does not use CPAP" now may have tried it."""
    if each.kind is not EvidenceKind.STATEMENT or each.assertion.experiencer != "patient":
        return False
    told = _NOT_USED.sub(" ", each.statement)
    if each.assertion.time == "planned" or not any(clause.meant() for clause in clauses(each.statement)):
        return False
    if _NEVER.search(each.statement) or not _USED.search(told):
        return False
    if all(clause.family for clause in clauses(each.statement)):
        return False
    return not any(denies(one, each.statement) for one in topic(word).alternatives) and content(word) <= content(
        each.statement
    )


def _says_so(each: Evidence, agent: str) -> bool:
    """Whether the very sentence that names the treatment holds a word of refusal; an empty statement is believed."""
    sentences = [part for part in re.split(r"\.\s+|;", each.statement) if agent.lower() in part.lower()]
    own = [
        cues.REFUSAL.sub(" ", part.lower()) for part in sentences
    ]  # a plan that refused it says nothing of taking it
    return not sentences or any(REFUSED.search(part) for part in own)


def left(want: Wanted, view: View, contrary: "list[Judged]") -> int:
    """How many of a list of named treatments may still count; of a class it is never known that none is left."""
    if any(not view.agents.ingredient(word) for word in want.words):
        return want.n
    gone = {
        word
        for word in want.words
        if any(j.evidence.trial and view.agents.matches(word, j.evidence.trial) is Verdict.MET for j in contrary)
        or _said_never(word, view, past=want.past_response)
    }
    return len(want.words) - len(gone)


def _refused(word: str, each: Evidence, view: View) -> bool:
    if each.assertion.experiencer != "patient":
        return False
    if each.trial is not None:
        refused = each.trial.status is TrialStatus.NEVER_TAKEN or each.assertion.polarity == "negated"
        refused = refused and _says_so(each, each.trial.agent)
        if view.agents.is_class(each.trial):  # none of the class, so none of its members
            own = view.agents.family(each.trial.agent)
            return refused and own in view.agents.of_name(word) | {view.agents.family(word)}
        named = not view.agents.family(word)
        return refused and named and view.agents.matches(word, each.trial) is Verdict.MET
    if not _NEVER.search(each.statement) or each.assertion.time == "planned":
        return False
    naive = rf"\b{re.escape(word.rstrip('s'))}s?[- ]naive\b"
    if "naive" in each.statement.lower() and re.search(naive, each.statement, re.IGNORECASE):
        return True
    return any(denies(alternative, each.statement) for alternative in topic(word).alternatives)
