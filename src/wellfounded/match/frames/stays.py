"""A stay in hospital for a named thing: "a hospital stay for pneumonia in the past 12 months"."""

import re

from wellfounded.match.clauses import clauses
from wellfounded.match.frames._span import bare, opens
from wellfounded.match.topic import affirms, topic
from wellfounded.match.view import View
from wellfounded.match.visits import Visit
from wellfounded.match.words import plain
from wellfounded.model.criteria import Requirement
from wellfounded.model.evidence import Evidence
from wellfounded.model.finding import Finding, Verdict

_ASKED = re.compile(
    r"^(?:(?:a|an|any|one|at least one|one or more|history of|the member has had|has had) )*(?:acute "
    r"|inpatient )?(?:hospital"
    r" (?:stay|admission)|hospitali[sz]ation|inpatient (?:stay|admission)|admission to (?:a "
    r"|the )?hospital)s? (?:for|with"
    r"|because of|due to) (?P<what>[^,;]{3,80}?)\W*$",
    re.IGNORECASE,
)
_TITLE = re.compile(r"\bdischarge summary\b|\bhospital course\b|\binpatient summary\b", re.IGNORECASE)
_ADMITTED = re.compile(r"\b(?:admitted|admission date|date of admission|admit date)\b", re.IGNORECASE)
_LEFT = re.compile(r"\b(?:discharged|discharge date|date of discharge)\b", re.IGNORECASE)
_REASON = re.compile(
    r"^\W*(?:(?:principal|primary|discharge|admitting|admission|final|hospital) )*(?:diagnos[ie]s|dx)\b"
    r"|\badmitted (?:with|for)\b|\b(?:reason for|cause of) admission\b",
    re.IGNORECASE,
)


def decide(requirement: Requirement, view: View) -> Finding | None:
    """Met by a discharge paper, recent enough, whose own diagnosis or reason for the stay names the thing."""
    found = _ASKED.match(plain(bare(requirement.text)).strip())
    if found is None:
        return None
    first = opens(requirement, view)
    for visit in sorted(view.visits, key=lambda one: str(one.day or ""), reverse=True):
        day = visit.day
        if day is None or day.earliest() > view.today or (first is not None and day.earliest() < first):
            continue
        if (stay := _stay(visit)) and (reason := _reason(found["what"], visit)):
            return Finding(requirement.id, Verdict.MET, (*stay, reason), why="A discharge paper tells of the stay.")
    return None


def _stay(visit: Visit) -> tuple[Evidence, ...]:
    """Give what shows that a paper is of a stay: its title with the admission, or both days."""
    titled = next((each for each in visit.parts if _TITLE.search(each.statement)), None)
    came = next((each for each in visit.parts if _ADMITTED.search(each.statement) and _sure(each)), None)
    left = next((each for each in visit.parts if _LEFT.search(each.statement) and _sure(each)), None)
    if came is None or (titled is None and left is None):
        return ()
    return tuple(dict.fromkeys(each for each in (titled, came, left) if each is not None))


def _reason(what: str, visit: Visit) -> Evidence | None:
    thing = topic(what)
    for each in visit.parts:
        told = (
            _REASON.search(each.statement) and _sure(each) and any(clause.meant() for clause in clauses(each.statement))
        )
        if told and any(affirms(one, each.statement) for one in thing.alternatives):
            return each
    return None


def _sure(each: Evidence) -> bool:
    meant = each.assertion
    return (meant.experiencer, meant.certainty) == ("patient", "certain") and meant.time in {"current", "historical"}
