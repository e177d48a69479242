"""A reason that is none of the others, or none at all: ask for it, and show the criteria that are known.

Must show: what the payer actually said. Must not claim: a reason it did not give. Cannot win alone: a letter that asks
for the specific reason comes first.
"""

from collections.abc import Iterator

from wellfounded.argue import need
from wellfounded.argue.view import View
from wellfounded.model.argument import Argument, Stop
from wellfounded.model.determination import ReasonKind
from wellfounded.model.finding import Gap

ANSWERS = (ReasonKind.OTHER,)


def argue(view: View) -> Iterator[Argument | Stop | Gap]:
    """Ask for the specific reason, then argue the criteria where they are known."""
    yield Gap(
        "ask", "Ask the plan for the specific reason and the criterion it used: the notice gives none we can answer."
    )
    yield from need.answer(view)
