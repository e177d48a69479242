"""A CPT or HCPCS code in the letter must be one of the case.

The plan decides on the code, not on the words; a request under another code is decided for another service.

Bad:  I request CPT code 90869.  <-  service: TMS | code: 90868
Good: I request CPT codes 90867 and 90868.  <-  service: TMS | code: 90868 | chart: Plan: 90867 once, then CPT 90868.
Good: Our ZIP code is 15999.  <-  service: TMS | code: 90868
"""

from collections.abc import Iterator

from wellfounded.check.chart import Chart
from wellfounded.check.says.codes import services
from wellfounded.check.view import Mark, Prose
from wellfounded.model.letter import Severity

CODE = "SV103"
SEVERITY = Severity.ERROR


def check(prose: Prose, chart: Chart) -> Iterator[Mark]:
    """Report each procedure code that stands nowhere in the case."""
    if not chart.services:
        return
    for code in services(prose.flat):
        if code.value not in chart.services and code.value not in chart.papers.everything:
            yield Mark(
                code.span, f"{code.value} is not a code of this case", "Copy the code from the order or the notice."
            )
