"""A scale that must be on record, one of those named: "recorded with a validated tool such as the ODI or the NDI"."""

import re

from wellfounded.match.clauses import clauses
from wellfounded.match.frames._span import bare, opens
from wellfounded.match.view import View
from wellfounded.model.asks import Documentation, Other, ProcedureDone, Threshold
from wellfounded.model.criteria import Requirement
from wellfounded.model.evidence import Evidence
from wellfounded.model.finding import Finding, Verdict

_ASKED = re.compile(
    r"\b(?:standard\w*|validated|objective|recogni[sz]ed|accepted)\b.{0,50}\b(?:scales?|scores?|measures?|tools?"
    r"|instruments?|assessments?|questionnaires?|ratings?|index|test)\b",
    re.IGNORECASE,
)
_LIST = re.compile(r"(?:\(|\bsuch as |\be\.?g\.?,? |\bincluding |\bfor example,? )(?P<list>[^()]{3,160})")
_BOUND = re.compile(
    r"[<>\u2264\u2265]|\b(?:at least|or more|or greater|or higher|or lower|or less|improv\w+|reduc\w+|change|decreas\w+"
    r"|increas\w+|below|above|twice|two)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"^(?:the |an? )?([A-Z][\w-]*(?: [\w-]+){0,3})(?: scale| score| index| questionnaire)?$")
# From a scale's name to its value: words of the scale itself, no sign of a bound, no time.
_TO_VALUE = (
    r"[\s:=,(]*(?:(?:total|toddler|score|sum|index|arms|was|is|of|now|today|composite|module|overall)[\s:=,]+){0,3}"
    r"\d+(?:\.\d+)?(?![\d.]*[/-]\d+[/-])(?! ?(?:months?|weeks?|days?|years?|mg)\b)"
)


def decide(requirement: Requirement, view: View) -> Finding | None:
    """Met by a value of one of the scales named, recent enough, where the words set no bound on it."""
    asks, text = requirement.asks, bare(requirement.text)
    if isinstance(asks, Threshold) and asks.comparator:
        return None
    if not isinstance(asks, Documentation | Other | ProcedureDone | Threshold) or not _ASKED.search(text):
        return None
    listed = _LIST.search(text)
    if listed is None or _BOUND.search(text):
        return None
    first = opens(requirement, view)
    spoken = [
        found[1] for part in re.split(r",|\bor\b|\band\b", listed["list"]) if (found := _NAME.match(part.strip()))
    ]
    for name in spoken:
        for each in sorted(view.statements, key=lambda one: str(one.written or ""), reverse=True):
            day = each.on or each.written
            if day is None or day.earliest() > view.today or (first is not None and day.earliest() < first):
                continue
            if _holds(name, each):
                return Finding(requirement.id, Verdict.MET, (each,), why=f"The chart holds {name}.")
    return None


def _holds(name: str, each: Evidence) -> bool:
    """Whether a statement gives a value of that scale for the patient."""
    if not each.assertion.holds:
        return False
    said = rf"(?<![\w-]){re.escape(name)}(?![\w-]){_TO_VALUE}"
    meant = any(clause.meant() and not clause.denied for clause in clauses(each.statement))
    return meant and re.search(said, each.statement, re.IGNORECASE) is not None
