"""A letter to a plan carries no Social Security number: the member number identifies the patient.

More than the minimum necessary is a disclosure of its own. Source: 45 CFR 164.502(b).

Bad:  SSN: 123-45-6789
Bad:  Social Security number 987654321
Good: Member ID: 123456789
Good: Phone: 555-010-0123
"""

import re
from collections.abc import Iterator

from wellfounded.check.view import Line, Mark
from wellfounded.model.letter import Severity

CODE = "PV101"
SEVERITY = Severity.ERROR

NUMBER = re.compile(
    r"(?:\bS\.?S\.?N|\bSS\s?#|\bsoc(?:ial|\.)\s+sec(?:urity|\.)(?:\s+(?:number|no\.?))?)\s*\.?\s*(?:[:#]|is)*\s*"
    r"(\d{3}[- ]?\d{2}[- ]?\d{4})(?!\d)"
    r"|(?<![\d-])(?<!fax )(?<!phone )(?<!tel )(?<!call )(\d{3}-\d{2}-\d{4})(?![\d-])",
    re.IGNORECASE,
)


def check(line: Line) -> Iterator[Mark]:
    """Report each number with the label or the shape of one."""
    for match in NUMBER.finditer(line.text):
        yield Mark(match.span(1 if match[1] else 2), "a Social Security number stands in the letter", "Take it out.")
