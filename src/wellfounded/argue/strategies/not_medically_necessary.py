"""Not medically necessary: show, one by one, that the plan's own criteria are met.

Must show: every requirement on the way through the policy. Must not claim: that belief or training makes it so.
Cannot win: where a requirement is not met and no other branch of the policy is open.
"""

from collections.abc import Iterator

from wellfounded.argue import need
from wellfounded.argue.view import View
from wellfounded.model.argument import Argument, Stop
from wellfounded.model.determination import ReasonKind
from wellfounded.model.finding import Gap

ANSWERS = (ReasonKind.NOT_MEDICALLY_NECESSARY,)


def argue(view: View) -> Iterator[Argument | Stop | Gap]:
    """Argue the criteria."""
    yield from need.answer(view)
