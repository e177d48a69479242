"""A sentence that repeats a note must keep how the note ends.

Where a letter's sentence and a note's share their days, numbers and names, and one says that it helped and the other
that it did not, one of them was changed.

Bad:  Sleeve to March 5, 2026: a marked improvement.  <-  chart: Sleeve to March 5, 2026: no benefit.
Good: Sleeve and exercise to March 5, 2026: no improvement.  <-  chart: Sleeve to March 5, 2026: no benefit.
Good: Her sleep markedly improved in May.  <-  chart: Sleeve and exercise to March 5, 2026: no improvement.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from wellfounded.check.chart import Chart
from wellfounded.check.says import cues, ends
from wellfounded.check.shows.papers import stems
from wellfounded.check.view import Mark, Prose
from wellfounded.model.letter import Severity

CODE = "HX110"
SEVERITY = Severity.ERROR

SHARED = 4  # stems that two sentences share before they are taken to tell of one thing
SIDES = {ends.HELPED, ends.NO_EFFECT}


def check(prose: Prose, chart: Chart) -> Iterator[Mark]:
    """Report each line that tells one ending where the note most like it tells the other."""
    for line in prose.body:
        told = ends.kinds(line.text) & SIDES
        if len(told) != 1 or cues.of_rules(line.text) or ends.TO_COME.search(line.text):
            continue
        own = stems(line.text)
        beside = Counter(chain.from_iterable(chart.papers.holding.get(stem, ()) for stem in own))
        most, shared = max(beside.items(), default=(0, 0), key=lambda pair: (pair[1], -pair[0]))  # of equals the first
        if shared < SHARED:
            continue
        near = chart.papers.sentences[most]
        kinds = ends.kinds(near)
        if 2 * shared >= len(own) and kinds & SIDES and not kinds & told:
            yield Mark(
                (line.start, line.start + len(line.text)), "the note most like this tells it otherwise", "Read both."
            )
