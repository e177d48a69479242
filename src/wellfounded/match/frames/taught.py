"""Teaching that must have been given, and whether what was taught is kept to."""

import re

from wellfounded.match.clauses import clauses
from wellfounded.match.view import View
from wellfounded.match.visits import Visit
from wellfounded.match.words import GENERIC, content, plain, stem
from wellfounded.model.criteria import Requirement
from wellfounded.model.evidence import Evidence
from wellfounded.model.finding import Finding, Verdict

_TEACH = re.compile(
    r"\b(?:train(?:ed|ing)|educat(?:ed|ion)|taught|teach\w*|instruct(?:ed|ion)s?|return demonstration|competen\w+)\b",
    re.IGNORECASE,
)
_TAUGHT = re.compile(
    r"\b(?:train(?:ed|ing)|educat(?:ed|ion)|taught|teach[- ]?back|teaching|instruct(?:ed|ion)s?|demonstrat(?:ed|es|ion)"
    r"|demo ok|competent|technique (?:checked|reviewed|good|correct)|verbali[sz]ed understanding)\b",
    re.IGNORECASE,
)
_AGREES = re.compile(r"\b(?:agrees?|agreed|agreement|willing|consents?|commit(?:s|ted)?)\b", re.IGNORECASE)
_CARER = re.compile(
    r"\b(?:mother|father|parents?|mom|dad|family|caregivers?|carer|spouse|wife|husband|daughter|son|sister|brother|aide"
    r"|nurse|partner|guardian|mrs|mr|she|he|they)\b",
    re.IGNORECASE,
)
# "... or training has been arranged": the day set for it is enough.
_ARRANGE = re.compile(
    r",? or (?:the |such |that )?(?:training|teaching|education|instruction) (?:has been|is|will be"
    r"|was) (?:arranged|scheduled"
    r"|planned|booked|set up)",
    re.IGNORECASE,
)
_BOOKED = re.compile(r"(?<!\bbe )\b(?:booked|arranged|scheduled|set (?:up )?for|confirm(?:s|ed))\b", re.IGNORECASE)
_SET = re.compile(
    r"\b(?:train\w*|teach\w*|education|instruction)\b.{0,40}\b(?:booked|arranged|scheduled)\b", re.IGNORECASE
)
_ON = re.compile(
    r"\b(?:trained|educated|instructed|taught|training|instruction) (?:in|on|about|how to) (?:the )?(\w+(?: \w+)?)"
)
_TAUGHT_TO = re.compile(r"^([^.;:]{3,90}?) (?:(?:was|were|has been|been) )?(?:taught|shown|demonstrated) to\b")
_KEEP = re.compile(r"\b(?:complian\w*|complies|adher\w+|consistent(?:ly)? us\w+|regular(?:ly)? us\w+)\b", re.IGNORECASE)
_KEPT = re.compile(
    r"\b(?:compliant|compliance|adherent|adherence|adheres|every (?:day|night)|daily|nightly|consistently|faithfully"
    r"|\d(?: ?- ?\d)? (?:days?|nights?|times?|x) ?(?:a|per|/) ?w(?:ee)?k|log reviewed|\d+ ?% of (?:nights|days)"
    r"|(?:never|rarely) miss\w*|no missed|as (?:prescribed|directed)|pharmacy confirms)\b",
    re.IGNORECASE,
)
_NOT_KEPT = re.compile(
    r"\b(?:non-?(?:complian|adheren)\w*|not (?:been |being )?(?:compliant|adherent|using|doing)|poor(?:ly)?|some days"
    r"|inconsistent\w*|sporadic\w*|occasional\w*|misses (?:most|many|several)|stopped|declin\w+|refus\w+)\b",
    re.IGNORECASE,
)
_WORDS = """
trained training educated education taught teach teaching instructed instruction demonstrated competent caregiver
family proper correct appropriate use using used compliant compliance adherent adherence adhere consistent regular
worker willing able prescribed agree agrees self complete completed home available
"""
_PLAIN = frozenset(stem(word) for word in _WORDS.split())
_THINGS = """
device equipment product medication technique unit system machine
"""
_THING = frozenset(stem(word) for word in _THINGS.split())


