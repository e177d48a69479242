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
        each = _dosed(leaf.asks, telling)
        if each is not None:
            plan = f", {doses.frequency(each.frequency)}," if each.frequency else ""
            said = f"the order is for {service.small(telling, each)}{plan.rstrip(',')}"
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


def _dosed(asks: QuantityLimit, telling: Telling) -> Service | None:
    """Give the service whose own description states an amount within the limit: "155 units injected from a vial"."""
    unit = re.escape(numbers.singular(asks.unit))
    for each in telling.case.services:
        found = re.search(rf"(\d+(?:\.\d+)?)[ -]?{unit}", each.description.value) if unit else None
        if found and float(found[1]) <= asks.n:
            return each
    return None
