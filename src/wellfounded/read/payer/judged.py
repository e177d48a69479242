"""What each sentence of a notice shows the payer to have decided, as learned from sentences that people judged.

The sentences of rights, of outside review and of what every letter carries are not judged: they decide nothing here.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from wellfounded.read.payer import decision
from wellfounded.read.payer.paper import Paper
from wellfounded.read.payer.said import features
from wellfounded.read.payer.zones import Placed, placed
from wellfounded.wire.crf import weights

WEIGHTS = Path(__file__).with_name("decisions.crf")
NONE = "none"


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence and how likely it shows each kind of decision, or none."""

    place: Placed
    likely: dict[str, float]


@lru_cache(maxsize=8)
def judged(paper: Paper) -> tuple[Judged, ...]:
    """Judge every sentence in which a decision may stand; a paper without any is judged whole."""
    every = placed(paper)
    kept = [each for each in every if each.zone not in decision.ELSEWHERE] or every
    judge = weights(WEIGHTS)
    return tuple(Judged(each, judge.choose(sentence(each.sentence.text))) for each in kept)


def sentence(text: str) -> list[str]:
    """Give the features of one sentence: its own and the classes of clause the rules find in it."""
    return features(text, tuple(decision.weighed(text)))
