"""The reference lines must hold the member number and the birth date.

Half of all denials rest on missing or wrong data. Source: Experian Health, State of Claims 2025.

Bad:  Re: Jordan Ellis // Dear Reviewer: // I request TMS. // Sincerely, // Priya Raman, MD
Bad:  Patient: Jordan Ellis, DOB 06/02/1984 // Dear Reviewer: // I request TMS. // Sincerely, // Priya Raman, MD
Good: Patient: Jordan Ellis, DOB 06/02/1984 // Member ID: ARH447190226 // Dear Reviewer: // I request TMS.
Good: Patient: Jordan Ellis, DOB 06/02/1984 // Claim No. WC-2025-44871 // Dear Adjuster: // I request an injection.
"""

import re
from collections.abc import Iterator

from wellfounded.check.view import Mark, Prose
from wellfounded.model.letter import Severity

CODE = "ID108"
SEVERITY = Severity.NOTE

REFERENCE = re.compile(r"(?m)^[ ]*(?:RE|Re|Regarding|Subject|SUBJECT)[ ]*:[^\n]*")
KINDS = {"member", "claim"}


def check(prose: Prose) -> Iterator[Mark]:
    """Report the patient's name in a letter that lacks either of the two."""
    who = prose.patient
    line = REFERENCE.search(prose.text, 0, prose.layout.body)
    if (who is None and line is None) or not prose.layout.greeted:
        return
    span = who.span if who is not None else line.span() if line is not None else (0, 0)
    if not any(found.kind in KINDS for found in prose.labelled):
        yield Mark(span, "no member number stands in the letter", "Add it from the card.")
    elif not prose.birth_dates and not any(found.kind == "claim" for found in prose.labelled):
        yield Mark(span, "no birth date stands in the letter", "Add it.")
