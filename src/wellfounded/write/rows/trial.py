"""Treatment tried, or not to be used: each agent with its dose, length and outcome, in one line."""

from wellfounded.model.argument import Claim
from wellfounded.model.criteria import Requirement
from wellfounded.model.letter import Sentence
from wellfounded.write.says.trial import grouped
from wellfounded.write.telling import Telling, sentence

KINDS = ("trial", "intolerance_or_contraindication")


def row(leaf: Requirement, claim: Claim, telling: Telling) -> Sentence | None:
    """Say the trials that show the requirement, grouped by what came of them."""
    del leaf
    held = [item for item in claim.evidence if item.trial is not None]
    said = grouped(held)
    if not said:
        return None
    return sentence(said, *claim.basis, *(part for item in held for part in telling.dates(item)))
