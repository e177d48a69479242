"""Words from the ways of saying in `says`: the same claim in the same case is always said the same."""

from wellfounded import plugin
from wellfounded.model.argument import Claim
from wellfounded.model.letter import Sentence
from wellfounded.write.telling import Telling

NAME = "plain"


def phrase(claim: Claim, telling: Telling, n: int = 0) -> tuple[Sentence, ...]:
    """Say *claim*, the *n*th of its kind in this part; nothing where no file of `says` knows its kind.

    Every sentence rests on bases of the claim's own, or on the lines of the source that date it.
    """
    for way in plugin.modules("wellfounded.write.says", "KINDS", "say"):
        if claim.kind in way.KINDS:
            said: tuple[Sentence, ...] = way.say(claim, telling, n)
            return said
    return ()
