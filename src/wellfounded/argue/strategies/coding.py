"""A coding denial is corrected and sent again; it is not argued.

Must show: the right code, from the chart. Must not claim: a code the chart does not hold. Cannot win as an appeal:
the stop says what to correct.
"""

from collections.abc import Iterator

from wellfounded.argue import need
from wellfounded.argue.view import View
from wellfounded.model.argument import Argument, Stop
from wellfounded.model.coding import Coding
from wellfounded.model.determination import ReasonKind

ANSWERS = (ReasonKind.CODING,)


def argue(view: View) -> Iterator[Argument | Stop]:
    """Compare the codes of the notice with those of the case, and stop."""
    yield from need.stated(view)
    fields = () if view.denial is None else view.denial.all("code")
    ordered = {service.coding.code for service in view.case.services if service.coding is not None}
    billed = {field.value.code for field in fields if isinstance(field.value, Coding)}
    differ = sorted(billed - ordered) if ordered else []
    instead = ["Correct the claim and send it again inside the window for corrected claims."]
    if differ:
        instead.insert(0, f"The notice names {', '.join(differ)}; the order names {', '.join(sorted(ordered))}.")
    basis = () if view.denial is None else tuple(field.basis for field in view.denial.all("reason"))
    yield Stop("coding", "The refusal is about a code: it is corrected, not argued.", basis, tuple(instead))
