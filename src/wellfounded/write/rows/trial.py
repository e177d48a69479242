"""Treatment tried, or not to be used: each agent with its dose, length and outcome, in one line."""

from wellfounded.model.argument import Claim
from wellfounded.model.criteria import Requirement
from wellfounded.model.evidence import Evidence
from wellfounded.model.letter import Sentence
from wellfounded.write.briefly import told
from wellfounded.write.measure import amount, small
from wellfounded.write.telling import Telling, sentence
from wellfounded.write.words import dates, series

KINDS = ("trial", "intolerance_or_contraindication")


def row(leaf: Requirement, claim: Claim, telling: Telling) -> Sentence | None:
    """Say the trials that show the requirement, grouped by what came of them."""
    del leaf
    said, under = told(telling, [item for item in claim.evidence if item.trial is not None])
    if not said:
        return None
    shown = [item for item in claim.evidence if item.value is not None and item.trial is None]
    values = series.series([_valued(item) for item in shown])
    more = [basis for item in shown for basis in telling.dates(item)]
    return sentence(f"{said}; {values}" if values else said, *claim.basis, *under, *more)


def _valued(item: Evidence) -> str:
    """Say a value that must go with the treatment: "eosinophils 42 /hpf on January 12, 2026"."""
    when = item.on or item.written
    return f"{small(item.name)} {amount(item)}{f' {dates.at(when)}' if when is not None else ''}"
