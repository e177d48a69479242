"""National Provider Identifier: ten digits, the last a check digit over 80840 and the first nine (45 CFR 162.406)."""

import re

from wellfounded.terms import InvalidCode, luhn_total, passes

ISSUER = "80840"  # health applications, United States: prefixed before the check digit is computed
SHAPE = re.compile(r"[12]\d{9}", re.ASCII)  # CMS issues numbers that begin with 1 or 2


def compact(value: str) -> str:
    """Digits alone: label, spaces and hyphens dropped, and the card issuer prefix where fifteen digits stand."""
    digits = re.sub(r"(?i)^\s*npi\s*(?:no\.?|number|#)?\s*:?|[\s.\-]", "", value)
    return digits[len(ISSUER) :] if len(digits) == 15 and digits.startswith(ISSUER) else digits


def validate(value: str) -> str:
    """The ten digits; raises `InvalidCode` on another shape or a wrong check digit."""
    number = compact(value)
    if not SHAPE.fullmatch(number):
        raise InvalidCode(
            "An NPI has ten digits and begins with 1 or 2.",
            hint="Copy the NPI from the practitioner's record.",
        )
    if luhn_total(ISSUER + number) % 10:
        raise InvalidCode(
            "The last digit of this NPI does not follow from the others.",
            hint="A digit is wrong or two are swapped: compare with the practitioner's record.",
        )
    return number


def is_valid(value: str) -> bool:
    """Whether `value` is an NPI with a right check digit. It says nothing of whether CMS issued it."""
    return passes(validate, value)


def format(value: str) -> str:  # noqa: A001 -- the interface every code system shares
    """The ten digits without separators, as CMS prints them."""
    return validate(value)
