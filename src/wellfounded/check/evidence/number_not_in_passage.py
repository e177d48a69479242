"""A number in a sentence of ours must be in the passage it rests on.

A reviewer who finds one wrong number stops believing the rest.

Bad:  Her HbA1c was 9.4%.  <-  Hemoglobin A1c 9.1 %
Good: Her HbA1c was 9.1%.  <-  Hemoglobin A1c 9.1 %
Good: She tried metformin for 12 weeks.  <-  metformin x 12 weeks, GI intolerance
Good: She was seen on April 2, 2026.  <-  Visit 04/02/2026: stable.
"""

from collections.abc import Iterator

from wellfounded.check.says.figures import figures, numbers
from wellfounded.check.view import Mark
from wellfounded.model.basis import Quote
from wellfounded.model.letter import Sentence, Severity

CODE = "EV104"
SEVERITY = Severity.ERROR


def check(sentence: Sentence) -> Iterator[Mark]:
    """Report each finding's number no passage holds, in a sentence that rests on passages alone."""
    if sentence.voice != "ours" or not all(isinstance(basis, Quote) for basis in sentence.basis):
        return
    held = {number for quote in sentence.quotes for number in numbers(quote.exact)}
    for figure in figures(sentence.text):
        if figure.value not in held:
            yield Mark(figure.span, "is not in the passage this sentence cites", "Copy the number from it.")
