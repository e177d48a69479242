"""A wide idea with its examples: "symptoms of esophageal dysfunction such as dysphagia or food impaction"."""

import re

from wellfounded.match.stance import weigh
from wellfounded.match.topic import topic
from wellfounded.match.view import View
from wellfounded.model.asks import Diagnosis, Documentation, Function, Other, Severity
from wellfounded.model.criteria import Requirement
from wellfounded.model.evidence import Evidence
from wellfounded.model.finding import Finding, Verdict

_SUCH = re.compile(
    r"^(?P<wide>[^,(;:]{4,90}?)[,\s(]+(?:such as|e\.?g\.?,?|for example,?|including(?: but not limited to)?|like)\s+"
    r"(?P<such>[^()]{4,160})\)?\W*$",
    re.IGNORECASE,
)
# Words before the examples that ask more than that one of them is there.
_MORE = re.compile(
    r"\b(?:no|not|without|absence|at least|more than|two|three|\d+|severe|refractory|failure|failed|inadequate|trial"
    r"|despite|persist\w*|history|all|each|both)\b",
    re.IGNORECASE,
)
_TYPES = (Diagnosis, Documentation, Function, Other, Severity)


def decide(requirement: Requirement, view: View) -> Finding | None:
    """Met where the chart shows one of the examples now, and denies none that it shows."""
    found = _SUCH.match(requirement.text.strip())
    if found is None or not isinstance(requirement.asks, _TYPES) or _MORE.search(found["wide"]):
        return None
    shown: list[Evidence] = []
    for part in re.split(r",\s*(?:or\s+|and\s+)?|\s+or\s+|\s+and\s+", found["such"]):
        weighed = weigh(topic(part), view) if part.strip() else None
        if weighed and weighed.present is Verdict.MET and not weighed.denying:
            shown += weighed.showing[:1]
    if not shown:
        return None
    return Finding(requirement.id, Verdict.MET, tuple(shown), why="The chart shows one of the examples given.")
