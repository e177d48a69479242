"""CPT code by its shape alone: no descriptor is shipped, for the text belongs to the American Medical Association."""

import re

from wellfounded.terms import InvalidCode, passes

# Category I: five digits (00100 and up). II: four digits and F. III: four digits and T.
# Laboratory analyses registered one by one end in U or M, and vaccines are category I.
CATEGORIES = {"": "I", "F": "II", "T": "III", "U": "PLA", "M": "MAAA"}
SHAPE = re.compile(r"\d{4}[\dFTUM]", re.ASCII)


def compact(value: str) -> str:
    """Upper case without label, spaces and modifiers after a hyphen (99213-25 is 99213)."""
    code = re.sub(r"(?i)^\s*cpt\s*(?:code|®)?\s*:?|\s", "", value).upper()
    return re.sub(r"(?:-[A-Z0-9]{2})+$", "", code)


def validate(value: str) -> str:
    """The five characters; raises `InvalidCode` on another shape. Existence is known only to the licensed list."""
    code = compact(value)
    if not SHAPE.fullmatch(code) or (code.isdigit() and code < "00100"):
        raise InvalidCode("A CPT code has five digits, or four digits and one of the letters F, T, U, M.")
    return code


def is_valid(value: str) -> bool:
    """Whether `value` has the shape of a CPT code. A ZIP code has it too: the caller looks at the context."""
    return passes(validate, value)


def category(value: str) -> str:
    """I, II, III, PLA or MAAA; raises `InvalidCode`."""
    code = validate(value)
    return CATEGORIES["" if code.isdigit() else code[-1]]


def format(value: str) -> str:  # noqa: A001 -- the interface every code system shares
    """The five characters."""
    return validate(value)
