"""A reaction that cannot have been: one who never had the treatment has no history of a reaction to it."""

import re

from wellfounded.match.topic import denies, topic
from wellfounded.match.view import View
from wellfounded.match.words import content, plain
from wellfounded.model.criteria import Requirement
from wellfounded.model.evidence import Evidence, EvidenceKind
from wellfounded.model.finding import Finding, Verdict

_ASKED = re.compile(
    r"^(?:(?:the )?(?:member|patient) (?:has|had) )?no (?:known |prior |previous |past )?(?:history of )?(?:an? |any )?"
    r"(?:serious |severe |prior |previous |life-threatening )*(?:(?:allergic|hypersensitivity|infusion"
    r"|anaphylactic|adverse)"
    r" reactions?|anaphylaxis) to (?:an? |any |the )?(?P<what>[\w -]{3,60})\W*$",
    re.IGNORECASE,
)
_NEVER = re.compile(r"\bnever (?:had|received|taken|been given|been on|gotten|used|tried)\b|\bnaive\b", re.IGNORECASE)
_MORE = re.compile(r"\b(?:components?|ingredients?|excipients?|class|similar|other)\b", re.IGNORECASE)


def decide(requirement: Requirement, view: View) -> Finding | None:
    """Met by a sentence that the very treatment was never had, where no allergy to it is charted."""
    found = _ASKED.match(plain(requirement.text).strip())
    if found is None or _MORE.search(found["what"]):
        return None
    thing, words = topic(found["what"]), content(found["what"])
    if any(words & content(each.name) for each in view.of(EvidenceKind.ALLERGY) if each.assertion.holds):
        return None
    told = [
        each
        for each in view.passages
        if _never(each) and all(denies(one, each.statement) for one in thing.alternatives)
    ]
    if not told or not thing.alternatives or any(_had(each, told, words, view) for each in view.of()):
        return None
    return Finding(requirement.id, Verdict.MET, tuple(told[:2]), why="The chart says that it was never given.")


def _never(each: Evidence) -> bool:
    meant = each.assertion
    return meant.experiencer == "patient" and meant.certainty == "certain" and bool(_NEVER.search(each.statement))


def _had(each: Evidence, told: list[Evidence], words: frozenset[str], view: View) -> bool:
    """Whether the chart tells of its use, or of a dose after the day that says never."""
    trial = each.trial
    if trial is None or each.assertion.experiencer != "patient" or trial.status.value not in {"current", "past"}:
        return False
    known = content(f"{trial.agent} {trial.ingredient} {' '.join(view.agents.spoken(trial))}")
    return words <= known and each not in told
