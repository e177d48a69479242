"""A claim, reference or authorization number must be one that the plan's papers carry.

The plan files an appeal by its own number; under another it is lost or opened as a new request.

Bad:  Claim #: 2026-0417-88  <-  denial: Claim number: 2026-0471-88. We have denied coverage.
Bad:  Reference number: ARH-UM-1188  <-  denial: Reference number: ARH-UM-1881
Good: Claim #: 2026047188  <-  denial: Claim number: 2026-0471-88. We have denied coverage.
Good: Reference number: ARH-UM-1188  <-  chart: Progress note.
"""

from collections.abc import Iterator

from wellfounded.check.chart import Chart
from wellfounded.check.says.fields import compact
from wellfounded.check.view import Mark, Prose
from wellfounded.model.letter import Severity

CODE = "ID106"
SEVERITY = Severity.ERROR

KINDS = {"claim", "reference", "authorization"}


def check(prose: Prose, chart: Chart) -> Iterator[Mark]:
    """Report each such number that stands nowhere in the case, once the plan has written at all."""
    if not any(found.kind in KINDS for found in chart.labelled):
        return
    for found in prose.labelled:
        if found.kind in KINDS and compact(found.value) not in chart.squeezed:
            yield Mark(found.span, f"no paper of the case carries this {found.kind} number", "Copy it from the notice.")
