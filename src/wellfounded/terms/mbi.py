"""Medicare Beneficiary Identifier: eleven characters, each place with its own alphabet (CMS, MBI format)."""

import re

from wellfounded.terms import InvalidCode, passes

_LETTER = "[AC-HJKMNP-RT-Y]"  # no S, L, O, I, B, Z: they read as digits
_EITHER = "[0-9AC-HJKMNP-RT-Y]"
SHAPE = re.compile(rf"[1-9]{_LETTER}{_EITHER}\d{_LETTER}{_EITHER}\d{_LETTER}{{2}}\d{{2}}", re.ASCII)


def compact(value: str) -> str:
    """Upper case without label, spaces and hyphens."""
    return re.sub(r"(?i)^\s*mbi\s*(?:no\.?|number|#)?\s*:?|[\s\-]", "", value).upper()


def validate(value: str) -> str:
    """The eleven characters; raises `InvalidCode` on another shape. There is no check digit."""
    number = compact(value)
    if not SHAPE.fullmatch(number):
        raise InvalidCode(
            "A Medicare number has eleven characters and never the letters S, L, O, I, B or Z.",
            hint="Copy it from the red, white and blue Medicare card.",
        )
    return number


def is_valid(value: str) -> bool:
    """Whether `value` has the shape of a Medicare Beneficiary Identifier."""
    return passes(validate, value)


def format(value: str) -> str:  # noqa: A001 -- the interface every code system shares
    """The card's grouping, 4-3-4."""
    number = validate(value)
    return f"{number[:4]}-{number[4:7]}-{number[7:]}"
