"""That another treatment is not used beside the requested one, whichever test the words were typed as."""

import re

from wellfounded.match.decide.concurrent import decide as held
from wellfounded.match.view import View
from wellfounded.model.asks import Concurrent
from wellfounded.model.criteria import Requirement
from wellfounded.model.finding import Finding, Verdict

_BESIDE = re.compile(
    r"\b(?:no|not|never|without|won't|do(?:es)? not|will not)\b[\w\s]{0,20}?\b(?:dual|concurrent\w*|concomitant\w*"
    r"|combin\w+|together|simultaneous\w*|co-?administ\w+|use[d]?|taken?|tak(?:e|ing) it|given|therapy)\b"
    r"[\w\s]{0,24}?\b(?:with|alongside|and)\s+(?P<agent>.+)$",
    re.IGNORECASE,
)


def decide(requirement: Requirement, view: View) -> Finding | None:
    """Met or not met as a treatment that may not go on at the same time; None where the words ask no such thing."""
    if isinstance(requirement.asks, Concurrent) and not requirement.asks.allowed:
        return None
    found = _BESIDE.search(requirement.text.strip(" .;"))
    if found is None:
        return None
    finding = held(Concurrent(found["agent"], allowed=False), requirement, view)
    return finding if finding.verdict is not Verdict.UNKNOWN else None
