"""Which values of the chart count against a bound: in the asked unit, taken as asked, of the day that counts."""

import re
from dataclasses import dataclass, replace
from datetime import date

from wellfounded.match import names, restrictions, units
from wellfounded.match.circumstances import agrees
from wellfounded.match.decide._lasting import lasts, minutes_asked
from wellfounded.match.timing import newest, when
from wellfounded.match.tree import every
from wellfounded.match.view import View
from wellfounded.model.asks import Threshold
from wellfounded.model.coding import Quantity
from wellfounded.model.evidence import Evidence, TrialStatus
from wellfounded.model.finding import Verdict

_TAKEN = frozenset({TrialStatus.CURRENT, TrialStatus.PAST})
EVER = re.compile(
    r"\b(?:ever|at any (?:time|point)|history of|lowest|highest|nadir|peak|worst|documented at least once)\b",
    re.IGNORECASE,
)
_BASELINE = re.compile(
    r"\b(?:baseline|pre-?treatment|(?:prior to|before) (?:\w+ ){0,2}(?:start|initiat|therapy|treatment))", re.IGNORECASE
)
_PRESSURES = frozenset({"systolic blood pressure", "diastolic blood pressure"})
_PRESSURE = re.compile(r"\b(\d{2,3})/(\d{2,3})\b")
_SIGNED = re.compile(
    r"\b(?:[tz][- ]?score|sds|standard deviation|base|sphere|refract|diopter|change|percentile)", re.IGNORECASE
)

# After a volume or a flow: its share of what is predicted, "1.42 L, 46% predicted", "2.1 L (61 % of pred)".
_PREDICTED = r" ?(?:m?[Ll](?:/s(?:ec)?)?|lit(?:er|re)s?)\s*[,;(/]?\s*(\d{1,3}(?:\.\d+)?) ?%\s*(?:of )?(?:the )?pred"


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


def is_value(each: Evidence) -> bool:
    """Whether a number is a value of the patient: no bound that a report repeats, nothing below zero that cannot be."""
    meant = each.assertion
    if each.value is None or (each.value.value < 0 and not _SIGNED.search(each.name)):
        return False
    number = re.escape(f"{each.value.value:g}")
    if re.search(
        rf"\b(?:residual|target|goal|treated)\s+(?:[\w-]+\s+){{0,3}}{number}(?![\d.])", each.statement, re.IGNORECASE
    ):
        return False
    if re.search(
        rf"(?<![\d.]){number} ?%? (?:\w+ )?or (?:less|more|below|above|greater|lower|higher|under|over)\b",
        each.statement,
    ):
        return False
    return (
        meant.experiencer == "patient" and meant.polarity == "affirmed" and meant.certainty == "certain"
        and meant.time in {"current", "historical"}
    )  # fmt: skip


def value(asks: Threshold, text: str, each: Evidence) -> Value | None:
    """Hold one value against the bound; None where the statement has none."""
    if each.value is None:
        return None
    converted = units.convert(each.value.value, each.value.unit, asks.unit, names.analyte(asks.name))
    if converted is None:
        return Value(each, Verdict.UNKNOWN, Verdict.MET)
    shown = Quantity(round(converted, 6), asks.unit, each.value.comparator)
    passes = compare(shown, asks.comparator, asks.value)
    if asks.upper is not None:
        passes = every([passes, compare(shown, "<=", asks.upper)])
    taken = agrees(asks.during or _circumstance(text), each)
    minutes = minutes_asked(asks, text)
    if minutes is not None and taken is Verdict.MET:
        taken = lasts(each, minutes, passes)
    return Value(each, passes, taken)


def _circumstance(text: str) -> str:
    """The words around the bound that say how a value is taken, where no slot holds them."""
    return " ".join(
        re.findall(
            r"\b(?:at rest|on room air|fasting|(?:during|while) (?:sleep|exercis|a?sleep)\w*|with exertion)\b", text
        )
    )


def as_asked(asks: Threshold, each: Evidence) -> Evidence:
    """Give a statement with the number that is meant: of "72 -> 41" the later, of 128/78 the pressure asked for."""
    if each.value is None:
        return each
    number = re.escape(f"{each.value.value:g}")
    if (
        asks.unit == "%"
        and each.value.unit != "%"
        and (share := re.search(rf"(?<![\d.]){number}{_PREDICTED}", each.statement))
    ):
        return replace(each, value=replace(each.value, value=float(share[1]), unit="%"))
    step = re.search(rf"(?<![\d.]){number}(?:\.0)?(?:/\d+)?%?\s*(?:->|→|=>)\s*(\d+(?:\.\d+)?)", each.statement)
    if step:
        return replace(each, value=replace(each.value, value=float(step[1])), on=each.on or each.written)
    part = {"systolic blood pressure": 1, "diastolic blood pressure": 2}.get(names.usual(asks.name))
    pair = _PRESSURE.search(f"{each.finding} {each.statement}") if part else None
    return replace(each, value=replace(each.value, value=float(pair[part]))) if pair and part else each


def is_of(asks: Threshold, each: Evidence) -> bool:
    """Whether a statement is of the quantity asked for; a blood pressure holds two."""
    if names.same(asks.name, each.name):
        return True
    return names.usual(asks.name) in _PRESSURES and each.name.lower() in {"blood pressure", "bp"}


def clear(values: list[Value]) -> list[Value]:
    """Leave out what cannot be compared, and a trend told later ("20 to 19"), where better values are there."""
    known = [value for value in values if value.passes is not Verdict.UNKNOWN] or values
    plain = [value for value in known if not _trend(value.evidence)]
    days = {str(when(value.evidence)) for value in plain}
    return [value for value in known if value in plain or str(when(value.evidence)) not in days]


def _trend(each: Evidence) -> bool:
    if each.value is None:
        return False
    number = re.escape(f"{each.value.value:g}") + r"(?:\.0)?"
    step = r" ?%?\)? ?(?:to|down to|up to) ?\(?"
    return bool(re.search(rf"(?<![\d.]){number}{step}\d|\d{step}{number}(?![\d.]\d)", each.statement))


def choose(values: list[Value], text: str, view: View) -> list[Value]:
    """Give the values that count: every one where any will do, those of the last day otherwise."""
    values = sorted(values, key=lambda value: newest(value.evidence), reverse=True)
    if EVER.search(text) or restrictions.occasions(text) > 1:
        return values
    if _BASELINE.search(text):
        before = before_treatment(values, view)
        values = before or values
    dated = [value for value in values if when(value.evidence)]
    if not dated:
        return values
    last = when(dated[0].evidence)
    return [value for value in dated if when(value.evidence) == last or _overlaps(value.evidence, dated[0].evidence)]


def _overlaps(one: Evidence, other: Evidence) -> bool:
    a, b = when(one), when(other)
    return bool(a and b and a.earliest() <= b.latest() and b.earliest() <= a.latest())


def before_treatment(values: list[Value], view: View) -> list[Value]:
    """Those taken before the requested treatment began, where the chart shows that it has."""
    begun = treatment_began(view)
    if begun is None:
        return []
    return [value for value in values if (day := when(value.evidence)) and day.latest() <= begun]


def treatment_began(view: View) -> date | None:
    """Give the day the requested treatment began, where the chart shows it as taken, or None."""
    asked = " ".join(service.description.value.lower() for service in view.case.services)
    starts = [
        each.trial.start.earliest()
        for each in view.of()
        if each.trial
        and each.trial.start
        and each.trial.status in _TAKEN
        and each.trial.ingredient
        and each.trial.ingredient.lower() in asked
    ]
    return min(starts, default=None)
