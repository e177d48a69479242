"""A letter for a spending account must be written before the expense, not after it.

Administrators refuse a letter dated after the purchase: the expense was not incurred for the treatment. Source: IRS
Publication 502 (the expense must be primarily for medical care when it is incurred); administrators' own lists.

Bad:  February 3, 2026 // To the FSA administrator: // Please accept this for a chair purchased on January 9, 2026.
Good: February 3, 2026 // To the FSA administrator: // Please accept this letter for a chair to be purchased this month.
Good: February 3, 2026 // Dear Reviewer: // The drug was bought on January 9, 2026 by the clinic.
"""

from collections.abc import Iterator

from wellfounded.check.says.purpose import ACCOUNT
from wellfounded.check.view import Mark, Prose, phrase
from wellfounded.model.letter import Severity

CODE = "DT106"
SEVERITY = Severity.WARNING

BOUGHT = phrase(r"\b(?:purchased|bought|paid(?: for)?|ordered and paid|incurred|receipt)\b[^.;]{0,50}$")
TO_COME = phrase(r"\b(?:will|to be|plans?|planned|before|intends?|recommend\w*|examined|seen|diagnosed)\b[^.;]{0,50}$")


def check(prose: Prose) -> Iterator[Mark]:
    """Report each purchase before the letter's date in a letter to a spending account."""
    if not ACCOUNT.search(prose.flat) or prose.written is None:
        return
    for day in prose.days:
        before = prose.flat[max(0, day.span[0] - 90) : day.span[0]]
        if day.value.earliest() < prose.written and BOUGHT.search(before) and not TO_COME.search(before):
            yield Mark(
                day.span, "the expense came before the letter", "Ask the administrator whether it may be accepted."
            )
