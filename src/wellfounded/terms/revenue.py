"""Revenue code of a facility's bill by its shape: four digits, no text, for the list belongs to the NUBC."""

import re

from wellfounded.terms import InvalidCode, passes

SHAPE = re.compile(r"\d{4}", re.ASCII)
HIGHEST = "3109"  # adult care, the last range in use


def compact(value: str) -> str:
    """Four digits where three stand (450 is 0450); label and spaces dropped."""
    code = re.sub(r"(?i)^\s*rev(?:enue)?\.?\s*(?:code)?\s*:?|\s", "", value)
    return code.zfill(4) if re.fullmatch(r"\d{3}", code, re.ASCII) else code


def validate(value: str) -> str:
    """The four digits; raises `InvalidCode` on another shape."""
    code = compact(value)
    if not SHAPE.fullmatch(code) or not "0001" <= code <= HIGHEST:
        raise InvalidCode("A revenue code has four digits, from 0001 to 3109.")
    return code


def is_valid(value: str) -> bool:
    """Whether `value` has the shape of a revenue code."""
    return passes(validate, value)


def format(value: str) -> str:  # noqa: A001 -- the interface every code system shares
    """The four digits."""
    return validate(value)
