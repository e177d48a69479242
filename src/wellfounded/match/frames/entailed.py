"""Words that one passage of the chart entails: every phrase of the requirement said of the patient, and none denied."""

import re

from wellfounded.match import restrictions
from wellfounded.match.entail import entailing
from wellfounded.match.frames._span import bare, opens
from wellfounded.match.view import View
from wellfounded.model.asks import Diagnosis, Documentation, Function, Imaging, Other, ProcedureDone, Threshold
from wellfounded.model.criteria import Requirement
from wellfounded.model.finding import Finding, Verdict

_TYPES = (Diagnosis, Documentation, Function, Imaging, Other, ProcedureDone)
# What stands over a requirement and turns its meaning: "inadequate response to one of".
_TURNED = re.compile(
    r"\b(?:fail\w*|inadequate|intoleran\w*|contraindicat\w*|trial|tried|not|no|none|without|exclu\w+|unless|except)\b",
    re.IGNORECASE,
)


def _once(asks: Threshold) -> bool:
    """Whether the bound is met by one of a thing: "one or more admissions" is that there was one."""
    return asks.comparator == ">=" and asks.value == 1 and asks.upper is None and not asks.unit


def decide(requirement: Requirement, view: View) -> Finding | None:
    """Met by one passage, or two that stand together, that entail the words; None otherwise."""
    asks, text = requirement.asks, requirement.text
    open_bound = isinstance(asks, Threshold) and (not asks.comparator or _once(asks))
    if not (isinstance(asks, _TYPES) or open_bound) or restrictions.points_elsewhere(text):
        return None
    if _TURNED.search(view.leads.get(requirement.id, "")):
        return None
    told = entailing(bare(text), view, opens(requirement, view))
    return Finding(requirement.id, Verdict.MET, told, why="A passage says all of it.") if told else None
