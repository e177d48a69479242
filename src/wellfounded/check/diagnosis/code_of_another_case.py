"""A diagnosis code in the letter must be one that the chart or the claim carries.

Bad:  Diagnosis: F33.1  <-  dx: F33.2
Bad:  She has psoriasis (L40.1).  <-  chart: Plaque psoriasis L40.0
Good: Diagnosis: F33.2  <-  dx: F33.2
Good: The policy covers F32.2 and F33.2.  <-  dx: F33.2
"""

from collections.abc import Iterator

from wellfounded.check.chart import Chart
from wellfounded.check.says import cues
from wellfounded.check.says.codes import icd10
from wellfounded.check.view import Line, Mark
from wellfounded.model.letter import Severity

CODE = "DX103"
SEVERITY = Severity.ERROR


def check(line: Line, chart: Chart) -> Iterator[Mark]:
    """Report each ICD-10-CM code that stands nowhere in the case."""
    if not chart.diagnoses or cues.ABOUT_RULES.search(line.text):
        return
    for code in icd10(line.text):
        if not any(code.value == known or known.startswith(f"{code.value}.") for known in chart.diagnoses):
            yield Mark(
                code.span, f"{code.value} is not a diagnosis of this case", "Copy the code from the problem list."
            )
