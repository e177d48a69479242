"""Treatment tried, or not to be used: each agent with its dose, length and outcome, in one line."""

from wellfounded.model.argument import Claim
from wellfounded.model.basis import Basis
from wellfounded.model.criteria import Requirement
from wellfounded.model.evidence import Evidence
from wellfounded.model.letter import Sentence
from wellfounded.write.briefly import told
from wellfounded.write.measure import amount, small
from wellfounded.write.notes import note, passages
from wellfounded.write.telling import Telling, sentence
from wellfounded.write.words import dates, quoted, series

KINDS = ("trial", "intolerance_or_contraindication")


def row(leaf: Requirement, claim: Claim, telling: Telling) -> Sentence | None:
    """Say the trials that show the requirement, grouped by what came of them."""
    del leaf
    said, under = told(telling, [item for item in claim.evidence if item.trial is not None])
    if not said:
        return None
    values, more = _values(claim, telling)
    return sentence(f"{said}; {values}" if values else said, *claim.basis, *under, *more)


def beside(leaf: Requirement, claim: Claim, telling: Telling) -> Sentence | None:
    """Say the values that the requirement asks beside its treatment, with the paper they stand in; None without any."""
    values, under = _values(claim, telling)
    held = next((each for item in claim.evidence if item.value is not None for each in passages(telling, item)), None)
    if not values or leaf.asks.kind not in KINDS:
        return None
    words = f" ({quoted.marked(quoted.unlabelled(held.text))}, {note(telling, held)})" if held is not None else ""
    return sentence(f"beside it the record shows {values}{words}", *under, *(held.basis if held is not None else ()))


def _values(claim: Claim, telling: Telling) -> tuple[str, list[Basis]]:
    """Give the values with their days, those of one name and day together: "eosinophils 42 and 27 /hpf on ..."."""
    shown = [item for item in claim.evidence if item.value is not None and item.trial is None]
    by = dict[tuple[str, str], list[Evidence]]()
    for item in shown:
        by.setdefault((small(item.name), str(item.on or item.written or "")), []).append(item)
    said = []
    for (name, _), items in by.items():
        when = items[0].on or items[0].written
        amounts = series.series([amount(item) for item in items])
        said.append(f"{name} {amounts}{f' {dates.at(when)}' if when is not None else ''}")
    return series.series(said), [basis for item in shown for basis in telling.dates(item)]
