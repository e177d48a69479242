"""LOINC code: up to seven digits, a hyphen and a Luhn check digit (LOINC Users' Guide, appendix on check digits)."""

import re

from wellfounded.terms import InvalidCode, luhn_total, passes

SHAPE = re.compile(r"[1-9]\d{0,6}-\d", re.ASCII)


def compact(value: str) -> str:
    """The code without label and spaces; the hyphen is part of the code and is kept."""
    return re.sub(r"(?i)^\s*loinc\s*(?:code)?\s*:?|\s", "", value).replace("\N{EN DASH}", "-")


def validate(value: str) -> str:
    """The code; raises `InvalidCode` on another shape or a wrong check digit."""
    code = compact(value)
    if not SHAPE.fullmatch(code):
        raise InvalidCode("A LOINC code is digits, a hyphen and one check digit, as in 4548-4.")
    if luhn_total(code.replace("-", "")) % 10:
        raise InvalidCode(
            "The check digit of this LOINC code does not follow from the others.",
            hint="A digit is wrong or two are swapped.",
        )
    return code


def is_valid(value: str) -> bool:
    """Whether `value` is a LOINC code with a right check digit."""
    return passes(validate, value)


def format(value: str) -> str:  # noqa: A001 -- the interface every code system shares
    """The code with its hyphen."""
    return validate(value)
