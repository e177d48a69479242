"""DEA registration number: two letters and seven digits, the last a check digit (21 CFR 1301 registrations)."""

import re

from wellfounded.terms import InvalidCode, passes

# First letter: kind of registrant. Second: initial of the name, or 9 for a business address.
SHAPE = re.compile(r"[ABCDEFGHJKLMPRSTUX][A-Z9]\d{7}", re.ASCII)


def compact(value: str) -> str:
    """Upper case without label, spaces and hyphens; a suffix of a hospital's own stays and fails `validate`."""
    return re.sub(r"(?i)^\s*dea\s*(?:no\.?|number|#)?\s*:?|[\s.\-]", "", value).upper()


def validate(value: str) -> str:
    """The nine characters; raises `InvalidCode` on another shape or a wrong check digit."""
    number = compact(value)
    if not SHAPE.fullmatch(number):
        raise InvalidCode(
            "A DEA number has two letters and seven digits.",
            hint="Copy it from the registration certificate.",
        )
    digits = [int(digit) for digit in number[2:]]
    if (sum(digits[0:6:2]) + 2 * sum(digits[1:6:2])) % 10 != digits[6]:
        raise InvalidCode(
            "The last digit of this DEA number does not follow from the others.",
            hint="A digit is wrong or two are swapped: compare with the registration certificate.",
        )
    return number


def is_valid(value: str) -> bool:
    """Whether `value` is a DEA number with a right check digit."""
    return passes(validate, value)


def format(value: str) -> str:  # noqa: A001 -- the interface every code system shares
    """The nine characters without separators."""
    return validate(value)
