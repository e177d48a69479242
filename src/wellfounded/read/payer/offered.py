"""What a sentence offers, and the level it shows the notice to be of, as learned from sentences that people judged."""

from functools import lru_cache
from pathlib import Path

from wellfounded.read.payer.judged import Judged
from wellfounded.read.payer.paper import Paper
from wellfounded.read.payer.said import features
from wellfounded.read.payer.zones import Zone, placed
from wellfounded.wire.crf import weights

WEIGHTS = Path(__file__).with_name("offers.crf")


@lru_cache(maxsize=8)
def offered(paper: Paper) -> tuple[Judged, ...]:
    """Judge every sentence but those that all letters carry; labels are offers, `level_...` and none."""
    judge = weights(WEIGHTS)
    return tuple(
        Judged(each, judge.choose(features(each.sentence.text)))
        for each in placed(paper)
        if each.zone is not Zone.BOILERPLATE
    )
