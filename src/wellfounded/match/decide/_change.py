"""How far a score has moved from its baseline: computed only where the chart says what the baseline is."""

import re

from wellfounded.match import gaps, names
from wellfounded.match.decide._values import compare, is_value, treatment_began
from wellfounded.match.timing import newest, since, when
from wellfounded.match.units import unit
from wellfounded.match.view import View
from wellfounded.model.asks import Threshold
from wellfounded.model.coding import Quantity
from wellfounded.model.criteria import Requirement
from wellfounded.model.evidence import Evidence
from wellfounded.model.finding import Finding, Verdict

_MOVED = re.compile(
    r"\b(?:reduc\w+|decreas\w+|declin\w+|improve\w+|fall\w*|fell|lower\w*|drop\w*|change\w*|loss|from baseline)\b",
    re.IGNORECASE,
)
_MOVES = (
    r"(?:reduc\w+|decreas\w+|declin\w+|improve\w+|f[ae]ll\w*|lower\w*|drop\w*|increas\w+|r[io]se\w*|gain\w*"
    r"|chang\w+|loss"
    r"|lost)"
)
_BY = re.compile(
    rf"\b{_MOVES}\b(?: \w+){{0,3}}? (?:by|of) (?:at least |more than |>=? ?|≥ ?)?\d"
    rf"|\b{_MOVES}\b.{{0,40}}\bfrom baseline\b",
    re.IGNORECASE,
)
_UP = re.compile(r"\b(?:increas\w+|r[io]se\w*|gain\w*)\b", re.IGNORECASE)
_BASELINE = re.compile(r"\bbaseline\b|\bbefore (?:treatment|starting)\b|\bpre-?treatment\b", re.IGNORECASE)
_OWN_UNIT = frozenset({"body surface area", "oxygen saturation", "left ventricular ejection fraction", "hematocrit"})


def is_change(asks: Threshold, text: str) -> bool:
    """Whether the bound is of a change and not of the value itself: "fell by 7", "a reduction of 50 percent"."""
    if _BY.search(f"{asks.name}. {text}"):
        return True
    if unit(asks.unit) != "%" or names.usual(asks.name) in _OWN_UNIT | {"hemoglobin a1c"}:
        return False
    return bool(_MOVED.search(f"{asks.name} {text}"))


def change(asks: Threshold, requirement: Requirement, view: View) -> Finding:
    """Hold the fall from the baseline to the newest value against the bound; a stated percentage counts as such."""
    name = _MOVED.sub(" ", re.sub(r"\b(?:in|of|the|percent|from)\b", " ", asks.name)).strip() or asks.name
    held = [each for each in view.of() if each.value and is_value(each) and names.same(name, each.name)]
    held = [each for each in held if since(each, None, view.today) is Verdict.MET]
    points = sorted((each for each in held if each.value and unit(each.value.unit) != "%"), key=newest)
    began = treatment_began(view)
    base = [each for each in points if _BASELINE.search(each.statement)]
    if not base and began is not None:
        base = [each for each in points if (day := when(each)) and day.latest() <= began]
    later = [each for each in points if base and newest(each) > newest(base[-1])]
    if not base or not later:
        gap = gaps.order(view, f"a {name} at baseline and one under treatment", None, gaps.latest(view, points))
        why = "The chart does not say what the baseline is, or holds no later value."
        return Finding(requirement.id, Verdict.UNKNOWN, tuple(points), gap=gap, why=why)
    first, last = base[-1], later[-1]
    moved = _moved(first, last, percent=unit(asks.unit) == "%")
    if _UP.search(f"{asks.name} {requirement.text}"):
        moved = -moved
    verdict = compare(Quantity(moved), asks.comparator, asks.value)
    of = " percent" if unit(asks.unit) == "%" else ""
    why = f"{name} moved from {gaps.amount(first)} to {gaps.amount(last)}: by {moved:.0f}{of}."
    if verdict is Verdict.MET:
        return Finding(requirement.id, verdict, (first, last), why=why)
    gap = gaps.order(view, f"a new {name}", None, why.rstrip("."))
    return Finding(requirement.id, verdict, (), (first, last), gap=gap, why=why)


def _moved(first: Evidence, last: Evidence, *, percent: bool) -> float:
    """How far the value fell, in its own unit or in percent of where it began."""
    before = first.value.value if first.value else 0.0
    after = last.value.value if last.value else 0.0
    if not percent:
        return before - after
    return (before - after) / before * 100 if before else 0.0
