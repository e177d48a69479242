"""Treatment tried, or not to be used: each agent with its dose, length and outcome, in one line."""

from wellfounded.model.argument import Claim
from wellfounded.model.basis import Basis, Derivation
from wellfounded.model.criteria import Requirement
from wellfounded.model.letter import Sentence
from wellfounded.write.says.trial import grouped, length
from wellfounded.write.telling import Telling, sentence

KINDS = ("trial", "intolerance_or_contraindication")


def row(leaf: Requirement, claim: Claim, telling: Telling) -> Sentence | None:
    """Say the trials that show the requirement, grouped by what came of them."""
    del leaf
    held = [item for item in claim.evidence if item.trial is not None]
    said = grouped(held)
    if not said:
        return None
    under: list[Basis] = [*claim.basis]
    for item in held:
        under += telling.dates(item)
        if item.trial is not None and item.trial.duration is None and (long := length(item.trial)) is not None:
            under.append(Derivation(f"time from start to stop = {long}", (item.basis,)))
    return sentence(said, *under)
