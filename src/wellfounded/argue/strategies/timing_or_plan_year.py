"""Timing or plan year: answered by dates, and by nothing else.

Must show: when the service was ordered, given and received, from papers. Must not claim: a date nobody wrote down.
Cannot win: where the dates are as the plan says; the stop says so.
"""

from collections.abc import Iterator

from wellfounded.argue import need
from wellfounded.argue.view import View
from wellfounded.model.argument import Argument, Stop
from wellfounded.model.determination import ReasonKind

ANSWERS = (ReasonKind.TIMING_OR_PLAN_YEAR,)


def argue(view: View) -> Iterator[Argument | Stop]:
    """Stop, and say which dates would answer it."""
    yield from need.stated(view)
    yield Stop(
        "dates",
        "A refusal for timing is answered by dated papers, and need does not answer it.",
        () if view.denial is None else tuple(field.basis for field in view.denial.all("reason")),
        (
            "Find the order, the receipt and the proof of sending, with their dates.",
            "Ask whether the plan has a grace period, a run-out period or good cause for a late filing.",
        ),
    )
