"""A period must not end before it begins.

Bad:  Sertraline from 02/04/2025 to 10/08/2024.
Bad:  Dates of service: June 30, 2026 through April 1, 2026
Good: Sertraline from 10/08/2024 to 02/04/2025.
Good: PHQ-9 fell from 21 on 10/08/2024 to 20 on 02/04/2025.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from wellfounded.check.view import Mark, Prose
from wellfounded.model.letter import Severity

CODE = "DT105"
SEVERITY = Severity.ERROR

TO = re.compile(r"\s*(?:-|to|through|thru|until)\s*", re.IGNORECASE)


def check(prose: Prose) -> Iterator[Mark]:
    """Report each two dates joined as a period of which the second is the earlier."""
    for first, last in pairwise(prose.days):
        joined = TO.fullmatch(prose.flat, first.span[1], last.span[0])
        if joined and last.value.latest() < first.value.earliest():
            yield Mark((first.span[0], last.span[1]), "this period ends before it begins", "Swap or correct the dates.")
