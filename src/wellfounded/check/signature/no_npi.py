"""A clinician's letter should carry the National Provider Identifier, by which the plan finds the order.

Bad:  Dear Reviewer: // I request TMS. // Sincerely, // Priya Raman, MD
Good: Dear Reviewer: // I request TMS. // Sincerely, // Priya Raman, MD // NPI 1234567893
"""

from collections.abc import Iterator

from wellfounded.check.chart import Chart
from wellfounded.check.view import Mark, Prose, phrase
from wellfounded.model.letter import Severity

CODE = "SG104"
SEVERITY = Severity.NOTE

NUMBER = phrase(r"\bN\.?P\.?I\b|\bnational provider identifier\b|\b[12]\d{9}\b")


def check(prose: Prose, chart: Chart | None) -> Iterator[Mark]:
    """Report the close of a clinician's letter from elsewhere that holds no NPI, which only this country gives."""
    close = prose.layout.close
    if chart is not None and chart.abroad:
        return
    if (
        prose.ours is None
        and not prose.lay
        and prose.layout.greeted
        and close < len(prose.flat)
        and not NUMBER.search(prose.flat)
    ):
        yield Mark((close, min(len(prose.flat), close + 60)), "no NPI", "Add the signer's NPI.")
