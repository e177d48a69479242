"""Why the payer refused, as learned: each sentence judged by the reason it gives, and the paper by its sentences.

What is learned stands beside the rules of `reasons.py`: it speaks where they are silent, and gainsays them where sure.
"""

from functools import lru_cache
from pathlib import Path

from wellfounded.model.determination import ReasonKind
from wellfounded.read.payer import decision
from wellfounded.read.payer.judged import Judged
from wellfounded.read.payer.paper import Paper
from wellfounded.read.payer.reason_words import STRONG, WEAK
from wellfounded.read.payer.said import features
from wellfounded.read.payer.zones import Zone, placed
from wellfounded.wire.crf import weights

SENTENCES = Path(__file__).with_name("reasons.crf")
PAPERS = Path(__file__).with_name("whys.crf")
KINDS = tuple(kind.value for kind in ReasonKind)
MOST = (0.3, 0.5, 0.7, 0.9)
SUMS = (0.3, 0.6, 1.0, 1.5, 2.5)
WHY = (0.4, 0.7, 0.9)
HEARD = 0.2  # under this a judgement adds nothing to the sum


@lru_cache(maxsize=8)
def judged(paper: Paper) -> tuple[Judged, ...]:
    """Judge every sentence in which a reason may stand; labels are the kinds of reason and none."""
    judge = weights(SENTENCES)
    return tuple(
        Judged(each, judge.choose(sentence(each.sentence.text)))
        for each in placed(paper)
        if each.zone not in decision.ELSEWHERE
    )


def sentence(text: str) -> list[str]:
    """Give the features of one sentence: its own, and the reasons whose words stand in it."""
    return features(text, words(text))


@lru_cache(maxsize=2000)
def words(text: str) -> tuple[str, ...]:
    """Name the reasons whose strong (S) or weak (W) words stand in a sentence, whatever it says of them."""
    return (
        *(f"S{kind.value}" for kind, pattern in STRONG.items() if pattern.search(text)),
        *(f"W{kind.value}" for kind, pattern in WEAK.items() if pattern.search(text)),
    )


def likely(paper: Paper, ruled: tuple[str, ...]) -> dict[str, float]:
    """Give how likely each reason is this paper's; *ruled*: those the rules give."""
    return weights(PAPERS).choose(shown(paper, ruled))


def shown(paper: Paper, ruled: tuple[str, ...]) -> list[str]:
    """Give what the paper shows of each reason, and what the rules make of it, each thing once."""
    said = judged(paper)
    sums: dict[str, float] = {}
    found = []
    for name in KINDS:
        each = [one.likely.get(name, 0.0) for one in said]
        why = [one.likely.get(name, 0.0) for one in said if one.place.zone is Zone.WHY]
        sums[name] = sum(one for one in each if one > HEARD)
        found += _over(f"most {name}", max(each, default=0.0), MOST)
        found += _over(f"sum {name}", sums[name], SUMS)
        found += _over(f"why {name}", max(why, default=0.0), WHY)
        for mark, steps in (("S", (1, 2, 3)), ("W", (1, 2))):
            found += _over(
                f"words {mark} {name}", sum(f"{mark}{name}" in words(one.place.sentence.text) for one in said), steps
            )
    first, second = sorted(KINDS, key=lambda name: (-sums[name], name))[:2]
    found += [f"first {first}", f"first two {first} {second}"]
    found += [f"ruled {name}" for name in ruled] or ["ruled none"]
    return [*found, f"ruled all {'+'.join(ruled)}"]


def _over(name: str, value: float, steps: tuple[float, ...]) -> list[str]:
    return [f"{name} {step}" for step in steps if value >= step] or [f"{name} none"]
