"""A limitation of function, in the chart's own words or in what others must do for the patient."""

import re

from wellfounded.match.decide._words import present
from wellfounded.match.timing import newest
from wellfounded.match.view import View
from wellfounded.match.words import content
from wellfounded.model.asks import Function
from wellfounded.model.criteria import Requirement
from wellfounded.model.evidence import Evidence, EvidenceKind
from wellfounded.model.finding import Finding, Verdict

KIND = Function.kind
_HELPED = re.compile(
    r"\bdaily activit|\bADLs?\b|\bactivities of daily|\bself[- ]care\b|\bpersonal care\b", re.IGNORECASE
)
_HELP = re.compile(
    r"\bhelp|\bassist|\bdepend|\bneeds?\b|\brequir|\bunable|\bcannot|\blimit|\bimpair|\binterfer", re.IGNORECASE
)
_HELPER = re.compile(
    r"\b(?:her|his|their|the|a|home)?\s*(?:mother|father|sister|brother|daughter|son|wife|husband|spouse|partner"
    r"|parents?|aunt|niece"
    r"|nephew|caregiver|carer|aide|home health aide|family|roommate|neighbou?r|friend)\b",
    re.IGNORECASE,
)
# Tasks of daily living (Katz 1963) and of running a home (Lawton and Brody 1969), as verbs someone else does.
_TASK = re.compile(
    r"\b(?:cooks?|cooking|prepares? (?:her |his )?(?:meals|food)|meals|feeds?|bath(?:es|ing)?|dress(?:es|ing)?"
    r"|grooms?|toilet\w*|transfers?"
    r"|shops?|shopping|groceries|clean(?:s|ing)?|laundry|housework|(?:sorts?|sets? out|manages?|gives?"
    r"|fills?) (?:\w+ )?(?:pills?|pillbox|medic\w+)"
    r"|pills|pay(?:s|ing)? (?:\w+ )?bills|bills|finances|drives? (?:her|him) )",
    re.IGNORECASE,
)
_TASKS = 2  # one errand is a kindness; two tasks of daily living done by another are help with daily living


def decide(asks: Function, requirement: Requirement, view: View) -> Finding:
    """Met by a statement of the limitation; help with daily living also by what another person does for the patient."""
    phrase = asks.limitation or requirement.text
    found = present(phrase, requirement, view, EvidenceKind.FUNCTION, EvidenceKind.SAFETY, EvidenceKind.STATEMENT)
    if found.verdict is not Verdict.UNKNOWN or not (_HELPED.search(phrase) and _HELP.search(phrase)):
        return found
    helped = sorted((each for each in view.statements if _by_another(each)), key=newest, reverse=True)
    if not helped:
        return found
    return Finding(
        requirement.id,
        Verdict.MET,
        tuple(helped),
        found.despite,
        why="Another person does these tasks for the patient.",
    )


def _by_another(each: Evidence) -> bool:
    text = each.statement or each.finding
    tasks = {frozenset(content(match.group())) for match in _TASK.finditer(text)}
    return each.assertion.time == "current" and bool(_HELPER.search(text)) and len(tasks) >= _TASKS
