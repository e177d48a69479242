"""Step therapy: show that each step was taken at dose and length and failed, or cannot be taken by this patient.

Must show: agent, dose, dates, outcome of each step, or the intolerance or contraindication that stands in for it.
Must not claim: a step that was prescribed and never taken, or a family member's. Cannot win: where a step is open and
no exception of the plan or the law applies; the stop then names the exceptions that exist.
"""

from collections.abc import Iterator
from dataclasses import replace

from wellfounded.argue import need
from wellfounded.argue.view import View
from wellfounded.model.argument import Argument, Stop
from wellfounded.model.determination import ReasonKind
from wellfounded.model.finding import Gap

ANSWERS = (ReasonKind.STEP_THERAPY, ReasonKind.ALTERNATIVES_NOT_EXHAUSTED)


def argue(view: View) -> Iterator[Argument | Stop | Gap]:
    """Argue the criteria; a stop also names each exception the rights allow."""
    exceptions = tuple(right.says for right in view.rights if "exception" in right.id or "step_therapy" in right.id)
    for item in need.answer(view):
        yield replace(item, instead=item.instead + exceptions) if isinstance(item, Stop) else item
