"""Missing information: answered by sending it.

Must show: each thing asked for, in the enclosures. Must not claim: that it was sent before, without proof of sending.
Cannot win: while the thing is not in the file; it is asked for.
"""

from collections.abc import Iterator

from wellfounded.argue import need
from wellfounded.argue.view import View
from wellfounded.model.argument import Argument, Stop
from wellfounded.model.determination import ReasonKind
from wellfounded.model.finding import Gap

ANSWERS = (ReasonKind.MISSING_INFORMATION,)


def argue(view: View) -> Iterator[Argument | Stop | Gap]:
    """Argue the criteria from the records now enclosed."""
    yield from need.answer(view)
