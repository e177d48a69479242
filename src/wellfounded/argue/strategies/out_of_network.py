"""Out of network: answered by the gap in the network, not by need.

Must show: that no clinician of the network could give the service in time and reach. Must not claim: that without names
and dates. Cannot win: with nothing of that in the file; the stop says what to collect.
"""

from collections.abc import Iterator

from wellfounded.argue import need
from wellfounded.argue.view import View
from wellfounded.model.argument import Argument, Claim, Stop
from wellfounded.model.determination import ReasonKind

ANSWERS = (ReasonKind.OUT_OF_NETWORK,)


def argue(view: View) -> Iterator[Argument | Stop]:
    """Argue from what a person attests about the network, or stop."""
    yield from need.stated(view)
    told = [given for given in view.case.attestations if "network" in given.says.lower()]
    for given in told:
        yield Argument(ANSWERS[0].value, Claim("network_gap", given.by, (given,), (("says", given.says),)))
    if not told:
        yield Stop(
            "network",
            "Nothing in the file shows that no clinician of the network could give this service.",
            () if view.denial is None else tuple(field.basis for field in view.denial.all("reason")),
            (
                "List the network clinicians who were called, with dates and answers, and have it attested.",
                "Ask the plan for a network gap exception and for the names it says are available.",
            ),
        )
