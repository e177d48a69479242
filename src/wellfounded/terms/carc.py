"""Claim adjustment reason codes: what a payer's number means to us and where it leads, in our own words.

The official text is X12's and is not shipped. A well-formed number that is not in `MEANINGS` stays unknown.
"""

import re
from typing import NamedTuple

from wellfounded.terms import InvalidCode, passes

SHAPE = re.compile(r"[1-9]\d{0,2}|[A-Z]\d{1,2}", re.ASCII)
GROUPS = ("CO", "PR", "OA", "PI", "CR")  # who bears the amount: written before the code, as in CO-50


class Meaning(NamedTuple):
    """What one code says: `reason` is a reason kind of a determination, `route` where to take it."""

    says: str
    reason: str
    route: str


# Routes: appeal (a letter of necessity), literature, dosing, authorization (find it, or ask after the fact),
# correct (and resubmit), records (send what was asked for), exception (to a benefit limit), next_level,
# deadline (check the clock first), settle (a share of cost or a contract adjustment: nothing was refused).
_BY_ROUTE = {
    ("not_medically_necessary", "appeal"): {
        "50": "the payer says it was not medically necessary",
        "40": "not urgent or emergent enough for how it was given",
        "54": "the extra surgeon or assistant was not needed",
        "58": "given in the wrong setting",
    },
    ("experimental_investigational", "literature"): {
        "55": "investigational",
        "56": "not accepted as effective",
        "114": "the product is not approved by the FDA",
        "188": "used outside what the FDA approved",
    },
    ("frequency_or_level", "dosing"): {
        "150": "the records do not support this level of service",
        "151": "the records do not support this many or this often",
        "152": "the records do not support this length of service",
        "153": "the records do not support this dose",
        "154": "the records do not support this days' supply",
    },
    ("not_medically_necessary", "criteria"): {
        "272": "the coverage guideline was not met",
    },
    ("frequency_or_level", "criteria"): {
        "273": "the coverage guideline was exceeded",
    },
    ("alternatives_not_exhausted", "criteria"): {
        "B8": "another service was available and should have been used",
    },
    ("coding", "correct"): {
        "4": "the modifier does not fit the procedure",
        "11": "the diagnosis does not fit the procedure",
        "167": "this diagnosis is not covered for it",
        "B22": "adjusted because of the diagnosis",
        "97": "counted as part of another service",
        "181": "the procedure code was not in use that day",
        "182": "the modifier was not in use that day",
        "18": "the same claim was already sent",
    },
    ("no_prior_authorization", "authorization"): {
        "197": "authorization or notice is missing",
        "198": "the authorization was exceeded",
        "210": "authorization came too late",
        "284": "the authorization number is for another service",
        "296": "the authorization number is for another practitioner",
        "302": "the authorization has expired",
    },
    ("no_prior_authorization", "appeal"): {
        "39": "refused when authorization was asked for",
    },
    ("frequency_or_level", "exception"): {
        "35": "the lifetime limit is reached",
        "119": "the limit for the period is reached",
        "149": "the lifetime limit for this kind of service is reached",
        "222": "more units than the contract allows",
    },
    ("not_covered_benefit", "exception"): {
        "96": "not covered; the remark code says why",
        "160": "the injury or illness is excluded",
        "204": "not a benefit of this plan",
        "256": "not payable under the managed care contract",
    },
    ("out_of_network", "exception"): {
        "242": "the practitioner is not in the network",
        "243": "not authorized by the primary care practitioner",
    },
    ("missing_information", "records"): {
        "16": "information is missing or wrong; the remark code says which",
        "148": "information asked of another practitioner was not sent",
        "163": "the attachment named on the claim did not arrive",
        "164": "the attachment named on the claim came late",
        "226": "information asked of the practitioner was missing or late",
        "250": "the attachment is not the document that was wanted",
        "251": "the attachment is incomplete",
        "252": "an attachment is needed before a decision",
    },
    ("not_medically_necessary", "next_level"): {
        "193": "the first decision was upheld on review",
        "216": "decided by an outside reviewer",
    },
    ("timing_or_plan_year", "deadline"): {
        "26": "the cost came before coverage began",
        "27": "the cost came after coverage ended",
        "29": "the claim came after the filing limit",
        "285": "the steps of an appeal were not followed",
        "286": "the time for an appeal has passed",
    },
    ("other", "correct"): {
        "22": "another payer may have to pay first",
        "31": "the patient was not found as insured",
        "109": "sent to the wrong payer",
    },
    ("other", "settle"): {
        "1": "deductible",
        "2": "coinsurance",
        "3": "copayment",
        "23": "what an earlier payer paid or adjusted",
        "45": "charge above the fee schedule or contract",
        "253": "reduction by federal sequestration",
    },
}
MEANINGS = {
    code: Meaning(says, reason, route) for (reason, route), codes in _BY_ROUTE.items() for code, says in codes.items()
}


def compact(value: str) -> str:
    """The code without label, group code and leading zeros: `CO-50`, `CARC 50` and `050` are `50`."""
    code = re.sub(r"(?i)\bcarc\b|reason code|[\s:#]", "", value).upper()
    return re.sub(rf"^(?:{'|'.join(GROUPS)})?-?0*(?=\w)", "", code)


def validate(value: str) -> str:
    """The code; raises `InvalidCode` on another shape. Being well formed is not being in use."""
    code = compact(value)
    if not SHAPE.fullmatch(code):
        raise InvalidCode("A claim adjustment reason code is up to three digits, or a letter and up to two digits.")
    return code


def is_valid(value: str) -> bool:
    """Whether `value` has the shape of a claim adjustment reason code."""
    return passes(validate, value)


def listed(value: str) -> bool:
    """Whether we know what the code means."""
    return compact(value) in MEANINGS


def meaning(value: str) -> Meaning:
    """What the code says, its reason kind and route; an unlisted one is `other` and its route `ask`."""
    return MEANINGS.get(validate(value), Meaning("a reason we have no words for", "other", "ask"))


def reason(value: str) -> str:
    """The reason kind of a determination (`not_medically_necessary` and so on); `other` when unlisted."""
    return meaning(value).reason


def route(value: str) -> str:
    """Where to take it: a word of the list above `_BY_ROUTE`; `ask` when unlisted."""
    return meaning(value).route


def refuses(value: str) -> bool:
    """Whether the code can stand for a refusal; a share of cost or a contract adjustment cannot."""
    return route(value) != "settle"


def format(value: str) -> str:  # noqa: A001 -- the interface every code system shares
    """The code without its group."""
    return validate(value)
