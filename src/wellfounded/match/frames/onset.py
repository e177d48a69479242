"""A condition that began before an age: "intellectual disability with onset before age 18"."""

import re
from datetime import date

from wellfounded.match.clauses import clauses
from wellfounded.match.entail import entailing
from wellfounded.match.frames._span import bare
from wellfounded.match.topic import affirms, topic
from wellfounded.match.view import View
from wellfounded.match.words import content, plain
from wellfounded.model.criteria import Requirement
from wellfounded.model.evidence import Evidence, EvidenceKind
from wellfounded.model.finding import Finding, Verdict

_ASKED = re.compile(
    r"^(?P<what>.{4,120}?),? (?:with |and )?(?:(?:an? )?(?:onset|beginning|diagnosed|that began|starting|first seen)\b)"
    r"(?: is| was| occurring)? (?:before|prior to|by|under) (?:the )?(?:age (?:of )?)?(?P<n>\d{1,2})"
    r"(?: years?(?: of age| old)?)?\W*$",
    re.IGNORECASE,
)
_AGE = re.compile(
    r"\b(?:(?:first|onset|began|started|dx|diagnosed)\b[^.;,]{0,30}?\b(?:at )?(?:age )?"
    r"|age at (?:first|onset|diagnosis)[^.;,\d]{0,25})(?P<y>\d{1,2}) ?(?:y|yo|yrs?|years?)\b(?! ago)",
    re.IGNORECASE,
)


def decide(requirement: Requirement, view: View) -> Finding | None:
    """Met where a note of before that age tells of the condition, or a sentence gives a lower age at its onset."""
    found = _ASKED.match(plain(bare(requirement.text)).strip())
    birth = view.birth()
    if found is None or birth is None:
        return None
    born, age = birth[0], int(found["n"])
    told = _shown(found["what"], view)
    if not told:
        return None
    day = told[0].written
    if day is not None and day.latest() < _birthday(born, age):
        return Finding(requirement.id, Verdict.MET, told, why="A note of before that age tells of it.")
    words = frozenset(word for one in topic(found["what"]).alternatives for word in one.core)
    for each in view.about(words | {"onset", "first"}):
        aged = _AGE.search(each.statement)
        mine = each.kind is EvidenceKind.STATEMENT and each.assertion.experiencer == "patient" and aged is not None
        if not mine or aged is None or int(aged["y"]) >= age or not words & content(each.statement):
            continue
        if any(one.meant() for one in clauses(each.statement)):
            return Finding(requirement.id, Verdict.MET, (*told, each), why="The chart gives the age at its onset.")
    return None


def _shown(what: str, view: View) -> tuple[Evidence, ...]:
    """Give the earliest sentence that says the condition, by all of its words."""
    thing = topic(what)
    words = frozenset(word for one in thing.alternatives for word in one.core)
    held = [
        each
        for each in view.about(words)
        if each.kind is EvidenceKind.STATEMENT
        and each.written is not None
        and each.assertion.holds
        and any(affirms(one, each.statement) for one in thing.alternatives)
    ]
    first = min(held, key=lambda one: str(one.written), default=None)
    return (first,) if first else entailing(what, view)


def _birthday(born: date, age: int) -> date:
    leap = born.month == 2 and born.day == 29
    return date(born.year + age, born.month, 28 if leap else born.day)
