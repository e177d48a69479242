"""A National Provider Identifier must have ten digits that end in the right check digit.

A plan's software rejects a request whose NPI fails the check before anyone reads it. Source: 45 CFR 162.406.

Bad:  Priya Raman, MD, NPI: 1234567890
Bad:  NPI # 123456789
Good: Priya Raman, MD, NPI: 1234567893
Good: Call the office at 555-010-4477.
"""

import re
from collections.abc import Iterator

from wellfounded.check.view import Line, Mark
from wellfounded.model.letter import Severity
from wellfounded.terms import npi

CODE = "ID107"
SEVERITY = Severity.ERROR

NUMBER = re.compile(r"\bNPI\b(?:\s*(?:number|no\.?|#|is|:))*\s*(\d[\d -]{6,12}\d)", re.IGNORECASE)


def check(line: Line) -> Iterator[Mark]:
    """Report each labelled NPI whose check digit is wrong."""
    for match in NUMBER.finditer(line.text):
        if not npi.is_valid(match[1]):
            yield Mark(
                match.span(1), "this NPI cannot exist: its check digit or length is wrong", "Copy it from NPPES."
            )
