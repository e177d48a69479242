"""The findings that decide a case, in one sentence."""

from collections.abc import Iterator

from wellfounded.model.basis import Basis
from wellfounded.model.letter import Sentence
from wellfounded.write.measure import amount, small, was
from wellfounded.write.says.trial import grouped
from wellfounded.write.telling import Telling, sentence
from wellfounded.write.words import dates, series

MOST = 3


def findings(telling: Telling) -> Iterator[Sentence]:
    """Say what was tried and the values the criteria turn on, as one sentence; nothing where neither is shown."""
    trials = [claim for claim in telling.brief.claims("trial") if claim.slot("counted") == "yes"]
    clauses = [grouped([claim.evidence[0] for claim in trials])]
    under: list[Basis] = [basis for claim in trials for basis in telling.dates(claim.evidence[0])]
    values = list(_values(telling))[:MOST]
    clauses.append(series.series([f"{said}" for said, _ in values]))
    under += [basis for _, held in values for basis in held]
    text = "; ".join(clause for clause in clauses if clause)
    if text:
        yield sentence(text, *under)


def _values(telling: Telling) -> Iterator[tuple[str, tuple[Basis, ...]]]:
    """Give the latest value of each scale or measurement some criterion is shown by."""
    seen: set[str] = set()
    for claim in telling.brief.claims("criterion_met"):
        leaf = telling.requirement(claim.about)
        held = [item for item in claim.evidence if item.value is not None]
        if leaf is None or leaf.asks.kind not in {"score", "lab", "measurement"} or not held:
            continue
        item = max(held, key=_when)
        if item.name in seen:
            continue
        seen.add(item.name)
        when = item.on or item.written
        where = f" {dates.at(when)}" if when is not None else ""
        name = small(item.name)
        said = f"{telling.person.possessive} {name} {was(name)} {amount(item)}{where}"
        yield said, (*claim.basis, *telling.dates(item))


def _when(item: object) -> str:
    when = getattr(item, "on", None) or getattr(item, "written", None)
    return "" if when is None else str(when.latest())
