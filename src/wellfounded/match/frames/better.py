"""An improvement that must be shown, by the first and the last of the values of one measure."""

import re
from collections import defaultdict

from wellfounded.match import names
from wellfounded.match.timing import newest, when
from wellfounded.match.view import View
from wellfounded.match.words import plain
from wellfounded.model.criteria import Requirement
from wellfounded.model.evidence import Evidence, EvidenceKind
from wellfounded.model.finding import Finding, Verdict

_ASKED = re.compile(
    r"\b(?:improv(?:ed|ement|ing)|gains?|progress|(?:reduc|decreas)\w+ in|increas\w+ in|less pain)\b", re.IGNORECASE
)
_MORE = re.compile(
    r"\d|\b(?:no|not|without|lack|fail\w*|despite|expected|potential|likely|half|percent)\b|%", re.IGNORECASE
)
# What a requirement calls by one word, and the names of its measures; the sign says which way is better.
_FAMILIES = (
    (r"range of motion|\brom\b|mobility|flexib", r"\b[ap]?rom\b|flexion|extension|abduction|rotation|motion", 1),
    (r"strength|power", r"\bmmt\b|strength|\bgrip\b|\blift|pinch", 1),
    (r"walk|gait|ambulat|endurance|distance", r"walk|6mwt|gait speed", 1),
    (r"function|disabilit|activit", r"dash|oswestry|\bodi\b|\bndi\b|haq|womac|disability", -1),
    (r"function", r"lefs|koos|\bfim\b|berg|asses|functional", 1),
    (r"pain", r"\bpain\b|\bvas\b|\bnprs\b", -1),
    (r"depress|mood", r"phq-?9|ham-?d|madrs|\bbdi\b|qids", -1),
    (r"anxi", r"gad-?7|ham-?a", -1),
    (r"skin|psoria|lesion|eczema", r"pasi|\bbsa\b|easi|iga|dlqi|scorad", -1),
    (r"headache|migraine", r"headache|migraine|midas|hit-?6", -1),
    (r"asthma", r"\bact\b|fev1|peak flow", 1),
    (r"disease activity|joint", r"das28|cdai|sdai|basdai|mayo|hbi", -1),
)  # fmt: skip


def decide(requirement: Requirement, view: View) -> Finding | None:
    """Met where a measure of what is asked has moved the better way from its first value to its last.

    Where several things are named with "or" one is enough; "and" asks for each of them.
    """
    text = plain(requirement.text)
    if not _ASKED.search(text) or _MORE.search(text):
        return None
    asked = [(held, way) for said, held, way in _FAMILIES if re.search(said, text)]
    moved = [(held, way, _moved(held, way, view)) for held, way in asked]
    shown = [pair for _, _, pair in moved if pair]
    enough = len(shown) == len(asked) if re.search(r"\band\b", text) and not re.search(r"\bor\b", text) else bool(shown)
    if not asked or not enough:
        return None
    supports = tuple(dict.fromkeys(each for pair in shown for each in pair))
    return Finding(requirement.id, Verdict.MET, supports, why=f"{supports[0].name} has improved.")


def _moved(held: str, way: int, view: View) -> tuple[Evidence, Evidence] | None:
    """The first and last value of a measure of the family, if no such measure got worse and one got better."""
    series: dict[str, list[Evidence]] = defaultdict(list)
    for each in view.of(EvidenceKind.SCORE, EvidenceKind.VITAL, EvidenceKind.LAB):
        known = each.value is not None and each.value.comparator == "=" and when(each) is not None
        if known and each.assertion.holds and re.search(held, each.name.lower()):
            series[names.usual(each.name)].append(each)
    best: tuple[Evidence, Evidence] | None = None
    for values in series.values():
        values.sort(key=newest)
        first, last = values[0], values[-1]
        if first.value is None or last.value is None or newest(first) == newest(last):
            continue
        change = way * (last.value.value - first.value.value)
        if change < 0:
            return None
        if change > 0 and best is None:
            best = (first, last)
    return best
