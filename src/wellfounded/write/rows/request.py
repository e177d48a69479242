"""Place and amount: what the request itself says, beside the limit the policy sets."""

from wellfounded.model.argument import Claim
from wellfounded.model.criteria import Requirement
from wellfounded.model.letter import Sentence
from wellfounded.write import service
from wellfounded.write.telling import Telling, sentence
from wellfounded.write.words import doses

KINDS = ("place", "quantity")


def row(leaf: Requirement, claim: Claim, telling: Telling) -> Sentence | None:
    """Say where the service is given, or how much of it is asked; None where the request does not say."""
    if leaf.asks.kind == "quantity":
        total = service.total(telling)
        plans = {doses.frequency(each.frequency) for each in telling.case.services}
        plan = f", {plans.pop()}," if len(plans) == 1 and any(plans) else ""
        return sentence(f"{total}{plan} requested", *claim.basis, *service.basis(telling)) if total else None
    places = {each.place for each in telling.case.services if each.place}
    if len(places) != 1:
        return None
    return sentence(f"the service is requested for the {places.pop()}", *claim.basis, *service.basis(telling))
