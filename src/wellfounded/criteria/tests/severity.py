"""Severity alone: "the disease is moderate to severe"."""

import re

from wellfounded.criteria.tests._words import Words
from wellfounded.model.asks import Severity

ORDER = 64

_HOW = re.compile(
    (
        r"\b(?P<how>(?:mild|moderate|severe|life-threatening|disabling|critical|profound)(?:ly)?(?:\s*(?:to|-|\u2013|or"
        r"|and)\s*(?:mild|moderate|severe|very severe|profound)(?:ly)?)*(?:-to-severe)?)\b"
    ),
    re.IGNORECASE,
)
_OF = re.compile(r"\b(?:disease|symptoms?|severity|condition|illness|activity|episode|impairment|it)\b", re.IGNORECASE)
_SAID = re.compile(
    r"\b(?:is|are|be|considered|classified|rated|graded|of|with|:)\s*(?:at\s+least\s+)?(?:as\s+)?$", re.IGNORECASE
)


def read(words: Words) -> Severity | None:
    """Give the degree, where the words say how bad it is and not what it is."""
    match = _HOW.search(words.text)
    if not match or len(words.text.split()) > 14:
        return None
    if match.start() == 0 and _OF.match(words.text[match.end() :].lstrip()):
        return Severity(match["how"].lower())  # "severe symptoms at presentation"
    if _OF.search(words.text) and (
        _SAID.search(words.text[: match.start()]) or match.end() >= len(words.text.rstrip(" .")) - 1
    ):
        return Severity(match["how"].lower())
    return None
