"""A score, laboratory value or measurement must be one that the chart holds.

The number is what the plan's threshold is held against; a wrong one is a wrong claim on a signed page.

Bad:  Her PHQ-9 was 18.  <-  chart: PHQ-9 total 22 today.
Bad:  HbA1c of 9.4% in May.  <-  chart: Hemoglobin A1c 9.1 %
Bad:  His AHI was 42 events per hour.  <-  score: AHI 24
Good: Her PHQ-9 was 22.  <-  chart: PHQ-9 total 22 today.
Good: Her PHQ-9 fell from 22 to 19.  <-  chart: PHQ-9 22. // PHQ-9: 19 at last visit.
Good: The time to appeal is that of 29 CFR 2560.503-1.  <-  chart: Records were asked for under 45 CFR 164.524.
Good: The goal is a PHQ-9 below 5.  <-  chart: PHQ-9 total 22 today.
Good: The policy asks for a PHQ-9 of 20 or more.  <-  chart: PHQ-9 total 22 today.
"""

from collections.abc import Iterator

from wellfounded.check.chart import Chart
from wellfounded.check.says import cues
from wellfounded.check.says.measures import Measured
from wellfounded.check.view import Mark, Prose
from wellfounded.model.letter import Severity

CODE = "HX104"
SEVERITY = Severity.ERROR


def check(prose: Prose, chart: Chart) -> Iterator[Mark]:
    """Report each number said of a measure that the case gives with other numbers only."""
    for found in chart.figures.measured(prose.flat):
        known = chart.figures.values.get(found.name)
        if known and not _known(found, known, chart) and _of_the_patient(found, prose):
            given = ", ".join(f"{value:g}" for value in sorted(known)[-6:])
            yield Mark(found.span, f"the chart gives {found.name} as {given}", "Copy the number from the record.")


def _known(found: Measured, known: frozenset[float], chart: Chart) -> bool:
    """Whether the case gives the number with that name, or with none and too particular to be there by chance."""
    if found.value in known:
        return True
    particular = found.value != int(found.value) or found.value >= 100
    another = any(found.value in numbers for name, numbers in chart.figures.values.items() if name != found.name)
    return particular and not another and found.value in chart.figures.all


def _of_the_patient(found: Measured, prose: Prose) -> bool:
    line = prose.line_at(found.span[0])
    if line is None or line.part != "body":
        return False
    at, end = found.start - line.start, found.span[1] - line.start
    if cues.ABOUT_RULES.search(line.text, max(0, at - 80), at) or cues.GOAL.search(line.text, max(0, at - 24), end):
        return False
    start = found.span[0] - line.start
    return not cues.bounded(line.text, start, end) and not cues.BOUND_BEFORE.search(line.text, max(0, at - 20), at)