def decide(requirement: Requirement, view: View) -> Finding | None:
    """Met where a note tells of the teaching and, where that is asked, the newest word is that it is kept to."""
    text = requirement.text
    teach, keep = bool(_TEACH.search(text)), bool(_KEEP.search(text))
    about = content(text) - _PLAIN - GENERIC
    if not (teach or keep) or (keep and not about):
        return None
    taught = _given(about, view) if teach else None
    if teach and taught is None and (offer := _ARRANGE.search(text)):
        about -= content(offer[0])
        taught = _given(about, view) or _arranged(about, view)
    agreed = _agreed(view) if _AGREES.search(text) else None
    if teach and _AGREES.search(text) and agreed is None:
        return None
    kept = _still(about, view) if keep else None
    if (teach and taught is None) or (keep and kept is None):
        return None
    supports = tuple(each for each in (taught, agreed, kept) if each is not None)
    return Finding(requirement.id, Verdict.MET, supports, why="A note says so.")


def _given(about: frozenset[str], view: View) -> Evidence | None:
    """The newest sentence of teaching, in a note that speaks of the thing; "the device" is the one requested."""
    named = about - _THING
    asked = frozenset(word for each in view.case.services for word in content(each.description.value)) - GENERIC
    for visit in _newest(view):
        on_it = 2 * len(named & visit.words) >= len(named) if named else bool(asked & visit.words)
        for each in visit.parts if on_it else ():
            taught = _TAUGHT.search(plain(each.statement)) and not _SET.search(each.statement)
            if taught and _meant(each) and not _other(each, named | asked):
                return each
    return None


def _arranged(about: frozenset[str], view: View) -> Evidence | None:
    """The newest sentence by which the teaching of a caregiver is arranged, in a note that speaks of the thing."""
    named = about - _THING
    asked = frozenset(word for each in view.case.services for word in content(each.description.value)) - GENERIC
    for visit in _newest(view):
        if not (named <= visit.words if named else asked & visit.words):
            continue
        for each in visit.parts:
            told = _BOOKED.search(each.statement) and _TEACH.search(each.statement) and _CARER.search(each.statement)
            sure = not any(clause.denied or clause.maybe for clause in clauses(each.statement))
            if told and sure and not _other(each, named | asked):
                return each
    return None


def _other(each: Evidence, about: frozenset[str]) -> bool:
    """Whether a sentence names another thing that was taught: trained in percussion is not trained on the device."""
    found = _ON.search(plain(each.statement)) or _TAUGHT_TO.search(plain(each.statement))
    what = content(found[1]) - GENERIC - _PLAIN - _THING if found else frozenset()
    return bool(what) and not what & about


def _agreed(view: View) -> Evidence | None:
    """The newest sentence that says that whoever gives the care is willing to."""
    held = (each for visit in _newest(view) for each in visit.parts)
    return next(
        (each for each in held if _AGREES.search(each.statement) and _CARER.search(each.statement) and _meant(each)),
        None,
    )


def _still(about: frozenset[str], view: View) -> Evidence | None:
    """The newest sentence on the thing that tells how it is kept to, if it tells that it is."""
    for visit in _newest(view):
        for each in visit.parts:
            if not 2 * len(about & content(each.statement)) >= len(about) or not _meant(each):
                continue
            if _NOT_KEPT.search(each.statement):
                return None
            if _KEPT.search(each.statement):
                return each
    return None


def _meant(each: Evidence) -> bool:
    """Whether a sentence is sure and no plan; that it tells of a relative is right where a caregiver is taught."""
    usable = each.assertion.experiencer == "patient" and each.assertion.time != "planned"
    return usable and any(not (clause.denied or clause.maybe or clause.later) for clause in clauses(each.statement))


def _newest(view: View) -> list[Visit]:
    return sorted(view.visits, key=lambda one: str(one.day or ""), reverse=True)
