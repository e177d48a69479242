"""ICD-9-CM codes ended on October 1, 2015 and are refused. Source: 45 CFR 162.1002(c).

Bad:  Diagnosis: morbid obesity (ICD-9 278.01)
Bad:  ICD-9-CM: 296.33
Good: Diagnosis: morbid obesity (ICD-10 E66.01)
"""

from collections.abc import Iterator

from wellfounded.check.view import Line, Mark, phrase
from wellfounded.model.letter import Severity

CODE = "DX109"
SEVERITY = Severity.ERROR

OLD = phrase(r"\bICD[- ]?9(?:-?CM)?\b(?:[ :#(]*\d{3}(?:\.\d{1,2})?)?")


def check(line: Line) -> Iterator[Mark]:
    """Report each mention of the old code system."""
    for match in OLD.finditer(line.text):
        yield Mark(match.span(), "ICD-9-CM is no longer accepted", "Give the ICD-10-CM code.")
