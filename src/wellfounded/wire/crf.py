"""Labels learned from labelled papers: a file of weights of a conditional random field, and what it says of features.

A sequence of one item is a choice among labels; a longer one is a tagging. Weights are CRFsuite's own file.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

OUTSIDE = "O"  # the label of what is no value


@dataclass(frozen=True, slots=True)
class Tag:
    """The items from *start* up to *end* that bear one label, and how sure it is (0..1)."""

    label: str
    start: int
    end: int
    sure: float


class Weights:
    """One file of weights, opened."""

    def __init__(self, path: Path) -> None:
        """Open *path*, a CRFsuite model; a file that is none raises ValueError."""
        import pycrfsuite  # noqa: PLC0415 - 30 ms, for readers of papers alone

        self._tagger = pycrfsuite.Tagger()
        self._tagger.open(str(path))

    def choose(self, features: Sequence[str]) -> dict[str, float]:
        """Give the probability of each label for one item; they sum to 1."""
        self._tagger.set([features])
        return {label: float(self._tagger.marginal(label, 0)) for label in self._tagger.labels()}

    def each(self, features: Sequence[Sequence[str]]) -> tuple[dict[str, float], ...]:
        """Give the probability of each label for every item of one sequence, in order."""
        if not features:
            return ()
        self._tagger.set(features)
        labels = self._tagger.labels()
        return tuple(
            {label: float(self._tagger.marginal(label, at)) for label in labels} for at in range(len(features))
        )

    def tag(self, features: Sequence[Sequence[str]]) -> tuple[Tag, ...]:
        """Give the runs of items that bear a label other than `O`, in order, each with its mean probability."""
        if not features:
            return ()
        self._tagger.set(features)
        labels = self._tagger.tag()
        found = []
        start = 0
        for end in range(1, len(labels) + 1):
            if end < len(labels) and labels[end] == labels[start]:
                continue
            if labels[start] != OUTSIDE:
                sure = [float(self._tagger.marginal(labels[start], at)) for at in range(start, end)]
                found.append(Tag(labels[start], start, end, sum(sure) / len(sure)))
            start = end
        return tuple(found)

    def likely(self, at: int, labels: Sequence[str]) -> dict[str, float]:
        """Give the probability of each of some *labels* for one item of the sequence that was tagged last."""
        return {label: float(self._tagger.marginal(label, at)) for label in labels}


@lru_cache(maxsize=8)
def weights(path: Path) -> Weights:
    """Open a file of weights once."""
    return Weights(path)


def learn(
    sequences: Sequence[tuple[Sequence[Sequence[str]], Sequence[str]]],
    path: Path,
    *,
    rounds: int = 80,
    few: int = 2,
    sparse: float = 0.1,
    even: float = 0.05,
) -> None:
    """Learn weights from (features of each item, its label) sequences and write them to *path*.

    *rounds* of L-BFGS; features met fewer than *few* times are left out; *sparse* and *even* are the L1 and L2 prices.
    The same sequences in the same order give the same file.
    """
    import pycrfsuite  # noqa: PLC0415 - as above

    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params({"c1": sparse, "c2": even, "max_iterations": rounds, "feature.minfreq": few})
    for features, labels in sequences:
        trainer.append(features, labels)
    trainer.train(str(path))
