"""The letter must be signed by the clinician who recommends the care.

A letter signed by someone else says nothing of their own examination; plans and spending accounts refuse it.

Bad:  Dear Reviewer: // I request TMS. // Sincerely, // Owen Marsh, MD  <-  signer: Priya Raman
Good: Dear Reviewer: // I request TMS. // Sincerely, // Priya Raman, MD  <-  signer: Priya Raman
Good: Dear Reviewer: // I request TMS. // Sincerely, // P. Raman, MD  <-  signer: Priya Raman
Good: Dear Reviewer: // I request TMS. // Sincerely, // (signature)  <-  signer: Priya Raman
"""

import re
from collections.abc import Iterator

from wellfounded.check.chart import Chart
from wellfounded.check.says.people import NAME, tokens
from wellfounded.check.view import Mark, Prose
from wellfounded.model.letter import Severity

CODE = "SG103"
SEVERITY = Severity.ERROR

SIGNED = re.compile(
    rf"(?:^|\n)[ ]*(?:/s/[ ]*)?(?P<name>{NAME}|[A-Z]\.[ ](?:[A-Z]\.[ ])?[A-Z][a-z]+)(?=,|[ ]*\n|[ ]*$|[ ]\()"
)


def check(prose: Prose, chart: Chart) -> Iterator[Mark]:
    """Report the first name below the close where the recommending clinician's stands nowhere below it."""
    who = chart.case.practitioner.name
    close = prose.layout.close
    signed = SIGNED.search(prose.text, close)
    if who is None or prose.ours is not None or signed is None:
        return
    last = tokens(who.value)[-1:]
    if last and last[0] not in tokens(prose.text[close:]):
        yield Mark(signed.span("name"), f"the case is recommended by {who.value}", "Have that clinician sign.")
