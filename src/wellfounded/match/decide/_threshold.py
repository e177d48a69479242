"""A number against a bound: which value of the chart counts, in which unit, taken when and how."""

import re
from dataclasses import dataclass
from datetime import date

from wellfounded.match import gaps, names, restrictions, units
from wellfounded.match.circumstances import agrees
from wellfounded.match.timing import newest, since, when
from wellfounded.match.view import View
from wellfounded.model.asks import Threshold
from wellfounded.model.coding import Quantity
from wellfounded.model.criteria import Requirement
from wellfounded.model.evidence import Evidence
from wellfounded.model.finding import Finding, Gap, Verdict

_EVER = re.compile(
    r"\b(?:ever|at any (?:time|point)|history of|lowest|highest|nadir|peak|worst|documented at least once)\b",
    re.IGNORECASE,
)
_BASELINE = re.compile(
    r"\b(?:baseline|pre-?treatment|(?:prior to|before) (?:\w+ ){0,2}(?:start|initiat|therapy|treatment))", re.IGNORECASE
)
_SIGNED = re.compile(
    r"\b(?:[tz][- ]?score|sds|standard deviation|base|sphere|refract|diopter|change|percentile)", re.IGNORECASE
)
_LASTING = re.compile(
    r"\bfor (?:at least |>= ?|≥ ?)?(\d+)\s*(?:cumulative |consecutive |continuous )?min", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Value:
    """One value of the chart held against the bound: does it pass, and is it of the asked kind at all."""

    evidence: Evidence
    passes: Verdict
    taken: Verdict  # under the asked circumstances


def compare(value: Quantity, comparator: str, bound: float) -> Verdict:
    """Hold a value, or a value known only as "above 30", against a bound."""
    low, high = value.value, value.value
    if value.comparator in {">", ">="}:
        high = float("inf")
    elif value.comparator in {"<", "<="}:
        low = float("-inf")
    strict_low, strict_high = value.comparator == ">", value.comparator == "<"
    if comparator in {"<", "<="}:
        flipped = {"<": ">", "<=": ">="}[comparator]
        mirrored = Quantity(-value.value, "", {"<": ">", "<=": ">=", ">": "<", ">=": "<="}.get(value.comparator, "="))
        return compare(mirrored, flipped, -bound)
    if comparator == "=":
        if low == high:
            return Verdict.MET if low == bound else Verdict.NOT_MET
        return Verdict.UNKNOWN if low <= bound <= high else Verdict.NOT_MET
    above = low > bound or (low == bound and (comparator == ">=" or strict_low))
    below = high < bound or (high == bound and (comparator == ">" or strict_high))
    return Verdict.MET if above else Verdict.NOT_MET if below else Verdict.UNKNOWN


def decide(asks: Threshold, requirement: Requirement, view: View) -> Finding:
    """Decide one bound over the chart's values of that name."""
    text = requirement.text
    first = restrictions.opens(text, asks.within, view)
    what = _what(asks)
    held = [
        each for each in view.of() if each.value is not None and _is_value(each) and names.same(asks.name, each.name)
    ]
    known = [each for each in held if since(each, None, view.today) is Verdict.MET]
    values = [value for each in known if (value := _value(asks, text, each)) is not None]
    fitting = _clear([value for value in values if value.taken is not Verdict.NOT_MET])
    if not fitting:
        has = gaps.latest(view, known) + (f", not taken {asks.during}" if known and asks.during else "")
        return Finding(
            requirement.id, Verdict.UNKNOWN, gap=gaps.order(view, what, first, has),
            why=f"The chart holds no {asks.name} that can be compared.",
        )  # fmt: skip
    chosen = _choose(fitting, text, view)
    return _conclude(asks, requirement, view, chosen, first, what)


def _is_value(each: Evidence) -> bool:
    """Whether a number is a value of the patient: no bound that a report repeats, nothing below zero that cannot be."""
    meant = each.assertion
    if each.value is None or (each.value.value < 0 and not _SIGNED.search(each.name)):
        return False
    number = re.escape(f"{each.value.value:g}")
    if re.search(
        rf"(?<![\d.]){number} ?%? (?:\w+ )?or (?:less|more|below|above|greater|lower|higher|under|over)\b",
        each.statement,
    ):
        return False
    return (
        meant.experiencer == "patient" and meant.polarity == "affirmed" and meant.certainty == "certain"
        and meant.time in {"current", "historical"}
    )  # fmt: skip


def _value(asks: Threshold, text: str, each: Evidence) -> Value | None:
    if each.value is None:
        return None
    converted = units.convert(each.value.value, each.value.unit, asks.unit, names.analyte(asks.name))
    if converted is None:
        return Value(each, Verdict.UNKNOWN, Verdict.MET)
    shown = Quantity(round(converted, 6), asks.unit, each.value.comparator)
    taken = agrees(asks.during or text, each) if asks.during else agrees(_circumstance(text), each)
    lasting = _LASTING.search(f"{asks.during} {text}")
    if lasting and taken is Verdict.MET:
        stated = [float(n) for n in re.findall(r"(\d+(?:\.\d+)?)\s*min", each.statement)]
        taken = Verdict.MET if any(n >= float(lasting[1]) for n in stated) else Verdict.UNKNOWN
    return Value(each, compare(shown, asks.comparator, asks.value), taken)


def _circumstance(text: str) -> str:
    """The words around the bound that say how a value is taken, where no slot holds them."""
    return " ".join(
        re.findall(
            r"\b(?:at rest|on room air|fasting|(?:during|while) (?:sleep|exercis|a?sleep)\w*|with exertion)\b", text
        )
    )


def _choose(values: list[Value], text: str, view: View) -> list[Value]:
    """The values that count: every one where any will do, those of the last day otherwise."""
    values = sorted(values, key=lambda value: newest(value.evidence), reverse=True)
    if _EVER.search(text) or restrictions.occasions(text) > 1:
        return values
    if _BASELINE.search(text):
        before = _before_treatment(values, view)
        values = before or values
    dated = [value for value in values if when(value.evidence)]
    if not dated:
        return values
    last = when(dated[0].evidence)
    return [value for value in dated if when(value.evidence) == last or _overlaps(value.evidence, dated[0].evidence)]


def _overlaps(one: Evidence, other: Evidence) -> bool:
    a, b = when(one), when(other)
    return bool(a and b and a.earliest() <= b.latest() and b.earliest() <= a.latest())


def _before_treatment(values: list[Value], view: View) -> list[Value]:
    """Those taken before the requested treatment began, where the chart shows that it has."""
    asked = " ".join(service.description.value.lower() for service in view.case.services)
    starts = [
        each.trial.start.earliest()
        for each in view.of()
        if each.trial and each.trial.start and each.trial.ingredient and each.trial.ingredient.lower() in asked
    ]
    if not starts:
        return []
    begun = min(starts)
    return [value for value in values if (day := when(value.evidence)) and day.latest() <= begun]


def _conclude(
    asks: Threshold, requirement: Requirement, view: View, chosen: list[Value], first: date | None, what: str
) -> Finding:
    passing = [value for value in chosen if value.passes is Verdict.MET]
    failing = [value for value in chosen if value.passes is Verdict.NOT_MET]
    ever = bool(_EVER.search(requirement.text))
    fresh = {id(value): since(value.evidence, first, view.today) for value in chosen}
    good = [v for v in passing if v.taken is Verdict.MET and fresh[id(v)] is Verdict.MET]
    need = restrictions.occasions(requirement.text)
    supports = tuple(value.evidence for value in passing)
    despite = tuple(value.evidence for value in failing)
    conflict = _conflict(asks, view, chosen)
    if conflict is not None:
        return Finding(
            requirement.id,
            Verdict.UNKNOWN,
            supports,
            despite,
            gap=conflict,
            why="Two sources state the value differently.",
        )
    if len({str(when(value.evidence)) for value in good}) >= need and (ever or need > 1 or not failing):
        return Finding(requirement.id, Verdict.MET, tuple(v.evidence for v in good), despite, why=_why(good[0], asks))
    has = gaps.latest(view, [value.evidence for value in chosen])
    if need > 1:
        gap = gaps.order(view, f"{what} on {need} occasions", first, f"the chart holds {len(good)} that pass; {has}")
        return Finding(requirement.id, Verdict.UNKNOWN, supports, despite, gap=gap, why="Too few values pass.")
    now = [v for v in failing if fresh[id(v)] is Verdict.MET and v.taken is Verdict.MET]
    if now and len(failing) == len(chosen) and not ever:
        return Finding(
            requirement.id, Verdict.NOT_MET, (), despite, gap=gaps.order(view, what, first, has), why=_why(now[0], asks)
        )
    return Finding(
        requirement.id,
        Verdict.UNKNOWN,
        supports,
        despite,
        gap=_open(asks, view, chosen, first, what),
        why=_undecided(chosen, passing, failing, fresh),
    )


def _open(asks: Threshold, view: View, chosen: list[Value], first: date | None, what: str) -> Gap:
    last = chosen[0]
    has = gaps.latest(view, [value.evidence for value in chosen])
    if any(value.taken is Verdict.UNKNOWN for value in chosen) and asks.during:
        return gaps.chart(
            view,
            f"whether {asks.name} {gaps.amount(last.evidence)} was taken {asks.during} ({view.place(last.evidence)})",
        )
    if last.evidence.value and asks.unit and last.passes is Verdict.UNKNOWN:
        return gaps.ask(view, f"for {asks.name} in {asks.unit}; {has}")
    return gaps.order(view, what, first, has)


def _undecided(chosen: list[Value], passing: list[Value], failing: list[Value], fresh: dict[int, Verdict]) -> str:
    if passing and failing:
        return "Values of one day differ on the two sides of the bound."
    if any(value.taken is Verdict.UNKNOWN for value in chosen):
        return "The chart does not say how the value was taken."
    if any(fresh[id(value)] is not Verdict.MET for value in chosen):
        return "The value is older than the policy allows, or its day is not known."
    return "The value cannot be held against the bound."


def _clear(values: list[Value]) -> list[Value]:
    """Leave out what cannot be compared, and a trend told later ("20 to 19"), where better values are there."""
    known = [value for value in values if value.passes is not Verdict.UNKNOWN] or values
    plain = [value for value in known if not _trend(value.evidence)]
    days = {str(when(value.evidence)) for value in plain}
    return [value for value in known if value in plain or str(when(value.evidence)) not in days]


def _trend(each: Evidence) -> bool:
    if each.value is None:
        return False
    number = re.escape(f"{each.value.value:g}") + r"(?:\.0)?"
    step = r" ?%?\)? ?(?:to|->|→|down to|up to) ?\(?"
    return bool(re.search(rf"(?<![\d.]){number}{step}\d|\d{step}{number}(?![\d.]\d)", each.statement))


def _what(asks: Threshold) -> str:
    unit = f" {asks.unit}" if asks.unit not in {"", "%"} else asks.unit
    during = f" {asks.during}" if asks.during else ""
    return f"a {asks.name}{during} (the plan asks for {asks.comparator} {asks.value:g}{unit})"


def _why(value: Value, asks: Threshold) -> str:
    held = "passes" if value.passes is Verdict.MET else "does not pass"
    return (
        f"{asks.name} {gaps.amount(value.evidence)} {held} {asks.comparator} {asks.value:g} {asks.unit}".rstrip() + "."
    )


def _conflict(asks: Threshold, view: View, chosen: list[Value]) -> Gap | None:
    """A conflict over this very value, where one of its readings would turn the verdict."""
    for conflict in view.case.conflicts:
        about = conflict.about.lower()
        days = {str(when(value.evidence)) for value in chosen}
        if not names.same(asks.name, re.split(r"[:,]| on ", conflict.about)[0]) or not any(
            day in about for day in days | {":"}
        ):
            continue
        read = [re.search(r"-?\d+(?:\.\d+)?", fact.value) for fact in conflict.says]
        verdicts = {compare(Quantity(float(match.group())), asks.comparator, asks.value) for match in read if match}
        if len(verdicts) > 1:
            return gaps.settle(view, conflict)
    return None
