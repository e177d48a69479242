"""The mentions of a note gathered by treatment and stretch of time, and which of them say anything of one."""

from collections.abc import Sequence

from wellfounded.model.evidence import TrialStatus
from wellfounded.read.chart import judge
from wellfounded.read.chart.mention import Mention

_SILENT = {"vitals", "labs", "exam", "ros", "scales"}
_TAKEN = {TrialStatus.CURRENT, TrialStatus.PAST}


def courses(found: Sequence[Mention]) -> list[list[Mention]]:
    """Gather the mentions of a note by treatment and stretch of time."""
    held: dict[tuple[str, bool, int], list[Mention]] = {}
    for mention in found:
        if not mention.screened:
            held.setdefault((mention.agent.ingredient, mention.family, mention.unit.visit), []).append(mention)
    return [course for group in _gathered(held) for course in _courses(group)]


def _gathered(held: dict[tuple[str, bool, int], list[Mention]]) -> list[list[Mention]]:
    """Fold what is said of a class into its one member the note names, and of a part into the combination."""
    beside: dict[tuple[bool, int], list[list[Mention]]] = {}
    for (_, kin, visit), group in held.items():
        beside.setdefault((kin, visit), []).append(group)
    kept: list[list[Mention]] = []
    for (_, kin, visit), group in held.items():
        agent, others = group[0].agent, [g for g in beside[kin, visit] if g is not group]
        if agent.what == "class":
            members = [g for g in others if agent.classes and agent.classes[0] in g[0].agent.classes]
        else:
            members = [
                g
                for g in others
                if "/" in g[0].agent.ingredient
                and agent.ingredient in g[0].agent.ingredient.split("/")
                and not any(m.doses or m.written.lower() != agent.ingredient for m in group)
            ]
        folds = len(members) == 1 and any(judge.standing(m) in _TAKEN for m in members[0])
        if not members or (agent.what != "class" and not folds):
            kept.append(group)
        elif folds:
            members[0] += [m for m in group if agent.what != "class" or m.has("fail", "loss", "partial", "intolerant")]
    return [sorted(group, key=lambda m: m.start) for group in kept]


def counts(mention: Mention) -> bool:
    """Whether a naming says anything of a treatment; a doubtful name needs an amount or a verb beside it."""
    told = judge.standing(mention)
    if mention.screened:
        return False
    if mention.family and mention.agent.what == "drug" and not mention.agent.doubtful:
        return True
    if mention.unit.section in _SILENT and not (mention.hits or mention.doses):
        return False
    if mention.unit.section == "ros" and mention.agent.what != "drug":
        return False  # "craving ice" is no treatment
    if mention.agent.doubtful or mention.agent.what != "drug" or not mention.agent.listed:
        if (
            mention.agent.what == "class"
            and mention.unit.section == "plan"
            and not (mention.hits or mention.doses or mention.frequency)
        ):
            return False
        return told is not None and bool(
            mention.frequency
            or mention.lengths
            or mention.dated
            or (mention.unit.section == "plan" and (not mention.agent.doubtful or len(mention.written) > 4))
            or mention.hits
            or mention.doses
            or mention.unit.section in {"medications", "past_treatment", "allergies"}
        )
    return told is not None


def _courses(group: list[Mention]) -> list[list[Mention]]:
    """Part the mentions of one agent where two of them state times that lie more than half a year apart."""
    dated = [
        m
        for m in group
        if (m.started or m.stopped or (m.dated and m.has("tried", "fail", "loss", "effective", "partial", "harm")))
        and judge.standing(m) in {TrialStatus.PAST, TrialStatus.CURRENT}
    ]
    plans = [m for m in group if judge.standing(m) is TrialStatus.PLANNED]
    rest = [m for m in group if all(m is not p for p in plans)]
    if plans and judge.status(rest) is TrialStatus.PAST if rest else False:
        return [*_courses(rest), plans]  # what ended is asked for again: another trial
    courses: list[list[Mention]] = []
    for mention in sorted(dated, key=_first_day):
        if courses and _first_day(mention) - max(last_day(m) for m in courses[-1]) <= 183:
            courses[-1].append(mention)
        else:
            courses.append([mention])
    if len(courses) < 2:
        return [group]
    rest = [m for m in group if all(m is not d for d in dated)]
    courses[-1] += rest
    return [sorted(course, key=lambda m: m.start) for course in courses]


def _first_day(mention: Mention) -> int:
    date = mention.started or mention.dated or mention.stopped
    return date.earliest().toordinal() if date else 0


def last_day(mention: Mention) -> int:
    """Give the last day a naming tells, as an ordinal; 0 where it tells none."""
    date = mention.stopped or mention.dated or mention.started
    return date.latest().toordinal() if date else 0
