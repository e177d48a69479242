"""A procedure, test or evaluation that was done, and recently enough."""

from wellfounded.match import gaps, restrictions
from wellfounded.match.decide._words import present
from wellfounded.match.decide.documentation import SCALE, dated
from wellfounded.match.view import View
from wellfounded.model.asks import ProcedureDone
from wellfounded.model.criteria import Requirement
from wellfounded.model.evidence import EvidenceKind
from wellfounded.model.finding import Finding

KIND = ProcedureDone.kind


def decide(asks: ProcedureDone, requirement: Requirement, view: View) -> Finding:
    """Met by a statement that it was done; ordered, planned or scheduled is not done."""
    first = restrictions.opens(requirement.text, asks.within, view)
    phrase = asks.name or requirement.text
    if scale := SCALE.search(phrase):  # a scale is done like a test and is charted as a score
        return dated(requirement, view, gaps.article(scale[0].lower()), first, view.of(EvidenceKind.SCORE))
    gap = gaps.find(
        f"the report of {gaps.short(phrase)}{gaps.on_or_after(first)}, or ask {view.clinician} whether it was "
        "done; no dated one is in the chart"
    )
    kinds = (
        EvidenceKind.PROCEDURE,
        EvidenceKind.IMAGING,
        EvidenceKind.LAB,
        EvidenceKind.SCORE,
        EvidenceKind.TREATMENT_TRIAL,
    )
    return present(phrase, requirement, view, *kinds, first=first, past=True, done=True, gap=gap)
