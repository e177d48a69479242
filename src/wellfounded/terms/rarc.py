"""Remittance advice remark codes: what the remark under a reason means to us and where it leads, in our own words."""

import re

from wellfounded.terms import InvalidCode, passes
from wellfounded.terms.carc import Meaning

SHAPE = re.compile(r"(?:M|MA|N)[1-9]\d{0,2}", re.ASCII)

# Routes as in `carc`.
_BY_ROUTE = {
    ("frequency_or_level", "appeal"): {
        "M25": "the records do not support this level of service",
        "M26": "level not supported, and the patient may be owed a refund",
    },
    ("not_medically_necessary", "criteria"): {
        "N115": "decided by a local coverage determination",
        "N386": "decided by a national coverage determination",
        "N661": "the records do not support the need",
    },
    ("coding", "correct"): {
        "N569": "this diagnosis is not covered for the procedure",
    },
    ("missing_information", "records"): {
        "M60": "the certificate of medical necessity is missing",
        "N455": "the practitioner's order is missing or incomplete",
        "N667": "the prescription is missing or incomplete",
        "N702": "decided from earlier claims or records not in hand",
        "N705": "documents are incomplete or do not agree",
        "N706": "documents are missing",
        "N718": "the record of the face-to-face visit is missing or incomplete",
        "N791": "the history and physical is missing or incomplete",
    },
    ("no_prior_authorization", "authorization"): {
        "M62": "the authorization number is missing",
    },
    ("no_prior_authorization", "appeal"): {
        "N758": "decided by the earlier authorization decision",
    },
    ("not_covered_benefit", "exception"): {
        "N130": "the benefit booklet has the limit or exclusion",
    },
    ("other", "correct"): {
        "N704": "no appeal from this, but it may be corrected and sent again",
    },
    ("other", "settle"): {
        "N688": "reversed after utilization review",
        "N690": "reversed after an appeal by the practitioner",
        "N691": "reversed after an appeal by the patient",
    },
}
MEANINGS = {
    code: Meaning(says, reason, route) for (reason, route), codes in _BY_ROUTE.items() for code, says in codes.items()
}


def compact(value: str) -> str:
    """The code without label, spaces and leading zeros."""
    code = re.sub(r"(?i)\brarc\b|remark code|[\s:#\-]", "", value).upper()
    return re.sub(r"^([A-Z]+)0+(?=\d)", r"\1", code)


def validate(value: str) -> str:
    """The code; raises `InvalidCode` on another shape. Being well formed is not being in use."""
    code = compact(value)
    if not SHAPE.fullmatch(code):
        raise InvalidCode("A remittance remark code is M, MA or N and up to three digits.")
    return code


def is_valid(value: str) -> bool:
    """Whether `value` has the shape of a remittance advice remark code."""
    return passes(validate, value)


def listed(value: str) -> bool:
    """Whether we know what the code means."""
    return compact(value) in MEANINGS


def meaning(value: str) -> Meaning:
    """What the code says, its reason kind and route; an unlisted one is `other` and its route `ask`."""
    return MEANINGS.get(validate(value), Meaning("a remark we have no words for", "other", "ask"))


def reason(value: str) -> str:
    """The reason kind of a determination; `other` when unlisted or when the remark reverses a refusal."""
    return meaning(value).reason


def route(value: str) -> str:
    """Where to take it, a word of the list in `carc`; `ask` when unlisted."""
    return meaning(value).route


def format(value: str) -> str:  # noqa: A001 -- the interface every code system shares
    """The code."""
    return validate(value)
