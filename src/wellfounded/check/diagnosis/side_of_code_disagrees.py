"""A code that says left or right must agree with the letter.

M16.12 is the left hip; beside "right hip" one of the two is wrong, and the plan's software sees it.

Bad:  Osteoarthritis of the right hip (M16.12).
Bad:  I request replacement of the left knee. Diagnosis: M17.11
Good: Osteoarthritis of the left hip (M16.12).
Good: Replacement of the left knee. Diagnoses: M17.11, M17.12
"""

import re
from collections.abc import Iterator

from wellfounded.check.says.codes import icd10
from wellfounded.check.view import Mark, Prose
from wellfounded.model.letter import Severity
from wellfounded.terms import icd10cm

CODE = "DX108"
SEVERITY = Severity.ERROR

SIDE = re.compile(r"\b(left|right)\b")
OTHER = {"left": "right", "right": "left"}


def check(prose: Prose) -> Iterator[Mark]:
    """Report each code whose side the letter never speaks of, where it speaks of the other only."""
    said = {side.side for side in prose.sides}
    coded = [(code, _side(code.value)) for code in icd10(prose.flat)]
    held = {side for _, side in coded}
    for code, side in coded:
        if side and said == {OTHER[side]} and OTHER[side] not in held:
            yield Mark(code.span, f"{code.value} is of the {side} side", "Correct the side, or the code.")


def _side(code: str) -> str:
    found = [SIDE.search(entry.title.lower()) for entry in icd10cm.find(code)]
    return next((match[1] for match in found if match), "")
