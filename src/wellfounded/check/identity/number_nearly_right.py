"""A number that differs from the patient's by a digit or two is that number with a slip, whatever label it bears.

Swapped digits are the commonest slip, and a plan's software finds no one under them.

Bad:  Ottilie Brandvold (NPS41420) needs this.  <-  member: NPS44120
Bad:  Please refer to 26-0402-7718 in your reply.  <-  denial: Claim number: 26-0420-7718
Good: Ottilie Brandvold (NPS44120) needs this.  <-  member: NPS44120
Good: Call (555) 555-0161 or fax (555) 555-0160.  <-  member: 5555550160
Good: HCPCS J1745 and J1746 are listed.  <-  member: NPS44120
"""

import re
from collections.abc import Iterator

from wellfounded.check.chart import Chart
from wellfounded.check.says import slips
from wellfounded.check.says.fields import compact
from wellfounded.check.view import Mark, Prose
from wellfounded.model.letter import Severity

CODE = "ID110"
SEVERITY = Severity.ERROR

TOKEN = re.compile(r"(?<![\w-])(?=[A-Z0-9-]*\d[A-Z0-9-]*\d)[A-Z0-9]+(?:-[A-Z0-9]+)*(?![\w-])")
PHONE = re.compile(r"(?:\(\d{3}\)\s?)?\d{3}[-.]\d{4}|\d{3}[-.]\d{3}[-.]\d{4}")


def check(prose: Prose, chart: Chart) -> Iterator[Mark]:
    """Report each token as long as one of the case's numbers that differs from it in one or two characters."""
    known = {number for number in chart.numbers if len(number) > 6 and any(c.isdigit() for c in number)}
    phones = [match.span() for match in PHONE.finditer(prose.flat)]
    for match in TOKEN.finditer(prose.flat):
        said = compact(match[0])
        if len(said) < 7 or said in chart.squeezed or any(a <= match.start() < b for a, b in phones):
            continue
        near = [number for number in sorted(known) if slips.is_slip(said, number)]
        if near:
            only = slips.number(match[0], near[0]) if len(near) == 1 else None
            yield Mark(match.span(), "differs by a slip from a number of the case", f"The case has {near[0]}.", only)
