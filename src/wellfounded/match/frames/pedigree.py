"""A family history of so many generations that must be on record: shown by a note that tells of it or its drawing."""

import re

from wellfounded.match.view import View
from wellfounded.match.words import plain
from wellfounded.model.criteria import Requirement
from wellfounded.model.evidence import Evidence
from wellfounded.model.finding import Finding, Verdict

_ASKED = re.compile(
    r"\b(?P<n>two|three|four|[2-4])[- ]generations? (?:family (?:medical )?history|pedigree|family tree)\b",
    re.IGNORECASE,
)
_NUMBER = {"two": 2, "three": 3, "four": 4}
_TOLD = re.compile(r"\b(?P<n>two|three|four|[2-4])[- ]generations?\b", re.IGNORECASE)
_OF = re.compile(r"\b(?:pedigree|family (?:medical )?history|family tree|genogram|FH|FHx)\b", re.IGNORECASE)
_DONE = re.compile(
    r"\b(?:drawn|taken|obtained|recorded|reviewed|scanned|completed|constructed|done|on file|attached)\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:no|not|never|will|to be|plan\w*|pending|needs?|should|require\w*|request\w*|unable|incomplete"
    r"|unknown|ask\w*)\b",
    re.IGNORECASE,
)
_ELSE = re.compile(r"\b(?:show\w*|consistent|positive|suggest\w*|demonstrat\w*|negative|without|with)\b", re.IGNORECASE)


def decide(requirement: Requirement, view: View) -> Finding | None:
    """Met by a sentence that says that a pedigree of as many generations was taken, and no more is asked of it."""
    found = _ASKED.search(plain(requirement.text))
    if found is None or _ELSE.search(requirement.text):
        return None
    told = [each for each in view.passages if _tells(each, _count(found["n"]), view)]
    told.sort(key=lambda one: str(one.written or ""), reverse=True)
    return Finding(requirement.id, Verdict.MET, tuple(told[:1]), why="A note says so.") if told else None


def _tells(each: Evidence, need: int, view: View) -> bool:
    text = plain(each.statement)
    found = _TOLD.search(text)
    if found is None or not (_OF.search(text) and _DONE.search(text)) or _NOT.search(text):
        return False
    late = each.written is None or each.written.earliest() > view.today
    return not late and each.assertion.time != "planned" and _count(found["n"]) >= need


def _count(word: str) -> int:
    return _NUMBER.get(word.lower()) or int(word)
