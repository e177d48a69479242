"""The time between two events of the chart: "therapy began within 8 weeks of the surgery"."""

import re
from datetime import date

from wellfounded.match.view import View
from wellfounded.match.visits import Visit
from wellfounded.match.words import GENERIC, content, plain, stem
from wellfounded.model.coding import Duration
from wellfounded.model.criteria import Requirement
from wellfounded.model.finding import Finding, Verdict

_ASKED = re.compile(
    r"^(?P<one>.{3,70}?)\s+(?:is |was |were |are |has been |have been )?(?:performed|done|completed|obtained"
    r"|started|begun"
    r"|began|begins|starts?|initiated|occurred)?\s*(?:within|no (?:later|more) than)\s+(?P<n>\d+)\s+(?P<u>day"
    r"|week|month)s?"
    r"\s+(?:of|after|from|before|following|prior to)\s+(?:the\s+)?(?P<other>.{3,70}?)\W*$",
    re.IGNORECASE,
)
_REQUEST = re.compile(
    r"\b(?:request|order|submission|application|prescription|authori[sz]ation|today|review)\b", re.IGNORECASE
)
_CONSULT = re.compile(
    r"(?:first |initial )?(?:consult(?:ation)?|evaluation|visit)s? (?:for|about|on) (?:the |an? )?(?P<about>.+)",
    re.IGNORECASE,
)
_TITLED = re.compile(r"\bconsult(?:ation)?\b(?! (?:with|placed|ordered|requested))", re.IGNORECASE)
_WORDS = """
member patient beneficiary initial first the session visit evaluation consultation consult
"""
_PLAIN = frozenset(stem(word) for word in _WORDS.split())


def decide(requirement: Requirement, view: View) -> Finding | None:
    """Met or not met by the days of the two notes whose titles name the events; None where either has no such note."""
    found = _ASKED.match(plain(requirement.text).strip())
    if found is None or _REQUEST.search(found["other"]):
        return None
    one, other = _note(found["one"], view), _note(found["other"], view) or _consulted(found["other"], view)
    if one is None or other is None or one is other:
        return None
    apart = abs((_day(one) - _day(other)).days)
    near = apart <= Duration(int(found["n"]), f"{found['u'].lower()}s").days + 1
    told = (one.first, other.first)
    why = f"The two notes are {apart} days apart."
    return Finding(requirement.id, Verdict.MET, told, why=why) if near else None


def _note(what: str, view: View) -> Visit | None:
    """The first note whose title names the event by every word of it."""
    asked = content(what)
    core = asked - _PLAIN - GENERIC or asked - GENERIC or asked
    dated = [each for each in view.visits if each.day and each.day.day and core and core <= content(each.opening)]
    return min(dated, key=_day, default=None)


def _consulted(what: str, view: View) -> Visit | None:
    """The first note that heads itself a consultation and speaks of what the consultation was to be for."""
    asked = _CONSULT.match(plain(what))
    about = content(asked["about"]) - GENERIC if asked else frozenset()
    dated = [
        each
        for each in view.visits
        if each.day and each.day.day and about and about <= each.words and _TITLED.search(each.opening)
    ]
    return min(dated, key=_day, default=None)


def _day(visit: Visit) -> date:
    return visit.day.earliest() if visit.day else date.max
