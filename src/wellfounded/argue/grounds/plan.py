"""What the treatment is to achieve and how it is followed: the measurable goals and monitoring of the latest plan."""

import re
from collections.abc import Iterator

from wellfounded.argue.grounds._chart import day, latest_notes
from wellfounded.argue.view import View
from wellfounded.model.argument import Claim
from wellfounded.model.evidence import Evidence, EvidenceKind

GOAL = re.compile(
    r"\b(goals?|targets?|aims?|objective|expected|to (?:reach|regain|return|reduce|lower))\b", re.IGNORECASE
)
WATCH = re.compile(
    r"\b(every|each|weekly|monthly|repeat(?:ed)?|recheck|reassess\w*|monitor\w*|follow[- ]up)\b", re.IGNORECASE
)
WITHOUT = re.compile(
    r"\b(if (?:not|untreated|denied|delayed|\w+ is not|this is not)|without (?:treatment|it|this|further)|"
    r"risk of|at risk for|will (?:progress|worsen)|otherwise)\b",
    re.IGNORECASE,
)

# What follows must be a clinical event or loss; "we would consider another drug" is a plan, not a consequence.
HARM = re.compile(
    r"\b(worsen\w*|progress\w*|hospital\w*|admission|relaps\w*|recur\w*|los[est]\w*|declin\w*|deteriorat\w*|surgery|emergency|"
    r"suicid\w*|self-harm|flares?|irreversible|permanent\w*|damage|falls?|fracture\w*|stroke|infarction|amputation|"
    r"blindness|disab\w*|death|die|intubat\w*|exacerbation\w*|bleed\w*|transfusion|dialysis)\b",
    re.IGNORECASE,
)
MEASURED = {EvidenceKind.SCORE, EvidenceKind.LAB, EvidenceKind.VITAL}


def claims(view: View) -> Iterator[Claim]:
    """Claim goals, monitoring and, where the chart itself says it, what follows without the treatment."""
    measures = tuple({item.name for item in view.case.evidence if item.kind in MEASURED})
    for item in latest_notes(_plans(view, measures), 1):
        kind = _kind(item.statement, measures)
        if kind:
            yield Claim(kind, item.name, (item.basis,), evidence=(item,))


def _plans(view: View, measures: tuple[str, ...]) -> tuple[Evidence, ...]:
    found = [
        item
        for item in view.case.evidence
        if item.kind is EvidenceKind.PLAN
        and item.assertion.experiencer == "patient"
        and item.assertion.polarity == "affirmed"
        and day(item) <= view.on
        and _kind(item.statement, measures)
    ]
    return tuple(sorted(found, key=day))


def _kind(statement: str, measures: tuple[str, ...]) -> str:
    if WITHOUT.search(statement) and HARM.search(statement):
        return "consequence"
    if GOAL.search(statement) and re.search(r"\d|\b(half|return|independent\w*|without|work|school)\b", statement):
        return "goal"
    return "monitoring" if WATCH.search(statement) and _measured(statement, measures) else ""


def _measured(statement: str, measures: tuple[str, ...]) -> bool:
    """Whether a statement names something that is measured, so that "every 14 days" is not a dose."""
    names = "|".join(re.escape(name) for name in (*measures, "score", "scale", "labs", "blood test", "imaging"))
    return re.search(rf"(?<![\w-])(?:{names})(?![\w-])", statement, re.IGNORECASE) is not None
