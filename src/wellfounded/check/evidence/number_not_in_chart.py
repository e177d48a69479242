"""A number given as a finding must stand somewhere in the case.

A reviewer who finds one wrong number stops believing the rest.

Bad:  Her antibody index is 1.9.  <-  chart: JC virus antibody positive, index 2.9.
Bad:  Central thickness was 512 microns.  <-  chart: CST 412 um.
Good: Her antibody index is 2.9.  <-  chart: JC virus antibody positive, index 2.9.
Good: In the trial 47% of patients reached the goal.  <-  chart: Headaches on 23 days.
Good: We expect a loss of 50% of excess weight.  <-  chart: Weight 268 lb.
Good: Her pain fell by 30%.  <-  chart: Pain 7/10, later 5/10.
"""

import re
from collections.abc import Iterator

from wellfounded.check.chart import Chart
from wellfounded.check.says import cues, figures
from wellfounded.check.view import Line, Mark, phrase
from wellfounded.model.letter import Severity

CODE = "EV101"
SEVERITY = Severity.WARNING

LABEL = re.compile(r"\d*[a-z]\b")  # the rest of a label of the plan: "3.3a", "4.b"
CHANGE = phrase(r"\b(?:lost|gained|loss of|gain of|dropped|fell by|rose by|down|up)(?: by)? $")


def check(line: Line, chart: Chart) -> Iterator[Mark]:
    """Report each finding's number that the case does not hold; goals, bounds, rules and changes are passed over."""
    text = line.text
    if line.part != "body" or not chart.papers.notes.strip() or cues.of_rules(text) or cues.ABOUT_RULES.search(text):
        return
    for figure in figures.figures(text):
        start, end = figure.span
        if LABEL.match(text, end):
            continue
        change = CHANGE.search(text, max(0, start - 30), start)
        aimed = (
            change
            or cues.GOAL.search(text, max(0, start - 50), min(len(text), end + 24))
            or cues.bounded(text, start, end)
        )
        other = any(_near(value, chart.figures.all) for value in figures.converted(text, figure))
        if figure.value not in chart.figures.all and not aimed and not other:
            yield Mark(
                figure.span, "no paper of the case holds this number", "Copy it from the record, or take it out."
            )


def _near(value: float, known: frozenset[float]) -> bool:
    """Whether the case holds an amount that was converted, and rounded to a whole number or a tenth."""
    return any(abs(value - each) <= max(0.05, each * 0.005) for each in known)
