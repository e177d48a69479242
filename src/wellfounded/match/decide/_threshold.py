"""A number against a bound: which value of the chart counts, in which unit, taken when and how."""

import re
from dataclasses import replace
from datetime import date

from wellfounded.match import gaps, names, restrictions
from wellfounded.match.decide import procedure
from wellfounded.match.decide._change import change, is_change
from wellfounded.match.decide._lasting import minutes_asked, told
from wellfounded.match.decide._stated import stated
from wellfounded.match.decide._titer import diluted, titers
from wellfounded.match.decide._values import EVER, Value, as_asked, choose, clear, compare, is_of, is_value, value
from wellfounded.match.decide._words import fresh, present
from wellfounded.match.timing import since, when
from wellfounded.match.view import View
from wellfounded.model.asks import ProcedureDone, Threshold
from wellfounded.model.coding import Quantity
from wellfounded.model.criteria import Requirement
from wellfounded.model.evidence import Evidence
from wellfounded.model.finding import Finding, Gap, Verdict

# What is asked beside the number and no value shows: "still under 45 percent after six months without alcohol".
_BESIDE = re.compile(
    r"\b(?:after|following|despite)\s+(?:[\w-]+\s+){1,4}?(?:days?|weeks?|months?|years?)\s+(?:without|of|off|on)\b"
    r"|\bsupported by\b|\bwhile (?:taking|using|on)\b",
    re.IGNORECASE,
)
_RESULTS = {
    "negative": re.compile(r"\bneg(?:ative)?\b|\bnon-?reactive\b|\b(?:not|un)\s?-?detect\w+", re.IGNORECASE),
    "positive": re.compile(r"\bpos(?:itive)?\b|(?<!non)(?<!non-)\breactive\b|(?<!not )\bdetected\b", re.IGNORECASE),
}
_STUDY = re.compile(r"\b(?:test|screen|assay|panel|culture|drawn|performed|done|obtained|checked)\w*", re.IGNORECASE)


def decide(asks: Threshold, requirement: Requirement, view: View) -> Finding:
    """Decide one bound over the chart's values of that name; where the policy gives no bound, by the whole text."""
    text = requirement.text
    if not asks.comparator:
        return _unbounded(asks, requirement, view)
    titer = diluted(asks, text)
    asks = titer or asks
    first = restrictions.opens(text, asks.within, view)
    what = _what(asks)
    minutes = minutes_asked(asks, text)
    if minutes is not None and (timed := _by_time(asks, minutes, requirement, view, what)) is not None:
        return timed
    if is_change(asks, text):
        return change(asks, requirement, view)
    held = [as_asked(asks, each) for each in view.of() if is_value(each) and is_of(asks, each)]
    if titer:
        held = list(titers(asks, view))
    known = [each for each in held if since(each, None, view.today) is Verdict.MET]
    values = [one for each in known if (one := value(asks, text, each)) is not None]
    if not values and not titer:
        found = [as_asked(asks, each) for each in stated(asks, view) if is_value(each)]
        known = [each for each in found if since(each, None, view.today) is Verdict.MET]
        values = [one for each in known if (one := value(asks, text, each)) is not None]
    fitting = clear([value for value in values if value.taken is not Verdict.NOT_MET])
    if not fitting:
        has = gaps.latest(view, known) + (f", not taken {asks.during}" if known and asks.during else "")
        return Finding(
            requirement.id, Verdict.UNKNOWN, gap=gaps.order(view, what, first, has),
            why=f"The chart holds no {asks.name} that can be compared.",
        )  # fmt: skip
    chosen = choose(fitting, text, view)
    return _conclude(asks, requirement, view, chosen, first, what)


