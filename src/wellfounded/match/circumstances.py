"""Under what circumstances a value was taken: at rest, asleep, on room air, fasting."""

import re

from wellfounded.model.evidence import Evidence
from wellfounded.model.finding import Verdict

# In each family only one can hold at a time, so that one rules the others out.
_FAMILIES: dict[str, dict[str, str]] = {
    "effort": {
        "rest": r"\b(?:at )?rest\b|\bresting\b|\bseated\b|\bsitting\b|\bwhile awake\b|\bawake\b",
        "effort": r"\bexerci\w+|\bexert\w+|\bambulat\w+|\bwalk\w*|\bactivity\b|\b6 ?MWT\b",
        "sleep": r"\b(?:a|during |in )?sleep\w*|\bovernight\b|\bnocturnal\b|\bat night\b",
    },
    "air": {
        "room air": r"\broom air\b|\bRA\b|\b(?:without|off) (?:supplemental )?oxygen\b|\bambient air\b|\b21 ?%",
        "oxygen": r"\b(?:on|with) (?:\d+(?:\.\d+)? ?L\w*|(?:supplemental )?(?:oxygen|O2))\b"
        r"|\bnasal cannula\b|\b\d ?L(?:PM|/min| NC)\b",
    },
    "food": {"fasting": r"(?<!non-)(?<!non)\bfasting\b", "fed": r"\brandom\b|\bpost-?prandial\b|\bnon-?fasting\b"},
    "posture": {"supine": r"\bsupine\b|\blying\b", "standing": r"\bstanding\b|\bupright\b"},
    "side": {"left": r"\bleft\b|\bLt\b", "right": r"\bright\b|\bRt\b"},
    "drug": {"before": r"\bpre-?bronchodilator\b", "after": r"\bpost-?bronchodilator\b"},
}


def _held(text: str, family: str) -> set[str]:
    return {name for name, pattern in _FAMILIES[family].items() if re.search(pattern, text, re.IGNORECASE)}


def agrees(asked: str, evidence: Evidence) -> Verdict:
    """Whether a value was taken as asked; unknown where the chart does not say."""
    verdicts = [_family(_held(asked, family), evidence, family) for family in _FAMILIES]
    if Verdict.NOT_MET in verdicts:
        return Verdict.NOT_MET
    return Verdict.UNKNOWN if Verdict.UNKNOWN in verdicts else Verdict.MET


def _family(asked: set[str], evidence: Evidence, family: str) -> Verdict:
    if not asked:
        return Verdict.MET
    for text in (evidence.finding, evidence.name, _around(evidence), evidence.statement):
        said = _held(text, family)
        if len(said) == 1:
            return Verdict.MET if said <= asked else Verdict.NOT_MET
        if said:  # a line that holds two values taken differently, and does not say which is which
            return Verdict.UNKNOWN
    return Verdict.UNKNOWN


def _around(evidence: Evidence) -> str:
    """The part of the statement that holds the value, between commas."""
    if evidence.value is None:
        return ""
    number = re.escape(f"{evidence.value.value:g}")
    for part in re.split(r"[,;]|\band\b|\.\s", evidence.statement):
        if re.search(rf"(?<![\d.]){number}(?![\d.]\d)", part):
            return part
    return ""
