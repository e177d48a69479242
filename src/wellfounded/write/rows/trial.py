"""Treatment tried, or not to be used: each agent with its dose, length and outcome, in one line."""

from wellfounded.model.argument import Claim
from wellfounded.model.criteria import Requirement
from wellfounded.model.letter import Sentence
from wellfounded.write.briefly import told
from wellfounded.write.telling import Telling, sentence

KINDS = ("trial", "intolerance_or_contraindication")


def row(leaf: Requirement, claim: Claim, telling: Telling) -> Sentence | None:
    """Say the trials that show the requirement, grouped by what came of them."""
    del leaf
    said, under = told(telling, [item for item in claim.evidence if item.trial is not None])
    return sentence(said, *claim.basis, *under) if said else None
