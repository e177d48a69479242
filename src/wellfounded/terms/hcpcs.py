"""HCPCS level II code by its shape and its first letter; the list itself is loaded from the official file."""

import re

from wellfounded.terms import InvalidCode, passes

SHAPE = re.compile(r"[A-EGHJ-MP-V]\d{4}", re.ASCII)

# Our words for what CMS assigns to each letter. D is the dental list of the American Dental Association.
KINDS = {
    "A": "transport, medical and surgical supplies",
    "B": "enteral and parenteral nutrition",
    "C": "hospital outpatient items",
    "D": "dental services",
    "E": "durable medical equipment",
    "G": "professional services named by Medicare",
    "H": "behavioral health and substance use services",
    "J": "drugs given other than by mouth, and chemotherapy",
    "K": "equipment codes of the DME contractors",
    "L": "orthotics and prosthetics",
    "M": "other medical services and quality measures",
    "P": "laboratory services and blood products",
    "Q": "temporary codes for drugs, supplies and services",
    "R": "portable diagnostic radiology",
    "S": "codes of private payers",
    "T": "codes of state Medicaid agencies",
    "U": "laboratory tests in a public emergency",
    "V": "vision, hearing and speech",
}


def compact(value: str) -> str:
    """Upper case without label, spaces and modifiers after a hyphen (E1390-RR is E1390)."""
    code = re.sub(r"(?i)^\s*hcpcs\s*(?:level\s*(?:ii|2))?\s*(?:code)?\s*:?|\s", "", value).upper()
    return re.sub(r"(?:-[A-Z0-9]{2})+$", "", code)


def validate(value: str) -> str:
    """The five characters; raises `InvalidCode` on another shape. Existence is known only to the official list."""
    code = compact(value)
    if not SHAPE.fullmatch(code):
        raise InvalidCode("A HCPCS level II code is one letter and four digits, as in E1390.")
    return code


def is_valid(value: str) -> bool:
    """Whether `value` has the shape of a HCPCS level II code."""
    return passes(validate, value)


def kind(value: str) -> str:
    """What its first letter says the code is for, in our words; raises `InvalidCode`."""
    return KINDS[validate(value)[0]]


def format(value: str) -> str:  # noqa: A001 -- the interface every code system shares
    """The five characters."""
    return validate(value)
