"""The patient's age on the day of the request, or what a note's "41-year-old" proves of it."""

import re
from datetime import date
from typing import TYPE_CHECKING

from wellfounded.match import gaps, restrictions
from wellfounded.match.decide._words import present
from wellfounded.match.timing import when
from wellfounded.match.view import View
from wellfounded.model.asks import Age
from wellfounded.model.basis import Fact
from wellfounded.model.criteria import Requirement
from wellfounded.model.finding import Finding, Verdict

if TYPE_CHECKING:
    from wellfounded.model.evidence import Evidence

KIND = Age.kind
_PER_YEAR = {"years": 1, "months": 12}
_PER_DAY = {"weeks": 7, "days": 1}
_UNDER = re.compile(r"\b(?:under|younger than|less than|below)\b|<(?!=)", re.IGNORECASE)
_OVER = re.compile(r"\b(?:older than|over|greater than|more than|above)\b|>(?!=)", re.IGNORECASE)
_THEN = re.compile(r"\bat (?:the )?(?:time of )?(?:onset|diagnosis|symptom|first|initial)", re.IGNORECASE)
# "For members 40 years of age or older, a mammogram ...": the age says for whom the rest is asked.
_FOR_WHOM = re.compile(
    r"^(?:for|in|if|when)\b[^,;:]{0,60}\b(?:years?|months?|old|older|younger|age[ds]?|over|under)\b[^,;:]{0,30}[,;:]\s*"
    r"(?=\S+\s+\S+)",
    re.IGNORECASE,
)
_STATED = re.compile(r"\b(\d{1,3})[- ]?(?:year|yr|y)s?[- ]?/?(?:old|o)\b", re.IGNORECASE)


def decide(asks: Age, requirement: Requirement, view: View) -> Finding:
    """Count completed units on the day of the request, inclusive bounds; "under" and "older than" are strict.

    Without a birth date an age in a note still proves a lower bound, for nobody grows younger; an upper bound only with
    the time since the note allowed for.
    """
    text = requirement.text
    if asks.min is None and asks.max is None:
        meant = gaps.find(f"which ages are meant: {gaps.words(requirement)}")
        return Finding(requirement.id, Verdict.UNKNOWN, gap=meant, why="The policy states no age.")
    if _THEN.search(text):
        return Finding(
            requirement.id,
            Verdict.UNKNOWN,
            gap=gaps.chart(view, f"the patient's age then: {gaps.words(requirement)}"),
            why="The policy asks for the age on another day than the request's.",
        )
    births = _births(view)
    if births:
        verdicts = {_within(asks, text, born.value, view.on) for born in births}
        basis = tuple(born.basis for born in births)
        if len(verdicts) > 1:
            return Finding(
                requirement.id,
                Verdict.UNKNOWN,
                basis=basis,
                gap=gaps.ask(view, "for the patient's birth date; two sources differ"),
                why="Two sources differ about the birth date.",
            )
        verdict = verdicts.pop()
        if rest := _FOR_WHOM.match(text):
            if verdict is Verdict.MET:
                asked = text[rest.end() :]
                return present(asked, requirement, view, first=restrictions.opens(asked, None, view), past=True)
            return Finding(requirement.id, Verdict.MET, basis=basis, why="It is asked only at another age.")
        gap = (
            None
            if verdict is Verdict.MET
            else gaps.find(
                "whether the plan makes an exception for age; the patient is "
                f"{_completed(births[0].value, view.on, asks.unit)} {asks.unit} old on {view.on}"
            )
        )
        return Finding(
            requirement.id,
            verdict,
            basis=basis,
            gap=gap,
            why=f"{_completed(births[0].value, view.on, asks.unit)} {asks.unit} old on {view.on}.",
        )
    return _from_notes(asks, requirement, view)


def _births(view: View) -> list[Fact[date]]:
    held = [view.case.patient.birth_date] if view.case.patient.birth_date else []
    for conflict in view.case.conflicts:
        if "birth" in conflict.about:
            for fact in conflict.says:
                try:
                    held.append(Fact(date.fromisoformat(fact.value), fact.basis))
                except ValueError:
                    continue
    return held


def _completed(born: date, on: date, unit: str) -> int:
    if unit in _PER_DAY:
        return (on - born).days // _PER_DAY[unit]
    months = (on.year - born.year) * 12 + on.month - born.month - (on.day < born.day)
    return months * _PER_YEAR.get(unit, 1) // 12


def _exact(born: date, on: date, unit: str, n: float) -> bool:
    """Whether *on* is the very day on which *n* units are completed."""
    return _completed(born, on, unit) == n and _completed(born, date.fromordinal(on.toordinal() - 1), unit) < n


def _within(asks: Age, text: str, born: date, on: date) -> Verdict:
    if born > on:
        return Verdict.UNKNOWN
    age = _completed(born, on, asks.unit)
    if asks.min is not None and (age < asks.min or (_OVER.search(text) and _exact(born, on, asks.unit, asks.min))):
        return Verdict.NOT_MET
    if asks.max is not None and (age > asks.max or (age == asks.max and _strict(text, asks.max))):
        return Verdict.NOT_MET
    return Verdict.MET


def _strict(text: str, bound: float) -> bool:
    found = _UNDER.search(text)
    return bool(found and re.search(rf"\b{bound:g}\b", text[found.end() :]))


def _from_notes(asks: Age, requirement: Requirement, view: View) -> Finding:
    held: list[tuple[int, Evidence]] = []
    for each in view.statements:
        found = _STATED.search(each.statement)
        day = when(each)
        if found and day and day.latest() <= view.today and each.assertion.experiencer == "patient":
            held.append((int(found[1]), each))
    if held and asks.unit == "years":
        stated, each = max(held, key=lambda pair: pair[0])
        day = when(each)
        gone = (view.on - day.earliest()).days / 365 if day else 0.0
        low, high = stated, stated + gone + 1
        if (asks.min is None or low > asks.min or (low == asks.min and not _OVER.search(requirement.text))) and (
            asks.max is None or high < asks.max
        ):
            return Finding(requirement.id, Verdict.MET, (each,), why=f"A note of {day} gives the age as {stated}.")
        if (asks.min is not None and high < asks.min) or (asks.max is not None and low > asks.max):
            return Finding(
                requirement.id,
                Verdict.NOT_MET,
                despite=(each,),
                gap=gaps.find("the patient's birth date"),
                why=f"A note of {day} gives the age as {stated}.",
            )
    return Finding(
        requirement.id,
        Verdict.UNKNOWN,
        gap=gaps.find("the patient's birth date and enter it in case.yaml"),
        why="No birth date is known.",
    )
