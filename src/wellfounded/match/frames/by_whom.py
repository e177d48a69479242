"""Who orders the service, whichever test the words were typed as: "order by a psychiatrist"."""

import re

from wellfounded.match.decide.prescriber import decide as held
from wellfounded.match.specialties import KNOWN, specialties
from wellfounded.match.view import View
from wellfounded.match.words import content, stem
from wellfounded.model.asks import Concurrent, IntoleranceOrContraindication, Prescriber, TrialOf
from wellfounded.model.criteria import Requirement
from wellfounded.model.finding import Finding, Verdict

_ORDERS = re.compile(
    r"\b(?:prescri\w+|order(?:ed|s|ing)?|request(?:ed|ing)?|recommend\w*|referr\w+|administer\w*|perform\w*|manag\w+"
    r"|supervis\w+|provider|physician|practitioner|surgeon)\b",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"\b(?:\w+(?:ist|trician|geon|ician)s?|provider|practitioner|doctor|\w*board[- ]certified|specialty)\b",
    re.IGNORECASE,
)
# By whom a treatment is given is not who orders.
_OF_TREATMENT = (Prescriber, TrialOf, Concurrent, IntoleranceOrContraindication)
_WORDS = """
prescribed prescribe prescriber prescription order ordered ordering requested recommended referred administered
performed managed supervised provider physician practitioner surgeon doctor specialist licensed qualified board
certified eligible consultation consult medical pediatric medicine service treatment drug device therapy certification
"""
_PLAIN = frozenset(stem(word) for word in _WORDS.split())


def decide(requirement: Requirement, view: View) -> Finding | None:
    """Met by the practitioner's specialty where the words ask for nothing but a specialty that orders."""
    text = requirement.text
    if isinstance(requirement.asks, _OF_TREATMENT) or not _PERSON.search(text) or not _ORDERS.search(text):
        return None
    wanted = specialties((text,)) & KNOWN
    said = frozenset(word for part in re.split(r"\W+", text) if specialties((part,)) & KNOWN for word in content(part))
    spoken = frozenset(word for name in wanted for word in content(name))
    if not wanted or content(text) - said - spoken - _PLAIN:
        return None
    found = held(Prescriber(tuple(sorted(wanted))), requirement, view)
    return found if found.verdict is not Verdict.UNKNOWN else None
