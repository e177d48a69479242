"""National Drug Code: ten digits on the package in three layouts, eleven on a claim (21 CFR 207.33, 45 CFR 162.1002).

A claim pads the short part with a zero to 5-4-2. Ten digits without hyphens could be padded in three places, so
they are refused rather than guessed.
"""

import re

from wellfounded.terms import InvalidCode, passes

LAYOUTS = {(4, 4, 2), (5, 3, 2), (5, 4, 1), (5, 4, 2)}
PARTS = re.compile(r"(\d{4,5})-(\d{3,4})-(\d{1,2})", re.ASCII)
LABEL = re.compile(r"(?i)^\s*ndc\s*(?:no\.?|number|#)?\s*:?|\s")


def compact(value: str) -> str:
    """Eleven digits where the hyphens tell the layout; else the value without label and spaces."""
    code = LABEL.sub("", value)
    parts = PARTS.fullmatch(code)
    if parts and tuple(len(part) for part in parts.groups()) in LAYOUTS:
        labeler, product, package = parts.groups()
        return f"{labeler:0>5}{product:0>4}{package:0>2}"
    return code


def validate(value: str) -> str:
    """The eleven digits of a claim; raises `InvalidCode` on another shape or an ambiguous one."""
    code = compact(value)
    if re.fullmatch(r"\d{10}", code, re.ASCII):
        raise InvalidCode(
            "Ten digits of an NDC without hyphens can be read in three ways.",
            hint="Write it with the hyphens of the package, as in 0002-1433-80.",
        )
    if not re.fullmatch(r"\d{11}", code, re.ASCII):
        raise InvalidCode("An NDC is 4-4-2, 5-3-2 or 5-4-1 digits on the package and eleven digits on a claim.")
    return code


def is_valid(value: str) -> bool:
    """Whether `value` names one NDC without doubt."""
    return passes(validate, value)


def format(value: str) -> str:  # noqa: A001 -- the interface every code system shares
    """The claim form with hyphens, 5-4-2."""
    code = validate(value)
    return f"{code[:5]}-{code[5:9]}-{code[9:]}"
