"""Where a letter speaks in other words: the plan's requirement, in a table or not, and passages in quotation marks."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from wellfounded.check.chart import Chart
from wellfounded.check.says.figures import numbers
from wellfounded.check.says.phrasebook import Words, words
from wellfounded.check.says.quotations import quotations
from wellfounded.check.view import Prose
from wellfounded.model.basis import Basis, Derivation

LEAST, MOST = 12, 600  # characters of a quotation
RUN = 5  # words in a row that a letter and a plan's paper share only where one repeats the other


def _sums(basis: Basis) -> Iterator[str]:
    """Give the rules under a basis that are counts written out: "2026-02-02 to 2026-04-19 = 77 days"."""
    if isinstance(basis, Derivation):
        if " = " in basis.rule:
            yield basis.rule
        for part in basis.of:
            yield from _sums(part)


@dataclass(frozen=True)
class Quoted:
    """The passages of one letter that assert nothing of the patient.

    A quotation is held word for word against its source by EV102 and EV103, so that what it says is its source's.
    """

    prose: Prose
    chart: Chart | None

    def holds(self, at: int) -> bool:
        """Whether the character at *at* stands in such a passage."""
        return any(start <= at < end for start, end in self._spans) or self._of_the_plan(at)

    def rests(self, span: tuple[int, int]) -> bool:
        """Whether the words there hold numbers, each in a passage or a sum that their sentence of ours rests on.

        A number in a table of the chart may have no name beside it; whether it is in the passage EV104 judges.
        """
        line = self.prose.line_at(span[0]) if self.prose.ours is not None else None
        if line is None or line.sentence is None:
            return False
        told = numbers(self.prose.flat[slice(*span)])
        held = [quote.exact for quote in line.sentence.quotes]
        held += [rule for basis in line.sentence.basis for rule in _sums(basis)]
        return bool(told) and told <= numbers(" ".join(held))

    def counts(self, span: tuple[int, int]) -> bool:
        """Whether the words there hold numbers, each in a sum that their sentence of ours rests on."""
        line = self.prose.line_at(span[0]) if self.prose.ours is not None else None
        if line is None or line.sentence is None:
            return False
        told = numbers(self.prose.flat[slice(*span)])
        held = " ".join(rule for basis in line.sentence.basis for rule in _sums(basis))
        return bool(told) and told <= numbers(held)

    @cached_property
    def _spans(self) -> tuple[tuple[int, int], ...]:
        spans = [(a - 1, b + 1) for a, b in quotations(self.prose.flat) if LEAST <= b - a <= MOST]
        at = 0
        for paragraph in self.prose.ours.paragraphs if self.prose.ours else ():
            for row in paragraph.rows:
                asked = f"{row.label} {row.requirement} [".lstrip()
                if (start := self.prose.text.find(asked, at)) >= 0:
                    spans.append((start, start + len(asked)))
                    at = start + len(asked)
        return tuple(spans)

    def _of_the_plan(self, at: int) -> bool:
        """Whether the word there is one of five in a row that stand so in a policy or a notice of the case."""
        plan = self.chart.papers.plan_spoken if self.chart is not None else ""
        n = bisect_right(self._words.starts, at) - 1
        if not plan or n < 0:
            return False
        told = self._words.lower[max(0, n - RUN + 1) : n + RUN]
        runs = (told[k : k + RUN] for k in range(len(told) - RUN + 1))
        return any(f" {' '.join(run)} " in plan for run in runs)

    @cached_property
    def _words(self) -> Words:
        return words(self.prose.flat)