def _unbounded(asks: Threshold, requirement: Requirement, view: View) -> Finding:
    """By a study that was done where the text asks for one, else by its words: there is no number to stand against."""
    if _STUDY.search(requirement.text) and not getattr(asks, "result", ""):
        return procedure.decide(ProcedureDone(asks.name, asks.within), requirement, view)
    first = restrictions.opens(requirement.text, asks.within, view)
    found = present(requirement.text, requirement, view, first=first, past=True)
    result = getattr(asks, "result", "")
    if not result or found.verdict is not Verdict.NOT_MET:
        return found
    # Only a report of the other result, of a day that counts, speaks against: "negative" is what a negative test says.
    other = "positive" if result == "negative" else "negative"
    against, _ = fresh([each for each in found.despite if _reports(each, other)], first, view)
    if against:
        return replace(found, despite=tuple(against))
    done = procedure.decide(ProcedureDone(asks.name, asks.within), requirement, view)
    sure = done.verdict is Verdict.MET and done.supports and all(_reports(each, result) for each in done.supports)
    return done if sure else replace(done, verdict=Verdict.UNKNOWN, gap=done.gap or found.gap)


def _reports(each: Evidence, result: str) -> bool:
    """Whether a statement gives this result in a word, and not the other."""
    return {name for name, words in _RESULTS.items() if words.search(each.statement or each.name)} == {result}


def _by_time(asks: Threshold, minutes: float, requirement: Requirement, view: View, what: str) -> Finding | None:
    """By the time a report gives beyond the bound, or None where none does."""
    verdict, told_by = told(asks, minutes, view)
    if verdict is Verdict.UNKNOWN:
        return None
    why = "A report gives the time beyond the bound."
    if verdict is Verdict.MET:
        return Finding(requirement.id, verdict, told_by, why=why)
    gap = gaps.order(
        view, what, None, f"the report says “{gaps.short(told_by[0].statement)}” ({view.place(told_by[0])})"
    )
    return Finding(requirement.id, verdict, (), told_by, gap=gap, why=why)


def _conclude(
    asks: Threshold, requirement: Requirement, view: View, chosen: list[Value], first: date | None, what: str
) -> Finding:
    passing = [value for value in chosen if value.passes is Verdict.MET]
    failing = [value for value in chosen if value.passes is Verdict.NOT_MET]
    ever = bool(EVER.search(requirement.text))
    recent = {id(value): since(value.evidence, first, view.today) for value in chosen}
    good = [v for v in passing if v.taken is Verdict.MET and recent[id(v)] is Verdict.MET]
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
        held = tuple(value.evidence for value in good)
        if _BESIDE.search(requirement.text) and not asks.during:
            rest = gaps.chart(view, f"what is asked beside the {asks.name}: {gaps.words(requirement)}")
            return Finding(requirement.id, Verdict.UNKNOWN, held, despite, gap=rest, why="The number alone is shown.")
        return Finding(requirement.id, Verdict.MET, held, despite, why=_why(good[0], asks))
    has = gaps.latest(view, [value.evidence for value in chosen])
    if need > 1:
        gap = gaps.order(view, f"{what} on {need} occasions", first, f"the chart holds {len(good)} that pass; {has}")
        return Finding(requirement.id, Verdict.UNKNOWN, supports, despite, gap=gap, why="Too few values pass.")
    now = [v for v in failing if recent[id(v)] is Verdict.MET and v.taken is Verdict.MET]
    if now and len(failing) == len(chosen) and not ever:
        newer = gaps.ask(view, f"whether a newer {asks.name} is known; {has}, and the plan asks for {_bound(asks)}")
        return Finding(requirement.id, Verdict.NOT_MET, (), despite, gap=newer, why=_why(now[0], asks))
    return Finding(
        requirement.id,
        Verdict.UNKNOWN,
        supports,
        despite,
        gap=_open(asks, view, chosen, first, what),
        why=_undecided(chosen, passing, failing, recent),
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


def _bound(asks: Threshold) -> str:
    unit = f" {asks.unit}" if asks.unit not in {"", "%"} else asks.unit
    upper = f" and <= {asks.upper:g}{unit}" if asks.upper is not None else ""
    return f"{asks.comparator} {asks.value:g}{unit}{upper}"


def _what(asks: Threshold) -> str:
    during = f" {asks.during}" if asks.during else ""
    return f"{gaps.article(asks.name)}{during} (the plan asks for {_bound(asks)})"


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
