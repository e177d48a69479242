"""Events counted: "two or more exacerbations within the past 12 months", "one hospitalization for asthma"."""

import re

from wellfounded.criteria.numbers import COUNT, count, within
from wellfounded.criteria.tests._threshold import bound
from wellfounded.criteria.tests._words import Words
from wellfounded.model.asks import Measurement

ORDER = 31

_COUNTED = re.compile(
    rf"^(?:(?:medical\s+|clinical\s+)?(?:history|records?|notes?|documentation|diary|log)\s+(?:shows?"
    rf"|documents?|of|demonstrates?)\s+)?(?:(?:(?:the|a)\s+)?(?:\w+\s+)?(?:has|have|had)\s+(?:had\s+"
    rf"|experienced\s+)?|history\s+of\s+|documented\s+)?"
    rf"(?P<least>at\s+least\s+|a\s+minimum\s+of\s+)?(?P<n>{COUNT})(?:\s*\((?:\d+)\))?(?P<more>\s+or\s+more)?\s+"
    r"(?P<name>(?:[\w-]+\s+){0,3}?(?:exacerbations?|hospitali[sz]ations?|crisis|crises|attacks?|flares?|relapses?"
    r"|admissions?|emergency\s+(?:department\s+|room\s+)?visits?|falls?|recurrences?))\b",
    re.IGNORECASE,
)
_HAPPENS = re.compile(
    rf"(?P<name>[\w -]{{3,50}}?)\s+(?:occur|happen|recur|come\s+back|are\s+present)s?\s+(?:at\s+least\s+"
    rf"|more\s+than\s+)?(?P<n>once|twice|{COUNT}\s+times)\s+"
    r"(?:an?|per|each|every)\s+(?P<per>day|week|month|year|night)\b",
    re.IGNORECASE,
)
_OFTEN = re.compile(r"\s+(?:per|each|every|an?)\s+(?P<per>day|week|month|year)\b", re.IGNORECASE)


def read(words: Words) -> Measurement | None:
    """Give what is counted, at least how many times, and in how long."""
    if how := _HAPPENS.match(words.text):
        n = {"once": 1, "twice": 2}.get(how["n"].lower()) or count(how["n"].split()[0])
        return Measurement(how["name"].lower(), ">=", float(n), f"per {how['per']}", within(words.text))
    match = _COUNTED.match(words.text)
    recent = within(words.text)
    often = _OFTEN.match(words.text, match.end()) if match else None
    if match is None or (bound(words.text) and not often) or not (recent or often or match["least"] or match["more"]):
        return None
    return Measurement(match["name"], ">=", float(count(match["n"])), f"per {often['per']}" if often else "", recent)
