"""The member number must be the one on the card.

Bad:  Member ID: ARH447190262  <-  member: ARH447190226
Bad:  Subscriber #: XYZ000111222  <-  member: ARH447190226
Good: Member ID: ARH 447 190 226  <-  member: ARH447190226
Good: Member ID: ARH44719022601  <-  member: ARH447190226-01
"""

from collections.abc import Iterator

from wellfounded.check.chart import Chart
from wellfounded.check.says import slips
from wellfounded.check.says.fields import compact
from wellfounded.check.view import Mark, Prose
from wellfounded.model.letter import Severity

CODE = "ID105"
SEVERITY = Severity.ERROR


def check(prose: Prose, chart: Chart) -> Iterator[Mark]:
    """Report each member or group number that no paper of the case holds."""
    cover = chart.case.coverage
    known = {"member": cover.member_id, "group": cover.group}
    for found in prose.labelled:
        fact = known.get(found.kind)
        if fact is not None and compact(found.value) not in {compact(fact.value), *chart.numbers}:
            says, right = f"this {found.kind} number is not the patient's", slips.number(found.value, fact.value)
            yield Mark(found.span, says, f"The case has {fact.value}.", right)
