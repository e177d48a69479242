"""The one sentence that shows a requirement: by its typed test, or by the chart's own words."""

from wellfounded import plugin
from wellfounded.model.argument import Claim
from wellfounded.model.criteria import Requirement
from wellfounded.model.letter import Sentence
from wellfounded.write import counted
from wellfounded.write.rows import _recorded
from wellfounded.write.telling import Telling


def row(leaf: Requirement, claim: Claim, telling: Telling) -> Sentence | None:
    """Say what shows *leaf*; None where nothing that may be printed does."""
    if (told := counted.row(leaf, claim, telling)) is not None:
        return told
    for way in plugin.modules("wellfounded.write.rows", "KINDS", "row"):
        if leaf.asks.kind in way.KINDS:
            said: Sentence | None = way.row(leaf, claim, telling)
            if said is not None:
                return said
    return _recorded.row(leaf, claim, telling)
