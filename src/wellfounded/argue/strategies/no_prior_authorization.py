"""No prior authorization: answered by the authorization that exists, or by the exception the plan allows.

Must show: the authorization's number, or the emergency or other exception. Must not claim: need in place of either.
Cannot win: with neither; the stop says what to look for.
"""

from collections.abc import Iterator

from wellfounded.argue import need
from wellfounded.argue.view import View
from wellfounded.model.argument import Argument, Claim, Stop
from wellfounded.model.determination import Kind, ReasonKind

ANSWERS = (ReasonKind.NO_PRIOR_AUTHORIZATION,)


def argue(view: View) -> Iterator[Argument | Stop]:
    """Name an authorization an earlier approval states, or the exception someone attests, or stop."""
    yield from need.stated(view)
    shown = 0
    for reading in view.case.readings:
        field = reading.first("authorization_number")
        if reading.kind in (Kind.APPROVAL, Kind.PARTIAL_APPROVAL) and field is not None:
            slots = (("number", str(field.value)), ("date", reading.text("notice_date")))
            yield Argument(ANSWERS[0].value, Claim("authorized", str(field.value), (field.basis,), slots))
            shown += 1
    shown += sum("emergency" in given.says.lower() for given in view.case.attestations)
    if not shown:
        yield Stop(
            "authorization",
            "Nothing in the file shows an authorization, or an exception from needing one.",
            () if view.denial is None else tuple(field.basis for field in view.denial.all("reason")),
            (
                "Look for an approval of this service and its authorization number.",
                "Ask the plan for a retrospective authorization and for the exceptions it allows.",
            ),
        )
