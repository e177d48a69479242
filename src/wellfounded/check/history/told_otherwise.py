"""A sentence that repeats a note must keep how the note ends.

Where a letter's sentence and a note's share their days, numbers and names, and one says that it helped and the other
that it did not, one of them was changed.

Bad:  Sleeve to March 5, 2026: a marked improvement.  <-  chart: Sleeve to March 5, 2026: no benefit.
Good: Sleeve and exercise to March 5, 2026: no improvement.  <-  chart: Sleeve to March 5, 2026: no benefit.
Good: Her sleep markedly improved in May.  <-  chart: Sleeve and exercise to March 5, 2026: no improvement.
"""

import re
from collections.abc import Iterator

from wellfounded.check.chart import Chart
from wellfounded.check.says import cues, ends
from wellfounded.check.view import Mark, Prose
from wellfounded.model.letter import Severity

CODE = "HX110"
SEVERITY = Severity.ERROR

STEM = re.compile(r"[a-z]{4,}|\d+(?:\.\d+)?")
SHARED = 4  # stems that two sentences share before they are taken to tell of one thing
SIDES = {ends.HELPED, ends.NO_EFFECT}


def check(prose: Prose, chart: Chart) -> Iterator[Mark]:
    """Report each line that tells one ending where the note most like it tells the other."""
    for line in prose.body:
        told = ends.kinds(line.text) & SIDES
        if len(told) != 1 or cues.of_rules(line.text) or ends.TO_COME.search(line.text):
            continue
        stems = _stems(line.text)
        shared, kinds = max(
            ((len(stems & noted), kinds) for noted, kinds in _noted(chart)), default=(0, frozenset()), key=_first
        )
        if shared >= SHARED and 2 * shared >= len(stems) and kinds & SIDES and not kinds & told:
            yield Mark(
                (line.start, line.start + len(line.text)), "the note most like this tells it otherwise", "Read both."
            )


def _noted(chart: Chart) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    yield from ((_stems(text), ends.kinds(text)) for text in chart.papers.sentences)


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:5] for word in STEM.findall(text.lower()))


def _first(pair: tuple[int, frozenset[str]]) -> int:
    return pair[0]
