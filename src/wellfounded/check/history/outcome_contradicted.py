"""How a treatment ended must be as the chart says.

A drug that worked is no failed step, and one stopped for a rash is not one that did nothing.

Bad:  She responded well to sertraline.  <-  chart: Sertraline 200 mg for 10 weeks, no response.
Bad:  Sertraline was ineffective.  <-  chart: Sertraline 100 mg: good response, in remission since May.
Bad:  Methotrexate had no effect.  <-  chart: Methotrexate stopped after 4 weeks for nausea.
Good: She did not respond to sertraline.  <-  chart: Sertraline 200 mg for 10 weeks, no response.
Good: She failed methotrexate.  <-  chart: Methotrexate stopped after 4 weeks for nausea.
Good: Sertraline helped at first, then lost its effect.  <-  chart: Sertraline: good response for a year, then relapse.
Good: TMS is expected to be effective.  <-  chart: Sertraline 200 mg for 10 weeks, no response.
"""

from collections.abc import Iterator

from wellfounded.check.chart import Chart
from wellfounded.check.says import cues, ends
from wellfounded.check.says.plain import phrase
from wellfounded.check.view import Mark, Prose
from wellfounded.model.letter import Severity

CODE = "HX106"
SEVERITY = Severity.ERROR

WORDS = {ends.HELPED: "helped", ends.NO_EFFECT: "had too little effect", ends.NOT_BORNE: "was not tolerated"}


COMPLETE = phrase(
    r"\b(?:complete|full|total|entire) (?:relief|response|remission|resolution|recovery|clearance|control|regrowth)\b"
    r"|\b(?:completely|fully|entirely) (?:relieved|resolved|controlled|cleared|recovered|healed)\b"
)
TOLD = {ends.HELPED, ends.NO_EFFECT, ends.NOT_BORNE}


def check(prose: Prose, chart: Chart) -> Iterator[Mark]:
    """Report each ending that the case gives otherwise, once it gives one at all.

    A relapse may follow a gain or none, so it contradicts neither; "failed" covers both kinds of failure; and of a
    treatment that was stopped, the case need not say why for "helped" to be wrong.
    """
    for claim in ends.claims(prose):
        known = chart.treatments.endings(claim.ingredient)
        either = {ends.HELPED, ends.NO_EFFECT} if ends.RELAPSED in claim.kinds | known else set()
        said, told = claim.kinds & TOLD, known & TOLD
        wrong = said and told and not said & (told | either)
        failed = not said and ends.FAILED in claim.kinds and told == {ends.HELPED} and not either
        unsaid = said == {ends.HELPED} and not told and ends.STOPPED in known and not either
        if wrong or failed or unsaid:
            shown = " and ".join(WORDS[kind] for kind in sorted(told)) or "was stopped"
            yield Mark(
                claim.span, f"the chart says that {claim.ingredient} {shown}", "Say how the record says it ended."
            )
    for clause in ends.clauses(prose):
        whole = COMPLETE.search(clause.text) and not ends.TO_COME.search(clause.text) and not cues.of_rules(clause.line)
        if whole and chart.treatments.partly(clause.ingredient):
            says = f"the chart says that {clause.ingredient} helped in part"
            yield Mark(clause.span, says, "Say how the record says it ended.")
