"""The numbers of a case: those of each measure, and all of them."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from wellfounded.check.says import amounts, figures, measures
from wellfounded.check.shows.papers import Papers
from wellfounded.model.evidence import Evidence, EvidenceKind

MEASURED = {EvidenceKind.SCORE, EvidenceKind.LAB, EvidenceKind.VITAL}


@dataclass(frozen=True)
class Figures:
    """Scores, laboratory values and measurements, from the notes' own words and from what was read of them."""

    papers: Papers

    def measured(self, text: str) -> tuple[measures.Measured, ...]:
        """Give every number of *text* said of a measure, those that only this chart names among them."""
        return tuple(measures.measured(text, self._names))

    @cached_property
    def values(self) -> dict[str, frozenset[float]]:
        """Every number the case gives for each measure."""
        held: dict[str, set[float]] = defaultdict(set)
        for found in self.measured(self.papers.notes):
            held[found.name].add(found.value)
        for name, number in measures.beside(self.papers.notes, self._names):
            held[name].add(number)
        for item in self._read:
            if item.value is not None:
                held[measures.key(item.name)].add(item.value.value)
        return {name: frozenset(numbers) for name, numbers in held.items()}

    @cached_property
    def all(self) -> frozenset[float]:
        """Every number of the case, whatever it counts."""
        read = {item.value.value for item in self.papers.case.evidence if item.value is not None}
        spelled = {float(amounts.WORDS[word]) for word in self.papers.words & amounts.WORDS.keys()}
        return figures.numbers(self.papers.everything) | read | spelled

    @cached_property
    def _names(self) -> tuple[str, ...]:
        """The measures the chart names that no table of ours does."""
        named = {item.name for item in self._read if 2 < len(item.name) < 40} | measures.acronyms(self.papers.notes)
        return tuple(sorted(name for name in named if not measures.known(name)))

    @property
    def _read(self) -> tuple[Evidence, ...]:
        return tuple(item for item in self.papers.case.evidence if item.kind in MEASURED)
