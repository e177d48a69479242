"""Cosmetic or personal: answered by the diagnosis, the limits it sets, and what was tried.

Must show: a diagnosed condition and a documented limit of function. Must not claim: a benefit to general health.
Cannot win: with no function in the chart; it is asked for.
"""

from collections.abc import Iterator

from wellfounded.argue import need
from wellfounded.argue.grounds import function
from wellfounded.argue.view import View
from wellfounded.model.argument import Argument, Stop
from wellfounded.model.determination import ReasonKind
from wellfounded.model.finding import Gap

ANSWERS = (ReasonKind.COSMETIC_OR_PERSONAL,)


def argue(view: View) -> Iterator[Argument | Stop | Gap]:
    """Argue the criteria; ask for function where the chart states none."""
    if not any(True for _ in function.claims(view)):
        yield Gap("chart", "Chart what the condition keeps the patient from doing: no note states a limit of function.")
    yield from need.answer(view)
