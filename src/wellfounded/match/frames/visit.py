"""An encounter that must have been: a visit, a re-examination, a therapist's report, a specialist's evaluation."""

import re

from wellfounded.match.frames._span import bare, opens
from wellfounded.match.specialties import KNOWN, specialties
from wellfounded.match.view import View
from wellfounded.match.visits import REMOTE, Visit
from wellfounded.match.words import GENERIC, content, stem
from wellfounded.model.asks import Prescriber
from wellfounded.model.criteria import Requirement
from wellfounded.model.finding import Finding, Verdict

_ENCOUNTER = re.compile(
    r"\b(?:visits?|encounters?|appointments?|(?:re-?)?evaluat\w+|(?:re-?)?exam(?:ined|ination)?|seen|(?:re-?)?assess\w*"
    r"|consult\w*|face[- ]to[- ]face|follow[- ]?up|office notes?|progress (?:notes?|reports?)|clinical notes?"
    r"|chart notes?)\b",
    re.IGNORECASE,
)
_ACTOR = re.compile(
    r"\b(?:treating|prescrib\w+|ordering|attending|requesting|practitioner|provider|physician|clinician|specialist"
    r"|surgeon|therapist|psychiatr\w+|psycholog\w+|mental health|behaviou?ral health|dieti[ct]ian|\w+ologists?"
    r"|doctor)\b",
    re.IGNORECASE,
)
_IN_PERSON = re.compile(r"\b(?:in[- ]person|face[- ]to[- ]face|office visit|on[- ]site)\b", re.IGNORECASE)
_COUNTED = re.compile(r"\b(?:two|three|four|five|six|\d+) (?:or more |separate )?(?:\w+ )?(?:visits|evaluations)\b")
# Words of the encounter itself, which say nothing of what it was about.
_WORDS = """visit encounter appointment evaluation evaluate examination exam reexamination examined seen assess
    assessment consult consultation face follow note report progress office clinical treating treat prescribing
    prescriber ordering practitioner provider physician clinician specialist therapist doctor in-person person
    telehealth mental health behavioral psychiatric psychology psychological worker complete completed dated date
    request order control before prior least session re written submission onsite site licensed qualified
    professional member evaluated registered dietitian formal comprehensive initial recent after"""
_PLAIN = frozenset(stem(word) for word in _WORDS.split())


def decide(requirement: Requirement, view: View) -> Finding | None:
    """Met by a note of such a visit, by such a clinician, recent enough, that speaks of what is asked."""
    text = bare(requirement.text)
    first = opens(requirement, view)
    actor = _ACTOR.search(text)
    if isinstance(requirement.asks, Prescriber) and not _IN_PERSON.search(text):
        return None  # a consultation is weighed by its own test
    if not _ENCOUNTER.search(text) or _COUNTED.search(text) or not (first or actor):
        return None
    roles = (word for word in re.split(r"\W+", text) if specialties((word,)) & KNOWN)
    about = content(text) - _PLAIN - GENERIC - content(f"{actor[0] if actor else ''} {' '.join(roles)}")
    remote = bool(REMOTE.search(text)) or not _IN_PERSON.search(text)
    for visit in sorted(view.visits, key=_day, reverse=True):
        if not visit.seen or visit.day is None or visit.day.day is None:
            continue
        day = visit.day.earliest()
        if day > view.today or (first is not None and day < first):
            continue
        if not remote and REMOTE.search(visit.opening):
            continue
        if (visit.by(text, view.case.practitioner) or not actor) and _speaks(visit, about, actor=bool(actor)):
            why = f"The chart holds such a note of {visit.day}."
            return Finding(requirement.id, Verdict.MET, (visit.first,), why=why)
    return None


def _speaks(visit: Visit, about: frozenset[str], *, actor: bool) -> bool:
    """Whether a note is about it: half of the words said anywhere, or all of them in its title if nobody is named."""
    if not about:
        return actor
    if not actor:
        return about <= content(visit.opening)
    return 2 * len(about & visit.words) >= len(about)


def _day(visit: Visit) -> str:
    return str(visit.day or "")
