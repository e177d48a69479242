"""The findings that decide a case, in one sentence: what was tried, and the values the criteria turn on."""

from collections.abc import Iterator

from wellfounded.model.argument import Claim
from wellfounded.model.asks import Threshold
from wellfounded.model.basis import Basis
from wellfounded.model.evidence import Evidence
from wellfounded.model.letter import Sentence
from wellfounded.write import briefly, values
from wellfounded.write.rows.threshold import bare
from wellfounded.write.telling import Telling, sentence
from wellfounded.write.words import series

MOST = 3
TRIALS = 5


def findings(telling: Telling, said: set[str]) -> Iterator[Sentence]:
    """Say what was tried and the values the criteria turn on; what shows a requirement of *said* is told already."""
    told = [item for claim in telling.brief.claims("criterion_met") if claim.about in said for item in claim.evidence]
    trials = [claim for claim in telling.brief.claims("trial") if claim.slot("counted") == "yes"]
    trials = [claim for claim in trials if claim.evidence[0] not in told][:TRIALS]
    tried, bases = briefly.told(telling, [claim.evidence[0] for claim in trials])
    under: list[Basis] = list(bases)
    measured = list(_values(telling, said))[:MOST]
    under += [basis for claim, item in measured for basis in (*claim.basis, *telling.dates(item))]
    clauses = (tried, _measured(telling, [item for _, item in measured]))
    text = "; ".join(clause for clause in clauses if clause)
    if text:
        yield sentence(text, *under)


def _values(telling: Telling, said: set[str]) -> Iterator[tuple[Claim, Evidence]]:
    """Give the latest value of each scale or measurement some criterion is shown by."""
    seen: set[str] = set()
    for claim in telling.brief.claims("criterion_met"):
        leaf = telling.requirement(claim.about)
        held = [item for item in claim.evidence if item.value is not None]
        if leaf is None or (isinstance(leaf.asks, Threshold) and any(bare(leaf.asks, item) for item in held)):
            continue
        if leaf.asks.kind not in {"score", "lab", "measurement"} or not held or leaf.id in said:
            continue
        item = max(held, key=_when)
        if item.name not in seen:
            seen.add(item.name)
            yield claim, item


def _measured(telling: Telling, items: list[Evidence]) -> str:
    """Say the values, those of one day together."""
    return series.series([values.of_day(telling, items_, when) for when, items_ in values.by_day(items).items()])


def _when(item: Evidence) -> str:
    when = item.on or item.written
    return "" if when is None else str(when.latest())
