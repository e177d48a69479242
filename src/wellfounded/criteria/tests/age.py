"""Age: "18 years of age or older", "between 6 and 17 years", "under 12", "adults"."""

import re

from wellfounded.criteria.numbers import COMPARATOR, NAMED, comparator, count
from wellfounded.criteria.tests._words import Words
from wellfounded.model.asks import Age

ORDER = 10

_N = "(?P<{}>" + NAMED.replace("{", "{{").replace("}", "}}") + r")(?:\s*\(\d{{1,3}}\))?"
_UNIT = r"(?P<unit>years?|yrs?|y\b|months?|mos?\b|weeks?|days?)?"
_RANGE = re.compile(
    rf"\b(?:between\s+)?(?:the\s+)?(?:ages?\s+of\s+|aged?\s+(?:between\s+)?)?{_N.format('low')}(?:\s*(?:years?"
    rf"|months?|weeks?))?(?:\s+of\s+age)?\s*(?:to|through|and|-|\u2013|\u2014|up to)\s*(?:less than\s+"
    rf"|under\s+)?{_N.format('high')}[\s-]*{_UNIT}",
    re.IGNORECASE,
)
_BOTH = re.compile(
    rf"\bat\s+least\s+{_N.format('low')}(?:\s*years)?(?:\s+old|\s+of\s+age)?\s*,?\s*(?:but|and)\s+(?:no"
    rf"|not)\s+(?:more|older)\s+than\s+{_N.format('high')}[\s-]*{_UNIT}",
    re.IGNORECASE,
)
_ONE = re.compile(
    rf"(?P<before>(?:{COMPARATOR}|older than|younger than|over the age of|under the age of|after"
    rf"|before)?)\s*(?:the\s+age\s+of\s+|age\s+)?\b{_N.format('n')}[\s-]*{_UNIT}"
    r"(?P<after>\s*(?:of\s+age|old)?\s*(?:and|or)\s+(?:older|above|over|greater|younger|under|less|below|up)\b"
    r"|\s*\+|\s*(?:of\s+age|old)\b)?",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\b(?:age[ds]?|old|year-old|older|younger|of\s+age|adults?)\b", re.IGNORECASE)
# The age of a bone or of a thing is not the patient's.
_NO_YEARS = re.compile(
    r"\b(?:bone|gestational|mental|developmental)\s+age\b|\b(?:device|equipment|unit|machine|pump|wheelchair"
    r"|prosthesis|appliance"
    r"|study|test|report|scan|film|order|prescription|processor|mattress|bed|lens|aid|results?|labs?|x-?ray"
    r"|mri)s?\b[^.;]{0,40}\bold\b",
    re.IGNORECASE,
)
_ELSE = re.compile(
    r"\b(?:tried|trial|failed|failure|prescribed|treated|treatment|score|since"
    r"|relatives?|siblings?|parents?|famil\w+|onset|began)\b",
    re.IGNORECASE,
)
# "... for members 6 years and older" tells whom something else is asked of.
_APPLIES = re.compile(
    (
        r"\w\W+(?:for|in)\s+(?:members|patients|individuals|children|adults|those"
        r"|beneficiaries)\s+(?:who\s+are\s+)?(?:aged?\s+)?\d"
    ),
    re.IGNORECASE,
)
_BARE = re.compile(r"(?P<n>\d{1,2})\s+(?:and|or)\s+(?:over|older|above|up)[.?]?$", re.IGNORECASE)
_ADULT = re.compile(
    (
        r"^(?:the\s+)?(?:(?:member|patient|individual|beneficiary|enrollee|person|client)\s+(?:is"
        r"|must be)\s+)?(?:an\s+)?adults?(?:\s+(?:member|patient|individual|beneficiar|client)\w*)?[.?]?$"
    ),
    re.IGNORECASE,
)


def read(words: Words) -> Age | None:
    """Give the bounds, both inclusive, in completed units: "under 18" is at most 17."""
    text = (
        re.sub(r"\([^)]*\)", " ", words.text) if re.search(r"\d", re.sub(r"\([^)]*\)", " ", words.text)) else words.text
    )
    if bare := _BARE.match(words.text.strip()):
        return Age(min=_value(bare["n"]))
    if _ADULT.match(words.text.strip()):
        return Age(min=18)
    if not _ABOUT.search(text) or (_ELSE.search(text) and not re.match(r"\W*(?:\w+\W+){0,4}?age", text, re.IGNORECASE)):
        return None
    if _APPLIES.search(text) or _NO_YEARS.search(text):
        return None
    if match := _RANGE.search(text):
        low, high = _value(match["low"]), _value(match["high"])
        if high > low and (match["unit"] or "age" in match[0].lower()):
            open_ended = re.search(r"less than|under", match[0], re.IGNORECASE)
            return Age(low, high - 1 if open_ended else high, _unit(match["unit"]))
    if re.search(r"\bdays?\s+old\b", text) and not re.search(r"\b(?:age|infant|newborn|neonate)", text, re.IGNORECASE):
        return None  # a paper that is no more than 90 days old
    if both := _BOTH.search(text):
        return Age(_value(both["low"]), _value(both["high"]), _unit(both["unit"]))
    for match in _ONE.finditer(text):
        sign = comparator(match["before"], (match["after"] or "").replace("of age", "").replace("old ", ""))
        before, after = match["before"].lower(), (match["after"] or "").lower()
        if not (
            match["unit"]
            or after
            or re.search(r"older|younger", before)
            or "age" in match[0].lower()
            or "age" in text[: match.start()].lower()[-24:]
        ):
            continue
        n, unit = _value(match["n"]), _unit(match["unit"])
        if (
            re.search(r"older|above|over|greater|\+|up\b", after)
            or sign in {">=", ">"}
            or re.search(r"older than|over|after", before)
        ):
            return Age(min=n, unit=unit)
        if re.search(r"younger|under|less|below", after) or sign == "<=":
            return Age(max=n, unit=unit)
        if sign == "<" or re.search(r"younger than|under|before", before):
            return Age(max=n - 1, unit=unit)
        if after.strip() in {"of age", "old"} or "age" in text[: match.start()].lower():
            return Age(min=n, unit=unit)
    return None


def _value(text: str) -> float:
    return float(count(text))


def _unit(text: str | None) -> str:
    plain = (text or "years").lower().rstrip("s")
    return {"yr": "years", "y": "years", "mo": "months"}.get(plain, f"{plain}s")
