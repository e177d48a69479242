"""Frequency, level or length: show that the request is inside the policy's own limit, or why this patient needs more.

Must show: the number asked for beside the number the policy allows. Must not claim: that a limit does not apply.
Cannot win: above the limit with no response, guideline or exception to rest on; it is then asked for.
"""

from collections.abc import Iterator

from wellfounded.argue import need
from wellfounded.argue.view import View
from wellfounded.model.argument import Argument, Claim, Stop
from wellfounded.model.asks import QuantityLimit
from wellfounded.model.basis import Derivation
from wellfounded.model.criteria import Requirement
from wellfounded.model.determination import ReasonKind
from wellfounded.model.finding import Gap

ANSWERS = (ReasonKind.FREQUENCY_OR_LEVEL,)


def argue(view: View) -> Iterator[Argument | Stop | Gap]:
    """Compare the request with each limit of the policy, then argue the criteria."""
    for limit in () if view.policy is None else view.policy.limits:
        if isinstance(limit.asks, QuantityLimit):
            yield from _against(view, limit, limit.asks)
    yield from need.answer(view)


def _against(view: View, limit: Requirement, asks: QuantityLimit) -> Iterator[Argument | Gap]:
    same = [s for s in view.case.services if s.quantity is not None and _unit(s.quantity.unit) == _unit(asks.unit)]
    if not same or not asks.n or limit.quote is None:
        return
    total = sum(service.quantity.value for service in same if service.quantity is not None)
    if total <= asks.n:
        rule = f"quantity asked {total:g} <= allowed {asks.n:g}"
        basis = (Derivation(rule, (limit.quote, *(service.description.basis for service in same))),)
        slots = (("asked", f"{total:g}"), ("allowed", f"{asks.n:g}"), ("unit", asks.unit), ("per", asks.per))
        yield Argument(ANSWERS[0].value, Claim("within_limit", limit.id, basis, slots))
    else:
        yield Gap(
            "chart",
            f"Chart why this patient needs {total:g} {asks.unit} where the policy allows {asks.n:g}, or ask less.",
        )


def _unit(unit: str) -> str:
    return unit.lower().removesuffix("s")
