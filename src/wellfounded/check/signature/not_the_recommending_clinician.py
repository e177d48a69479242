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
    rf"(?:^|\n)[ ]*(?:/s/[ ]*)?(?:Dr\.?[ ])?(?P<name>{NAME}|[A-Z]\.[ ](?:[A-Z]\.[ ])?[A-Z][a-z]+)(?=,|[ ]*\n|[ ]*$"
    rf"|[ ]\()"
)


def check(prose: Prose, chart: Chart) -> Iterator[Mark]:
    """Report the first name below the close where the recommending clinician's stands nowhere below it."""
    who = chart.case.practitioner.name
    close = prose.layout.close
    signed = SIGNED.search(prose.text, close)
    if who is None or prose.ours is not None or signed is None:
        return
    known, below, name = tokens(who.value), tokens(prose.text[close:]), tokens(signed["name"])
    namesake = len(known) > 1 and len(name) > 1 and known[-1] == name[-1] and known[0] not in below
    if known and (known[-1] not in below or namesake):
        yield Mark(signed.span("name"), f"the case is recommended by {who.value}", "Have that clinician sign.")
