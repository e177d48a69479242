"""Place and amount: what the request itself says, beside the limit the policy sets."""

import re

from wellfounded.model.argument import Claim
from wellfounded.model.asks import QuantityLimit
from wellfounded.model.case import Service
from wellfounded.model.criteria import Requirement
from wellfounded.model.letter import Sentence
from wellfounded.write import service
from wellfounded.write.telling import Telling, sentence
from wellfounded.write.words import doses, numbers

KINDS = ("place", "quantity")


def row(leaf: Requirement, claim: Claim, telling: Telling) -> Sentence | None:
    """Say where the service is given, or how much of it is asked; None where the request does not say."""
    if isinstance(leaf.asks, QuantityLimit):
        amount, each = _dosed(leaf.asks, telling)
        if each is not None:
            plan = f" {doses.frequency(each.frequency)}" if each.frequency else ""
            said = f"the order is for {amount}{plan}"
            return sentence(said, *claim.basis, *service.basis(telling))
        total = service.total(telling)
        plans = {doses.frequency(each.frequency) for each in telling.case.services}
        plan = f", {plans.pop()}," if len(plans) == 1 and any(plans) else ""
        plan = plan.strip(", ")
        asked = plan if plan.startswith(total) else ", ".join(part for part in (total, plan) if part)
        return sentence(f"the request is for {asked}", *claim.basis, *service.basis(telling)) if total else None
    places = {each.place for each in telling.case.services if each.place}
    if len(places) != 1:
        return None
    return sentence(f"the service is requested for the {places.pop()}", *claim.basis, *service.basis(telling))


def _dosed(asks: QuantityLimit, telling: Telling) -> tuple[str, Service | None]:
    """Give the amount of the order in the limit's own unit, within the limit, and the service that states it.

    It is the quantity where that is within the limit; else what the description states of a dose within a larger
    package ("155 units injected from a 200-unit vial").
    """
    unit = numbers.singular(asks.unit)
    for each in telling.case.services if unit else ():
        held = each.quantity
        if held is not None and numbers.singular(held.unit) == unit and held.value <= asks.n:
            return f"{doses.number(held.value)} {numbers.plural(unit, held.value)}", each
    for each in telling.case.services if unit else ():
        found = re.search(rf"(\d+(?:\.\d+)?)[ -]?{re.escape(unit)}", each.description.value)
        if found and 1 < float(found[1]) <= asks.n:
            return service.small(telling, each), each
    return "", None
