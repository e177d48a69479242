"""Time that must have passed: "more than 90 days have passed since the injury", "pain has persisted for 6 months"."""

import re

from wellfounded.criteria.numbers import COMPARATOR, comparator, durations
from wellfounded.criteria.tests._words import Words
from wellfounded.model.asks import Measurement

ORDER = 29

_PASSED = re.compile(
    r"\s*(?:or\s+more\s+)?(?:have|has|must\s+have|had)\s+(?:passed|elapsed|gone\s+by)\b\s*(?P<since>.*)", re.IGNORECASE
)
_LASTING = re.compile(
    r"^(?P<what>[^.;:]{3,80}?)\s+(?:(?:has|have|had|must\s+have)\s+)?(?:persisted|lasted|continued|been\s+"
    r"present|endured|persists?|lasts"
    r"|(?:is|are|was|were)\s+present)\s+(?:for\s+)?(?:longer\s+than\s+|at\s+least\s+|more\s+than\s+|a\s+"
    r"minimum\s+of\s+|over\s+|[>\u2265]=?\s*)?$",
    re.IGNORECASE,
)
_CASE = re.compile(r"^(?:if|when|where|for)\b[^,]*,\s*", re.IGNORECASE)
_TREATED = re.compile(r"\b(?:despite|therap\w+|treat\w+|receiving|taking|using)\b", re.IGNORECASE)
_SIGN = re.compile(rf"(?P<sign>{COMPARATOR}|longer\s+than)\s*$", re.IGNORECASE)


def read(words: Words) -> Measurement | None:
    """Give what the time is of, how it is bounded and how long it is."""
    for start, end, length in durations(words.text):
        head = words.text[:start]
        sign = _SIGN.search(head)
        bound = (comparator(sign["sign"]) or ">") if sign else ">="
        head = _CASE.sub("", head)
        passed = _PASSED.match(words.text, end)
        lasting = _LASTING.match(head)
        if passed and (not head.strip() or (sign and head.strip() == sign["sign"])):
            return Measurement(f"{length.unit} {passed['since'].strip(' .;?')}".strip(), bound, length.n, length.unit)
        if lasting and not _TREATED.search(words.text):
            return Measurement(f"duration of {lasting['what'].lower()}", bound, length.n, length.unit)
    return None
