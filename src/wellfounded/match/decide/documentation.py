"""A record that must be in the file, recent enough: a scale repeated, a note, a plan, a statement of something."""

import re
from datetime import date

from wellfounded.match import gaps, restrictions
from wellfounded.match.clauses import clauses
from wellfounded.match.decide._words import fresh, present
from wellfounded.match.timing import newest, since
from wellfounded.match.view import View
from wellfounded.match.words import content, numbers
from wellfounded.model.asks import Documentation
from wellfounded.model.criteria import Requirement
from wellfounded.model.evidence import Evidence, EvidenceKind
from wellfounded.model.finding import Finding, Verdict

KIND = Documentation.kind
LEAST, SHARE = 4, 0.75  # fewer words than four say too little to leave one out
SCALE = re.compile(
    r"\b(?:standardi[sz]ed|validated|rating|depression|symptom|severity|outcome)\b.*\b(?:scale|score|measure"
    r"|instrument|tool)",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"^\W*(?:(?:the|most recent|recent|current|copies of|clinical|medical|supporting|relevant|treating|physician"
    r"|provider"
    r"|office|clinic|progress|chart|visit|outpatient|psychiatric) ?)*\b(?:notes?|records?|documentation)\W*$",
    re.IGNORECASE,
)


def decide(asks: Documentation, requirement: Requirement, view: View) -> Finding:
    """Met where the chart holds the record and it is recent enough on the day the words count from."""
    first = restrictions.opens(requirement.text, asks.within, view)
    what = asks.what or requirement.text
    if scale := SCALE.search(what):
        return dated(requirement, view, gaps.article(scale[0].lower()), first, view.of(EvidenceKind.SCORE))
    if _NOTE.search(what):
        return dated(requirement, view, what, first, view.passages or view.of())
    found = present(what, requirement, view, first=first, past=True, by_note=True, done=True)
    if found.verdict is not Verdict.UNKNOWN or found.supports:
        return found
    told, _ = fresh([each for each in view.about(content(what)) if _tells(what, each)], first, view, by_note=True)
    if told:
        return Finding(requirement.id, Verdict.MET, tuple(told[:2]), found.despite, why="A note speaks of it.")
    return found


def _tells(what: str, each: Evidence) -> bool:
    """Whether a sentence speaks of what must only be on record: three of four of its words, and every number."""
    asked = content(what)
    if (
        len(asked) < LEAST
        or each.kind is not EvidenceKind.STATEMENT
        or each.assertion.experiencer != "patient"
        or each.assertion.time == "planned"
    ):
        return False
    said = content(each.statement)
    enough = len(asked & said) >= SHARE * len(asked) and numbers(what) <= numbers(each.statement)
    return enough and any(clause.meant() for clause in clauses(each.statement))


def dated(requirement: Requirement, view: View, what: str, first: date | None, held: tuple[Evidence, ...]) -> Finding:
    """Decide by the day of the newest of *held*: any statement of the kind will do."""
    known = [each for each in held if each.assertion.experiencer == "patient" and each.assertion.time != "planned"]
    known.sort(key=newest, reverse=True)
    new = [each for each in known if _recent(each, first, view)]
    if new:
        return Finding(requirement.id, Verdict.MET, tuple(new[:1]), why="The chart holds one that is recent enough.")
    last = (
        f"the latest in the chart is {known[0].name} {gaps.amount(known[0])} ({view.place(known[0])})".replace(
            "  ", " "
        )
        if known
        else "none is in the chart"
    )
    gap = gaps.order(view, gaps.short(what), first, last)
    return Finding(
        requirement.id, Verdict.UNKNOWN, tuple(known[:1]), gap=gap, why="The chart holds none that is recent enough."
    )


def _recent(each: Evidence, first: date | None, view: View) -> bool:
    """A note is as recent as it was written; a value is of its own day."""
    if each.kind is EvidenceKind.STATEMENT and each.on is None and each.written is not None:
        return (first is None or each.written.earliest() >= first) and each.written.earliest() <= view.today
    return since(each, first, view.today) is Verdict.MET
