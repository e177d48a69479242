"""Each criterion the denial cites must be answered, in the plan's own numbering.

The reviewer of an appeal goes down the denial's list; what is not answered stands.

Bad:  Dear Reviewer: // I appeal. She failed two drugs.  <-  cited: Section IV.D | denial: We used Section IV.D.
Good: Dear Reviewer: // I appeal. Section IV.D is met.  <-  cited: Section IV.D | denial: We used Section IV.D.
Good: Dear Reviewer: // I appeal. Criterion IV.D is met.  <-  cited: IV.D | denial: We used Section IV.D.
Good: Dear Reviewer: // I appeal. She failed two drugs.
"""

import re
from collections.abc import Iterator

from wellfounded.check.chart import Chart
from wellfounded.check.view import Mark, Prose
from wellfounded.model.determination import CriterionCited
from wellfounded.model.letter import Severity

CODE = "CR101"
SEVERITY = Severity.NOTE

APPEALS = {
    "internal_appeal",
    "internal_appeal_2",
    "expedited_appeal",
    "external_review",
    "patient_appeal",
    "medicaid_appeal",
}
LABEL = re.compile(r"(?:section|criteri(?:on|a)|requirement|paragraph|item|no\.?|number|\u00a7)\s*", re.IGNORECASE)


def check(prose: Prose, chart: Chart) -> Iterator[Mark]:
    """Report the opening of an appeal once for each section the latest refusal cites and the letter never names."""
    reading = chart.refusal
    if reading is None or not prose.body or prose.kind not in APPEALS:
        return
    line = prose.body[0]
    for field in reading.all("criterion_cited"):
        cited = field.value.section if isinstance(field.value, CriterionCited) else ""
        section = LABEL.sub("", cited).strip()
        if section and not re.search(rf"(?<![\w.]){re.escape(section)}(?![\w])", prose.flat):
            at = (line.start, line.start + len(line.text))
            yield Mark(at, f"the denial cites {cited}", "Answer it by that number.")
