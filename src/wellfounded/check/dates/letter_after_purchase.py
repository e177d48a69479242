"""A letter for a spending account must be written before the expense, not after it.

Administrators refuse a letter dated after the purchase: the expense was not incurred for the treatment. Source: IRS
Publication 502 (the expense must be primarily for medical care when it is incurred); administrators' own lists.

Bad:  February 3, 2026 // To the FSA administrator: // Please accept this for a chair purchased on January 9, 2026.
Good: February 3, 2026 // To the FSA administrator: // Please accept this letter for a chair to be purchased this month.
Good: February 3, 2026 // Dear Reviewer: // The drug was bought on January 9, 2026 by the clinic.
"""

from collections.abc import Iterator

from wellfounded.check.view import Mark, Prose, phrase
from wellfounded.model.letter import Severity

CODE = "DT106"
SEVERITY = Severity.WARNING

ACCOUNT = phrase(r"\b(?:FSA|HSA|HRA|flexible spending|health savings|reimbursement (?:account|arrangement))\b")
BOUGHT = phrase(r"\b(?:purchased?|bought|paid(?: for)?|incurred|receipt)(?: (?:on|dated|of|in))* $")


def check(prose: Prose) -> Iterator[Mark]:
    """Report each purchase before the letter's date in a letter to a spending account."""
    if not ACCOUNT.search(prose.flat) or prose.written is None:
        return
    for day in prose.days:
        if day.value.earliest() < prose.written and BOUGHT.search(prose.flat, 0, day.span[0]):
            yield Mark(
                day.span, "the expense came before the letter", "Ask the administrator whether it may be accepted."
            )
