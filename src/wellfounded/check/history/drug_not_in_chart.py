"""A treatment said to have been tried must be one the chart names.

A trial the records do not hold is the first thing a pharmacist reviewer finds, and it costs the letter its credit.

Bad:  She failed escitalopram.  <-  chart: Sertraline 200 mg for 10 weeks, no response.
Bad:  He took zuranolixib 30 mg daily.  <-  chart: Sertraline 200 mg for 10 weeks, no response.
Bad:  She was treated with Remicade.  <-  chart: Humira 40 mg every other week since May.
Good: She failed sertraline.  <-  chart: Zoloft 200 mg for 10 weeks, no response.
Good: Escitalopram is another SSRI that the policy names.  <-  chart: Sertraline 200 mg for 10 weeks.
"""

import re
from collections.abc import Iterator

from wellfounded.check.chart import Chart
from wellfounded.check.says import cues
from wellfounded.check.says.agents import Named, lexicon
from wellfounded.check.view import Mark, Prose
from wellfounded.model.letter import Severity

CODE = "HX101"
SEVERITY = Severity.ERROR


def check(prose: Prose, chart: Chart) -> Iterator[Mark]:
    """Report each treatment of the patient that no note names; those only a plan's paper names must not be tried."""
    if not chart.treatments.named and not chart.papers.notes:
        return
    for named in (*prose.agents, *prose.unlisted):
        if (
            named.sure
            and not _known(named, prose, chart)
            and _of_the_patient(named, prose, lexicon(prose.library).nondrug)
        ):
            yield Mark(
                named.span, "the chart names no such treatment", "Take it out, or enclose the record that shows it."
            )


def _known(named: Named, prose: Prose, chart: Chart) -> bool:
    if named.ingredient in chart.treatments.named:
        return True
    said = prose.flat[slice(*named.span)].lower()
    if re.search(rf"(?<![a-z]){re.escape(said)}(?![a-z])", chart.papers.notes.lower()):
        return True  # "doxorubicin/cyclophosphamide": named, if not where a name stands alone
    return all(word in chart.papers.words for word in re.findall(r"[a-z0-9]+", said)) and not named.listed


def _of_the_patient(named: Named, prose: Prose, nondrug: frozenset[str]) -> bool:
    line = prose.line_at(named.span[0])
    if line is None or line.part not in {"body", "head"}:
        return False
    if cues.of_rules(line.text) or (named.ingredient in nondrug and not cues.TRIED.search(line.text)):
        return False
    return not cues.UNSURE.search(line.text, max(0, named.span[0] - line.start - 60), named.span[0] - line.start)
