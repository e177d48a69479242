"""Scores, laboratory values and measurements: the value, its day, and any sibling scale that falls short."""

import re
from datetime import date

from wellfounded.model.argument import Claim
from wellfounded.model.asks import Threshold
from wellfounded.model.basis import Basis
from wellfounded.model.criteria import Requirement
from wellfounded.model.evidence import Evidence
from wellfounded.model.letter import Sentence
from wellfounded.write import policyname
from wellfounded.write.measure import amount, named
from wellfounded.write.telling import Telling, sentence
from wellfounded.write.words import dates, doses

KINDS = ("score", "lab", "measurement")


def row(leaf: Requirement, claim: Claim, telling: Telling) -> Sentence | None:
    """Say the latest value that shows the requirement; a branch of the same choice that fails is disclosed."""
    valued = [item for item in claim.evidence if item.value is not None]
    if not valued or not isinstance(leaf.asks, Threshold) or bare(leaf.asks, valued[0]):
        return None
    item = max(valued, key=lambda each: when.latest() if (when := each.on or each.written) else date.min)
    during = f" {leaf.asks.during}" if leaf.asks.during and leaf.asks.during.lower() in item.statement.lower() else ""
    when = item.on or item.written
    text = f"{value(item)}{during}{f' {dates.at(when)}' if when is not None else ''}"
    under = list[Basis]([*claim.basis, *telling.dates(item)])
    for other in _fallen(telling, claim):
        seen = next(each for each in other.evidence if each.value is not None)
        bound = telling.requirement(other.about)
        if bound is not None and isinstance(bound.asks, Threshold):
            asked = doses.measured(bound.asks.value, bound.asks.unit)
            place = f" in {bound.label}" if bound.label else ""
            side = "short of" if bound.asks.comparator in {">", ">="} else "above"
            text += f"; {value(seen)} is {side} the {asked}{place}, and the policy asks for one of these"
            under += [*policyname.numbered(bound), *other.basis, *telling.dates(seen)]
    return sentence(text, *under)


def bare(asks: Threshold, item: Evidence) -> bool:
    """Whether a count is of a plain word and without its unit: "migraine 12", which only the chart's line explains."""
    plain = re.fullmatch(r"[a-z]+(?: [a-z]+)?", item.name[:1].lower() + item.name[1:]) is not None
    return plain and bool(asks.unit) and item.value is not None and not item.value.unit


def value(item: Evidence) -> str:
    """Say a value: "PHQ-9 22", "oxygen saturation 86%"."""
    return named(item) if item.value is None else f"{named(item)} {amount(item)}"


def _fallen(telling: Telling, claim: Claim) -> list[Claim]:
    """Give the failed branches disclosed beside this requirement that hold a value."""
    beside = [arg.despite for arg in telling.brief.arguments if arg.claim == claim]
    return [
        each
        for group in beside
        for each in group
        if each.kind == "other_branch" and any(item.value is not None for item in each.evidence)
    ]
