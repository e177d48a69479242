"""The law cited must be the law that governs this plan.

An ERISA claim against a Medicare plan tells the reader that the letter is a form. Which plans a law governs, and which
parts of the codes it rests on, is read from the law packs: 29 CFR 2560.503-1 stands in those of employers' plans and,
by 45 CFR 147.136(b), in those of other group and individual plans.

Bad:  Under ERISA you must decide within 30 days.  <-  market: medicare_advantage
Bad:  42 CFR 422.568 requires a decision in 14 days.  <-  market: erisa_group
Bad:  Under the Medicaid fair hearing rules she may appeal.  <-  market: aca_nongrandfathered
Good: Under 29 CFR 2560.503-1 you must decide within 30 days.  <-  market: erisa_group
Good: 42 CFR 422.568 requires a decision in 14 days.  <-  market: medicare_advantage
Good: 42 CFR 422.568 requires a decision in 14 days.
Good: This plan is not governed by ERISA.  <-  market: medicare_advantage
Good: The review defers to nobody (45 CFR 147.136(b)(2)(i); 29 CFR 2560.503-1(h)(3)(ii)).  <-  market: aca_individual
"""

from collections.abc import Iterator

from wellfounded.check.chart import Chart
from wellfounded.check.says import cues
from wellfounded.check.view import Line, Mark
from wellfounded.model.letter import Severity

CODE = "LW102"
SEVERITY = Severity.ERROR


def check(line: Line, chart: Chart) -> Iterator[Mark]:
    """Report each law named or cited that governs other markets than the case's."""
    if not chart.market or line.part in {"references", "enclosures"}:
        return
    laws = chart.laws
    for law in laws.named(line.text):
        if not laws.governs(law.packs) and not cues.denied(line.text, law.span[0]):
            yield Mark(law.span, "this law governs other plans than this one", "Cite the law of this plan, or none.")
