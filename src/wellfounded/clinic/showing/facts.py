"""What a case holds: each value with its question, whether a person entered it or the payer's letter states it."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from wellfounded.clinic.acts.people import UNNAMED
from wellfounded.clinic.models import Person
from wellfounded.clinic.questions import lacking
from wellfounded.clinic.questions.question import Question
from wellfounded.clinic.showing.said import MARKETS
from wellfounded.model.coding import Coding
from wellfounded.model.determination import REFUSALS
from wellfounded.model.law import Deadline
from wellfounded.pipeline import Tour

WAY = re.compile(r"\b(?:received\.[a-z_]+|coverage\.(?:market|funding|state))\b|\bas (requested)\b")
ALWAYS = ("coverage.market", "received.denial", "patient.name", "patient.birth_date", "patient.sex")

LAW, INSURED = ("coverage.market", "coverage.funding"), ("aca_individual", "aca_nongrandfathered")


@dataclass(frozen=True, slots=True)
class Entered:
    """One field of case.yaml: its question, its value (none: not entered yet), whose word it is and since when."""

    question: Question
    words: str
    raw: str
    by: str
    on: date | None
    asked: str
    options: list[tuple[str, str]]
    told: str = ""  # the kind of coverage that the payer's letter states, where the answer decides which law is cited
    against: bool = False  # and the answer is not that kind
    stated: bool = False  # taken over from the payer's letter when the case was opened; no person entered it

    @property
    def anchor(self) -> str:
        """Give the name that links lead to."""
        return f"f-{self.question.anchor}"


def anchor(way: str) -> str:
    """Give the name under which the field *way* of case.yaml stands on a page."""
    return f"f-{way.replace('.', '-').replace('_', '-')}"


def entered(
    held: Mapping[str, Any],
    also: Iterable[str],
    face: str,
    language: str,
    stated: Collection[str] = (),
    market: str = "",
) -> list[Entered]:
    """Give every field that holds a value, those that always matter, and those of *also*, in the order of questions.

    *held* is case.yaml as plain data; *stated* are the values that the payer's letter states, *market* the kind of
    coverage among them.
    """
    wanted = {*ALWAYS, *also}
    every = [*lacking.ALL, *(q for way in sorted(wanted) if (q := lacking.question(way)) and q not in lacking.ALL)]
    return [
        _weighed(_row(each, held, face, language, stated), market)
        for each in every
        if each.way in wanted or lacking.value(held, each.way) != ""
    ]


def open_rows(tour: Tour, held: Mapping[str, Any], person: Person, asked: Collection[str] = ()) -> list[Entered]:
    """Give what is entered and what the days still wait for, but for what is *asked* beside it."""
    rows = entered(held, missing(tour.deadlines), person.face, person.language, _stated(tour), _market(tour))
    return [each for each in rows if each.question.way not in asked]


def _stated(tour: Tour) -> set[str]:
    reading = tour.case.reading(*REFUSALS)
    fields = reading.fields if reading is not None else ()
    return {each.value.code if isinstance(each.value, Coding) else str(each.value) for each in fields}


def _market(tour: Tour) -> str:
    reading = tour.case.reading(*REFUSALS)
    return reading.text("plan_market") if reading is not None else ""


def _weighed(row: Entered, market: str) -> Entered:
    """Give *row* with the kind of coverage the letter states beside it, where its answer decides the law."""
    if not market or row.question.way not in LAW:
        return row
    funded = row.raw == "self_funded" and market in INSURED
    other = row.question.way == "coverage.market" and row.raw not in {"", market}
    return replace(row, told=MARKETS.get(market, market), against=funded or other)


def missing(deadlines: Iterable[Deadline]) -> list[str]:
    """Give each field that a deadline of ours says it waits for."""
    ours = [each for each in deadlines if each.whose == "ours" and each.due is None]
    return list(dict.fromkeys(way for each in ours for way in ways(each.note)))


def ways(note: str) -> list[str]:
    """Give the fields of case.yaml that a note of a deadline asks for."""
    return [found[1] or found[0] for found in WAY.finditer(note)]


def whose(by: str) -> str:
    """Give who entered something, as a page says it."""
    return "at this desk" if by in {"", UNNAMED} else by


def _taken(way: str) -> str:
    """Give the name that case.yaml gives a value taken over from the letter: "diagnoses.0.code" is "diagnoses[0]"."""
    top, mark, rest = way.partition(".0.")
    return f"{top}[0]" if mark and top == "diagnoses" else f"{top}[0].{rest}" if mark else way


def _row(question: Question, held: Mapping[str, Any], face: str, language: str, stated: Collection[str]) -> Entered:
    raw = lacking.value(held, question.way)
    options = question.options(language)
    who = held.get("entered") or {}
    fields = who.get("fields") or {}
    by_hand = fields.get(question.way) or fields.get(question.way.partition(".0.")[0])
    told = by_hand or who
    on = told.get("on") or who.get("on")
    return Entered(
        question,
        dict(options).get(raw, raw),
        raw,
        whose(str(told.get("by", ""))) if raw else "",
        on if isinstance(on, date) and raw else None,
        question.asked(face, language),
        options,
        stated=_taken(question.way) in (who.get("read") or ()) or (by_hand is None and raw in stated),
    )
