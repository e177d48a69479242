"""A National Provider Identifier must have ten digits that end in the right check digit.

A plan's software rejects a request whose NPI fails the check before anyone reads it. Source: 45 CFR 162.406.

Bad:  Priya Raman, MD, NPI: 1234567890
Bad:  NPI # 123456789
Good: Priya Raman, MD, NPI: 1234567893
Good: Call the office at 555-010-4477.
"""

import re
from collections.abc import Iterator

from wellfounded.check.chart import Chart
from wellfounded.check.says import slips
from wellfounded.check.view import Mark, Prose
from wellfounded.model.letter import Severity
from wellfounded.terms import npi

CODE = "ID107"
SEVERITY = Severity.ERROR

IMPOSSIBLE = "this NPI cannot exist: its check digit or length is wrong"
NUMBER = re.compile(r"\bNPI\b(?:\s*(?:number|no\.?|#|is|:|-))*\s*(\d[\d -]{6,12}\d)", re.IGNORECASE)


def check(prose: Prose, chart: Chart | None) -> Iterator[Mark]:
    """Report each labelled NPI whose check digit is wrong; in a letter of ours the signer's, at its closing."""
    known = chart.case.practitioner.npi if chart else None
    right = known.value if known is not None and npi.is_valid(known.value) else ""
    for match in NUMBER.finditer(prose.text):
        if not npi.is_valid(match[1]):
            yield Mark(match.span(1), IMPOSSIBLE, "Copy it from NPPES.", slips.number(match[1], right))
    ours = prose.ours
    if ours is not None and ours.signer.npi is not None and not npi.is_valid(ours.signer.npi.value):
        end = len(prose.text)
        yield Mark((end - len(ours.closing), end), f"the signer's: {IMPOSSIBLE}", "Copy it from NPPES.")
