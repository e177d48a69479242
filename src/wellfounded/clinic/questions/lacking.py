"""Which questions a case still needs, and where their answers go."""

import re
from collections.abc import Mapping
from typing import Any

from wellfounded import law
from wellfounded.casefolder.amending import Plain
from wellfounded.clinic.questions import care, coverage, days, signer
from wellfounded.clinic.questions.question import Question
from wellfounded.errors import InputError
from wellfounded.model.basis import Fact
from wellfounded.model.determination import REFUSALS
from wellfounded.packs import Library
from wellfounded.packs.schema.letter import LetterPack
from wellfounded.pipeline import Tour

ALL = (*coverage.QUESTIONS, *days.QUESTIONS, *care.QUESTIONS, *signer.QUESTIONS)
STATED = {"patient.name": "patient_name", "patient.birth_date": "birth_date", "coverage.member_id": "member_id"}
CODE = {"J": "hcpcs", "A": "hcpcs", "E": "hcpcs", "K": "hcpcs", "L": "hcpcs", "G": "hcpcs", "Q": "hcpcs", "S": "hcpcs"}


def lacking(tour: Tour, held: Mapping[str, Any], library: Library) -> list[Question]:
    """Give the questions whose answers the letter, or the law's count of days, still needs; *held* is case.yaml."""
    kind = tour.letter.kind if tour.letter else tour.kind
    kinds = {kind, "internal_appeal"} if kind == "criteria_request" else {kind}  # the appeal follows: ask once for both
    needs = {need.fact for each in kinds for need in library.get(LetterPack, each).needs}
    if "services" in needs:
        needs |= {"services.duration"} if kind == "fsa_hsa" else set()
    if "patient.name" in needs:
        needs |= {"patient.sex"}  # no letter waits for it, but without it none says "she" or "he"
    asked = " ".join(law.questions(tour.case))
    needs |= {
        way
        for way in ("coverage.market", "coverage.funding", "coverage.state", *(each.way for each in days.QUESTIONS))
        if way in asked
    }
    needs |= {"received.denial"} if re.search(r"received\.denial\b", asked) else set()
    return [each for each in ALL if each.need in needs and not _has(each, tour, held)]


def question(way: str) -> Question | None:
    """Give the question that fills the field *way* of case.yaml; None where there is none."""
    return next((each for each in ALL if each.way == way), None) or days.other(way)


def value(held: Mapping[str, Any], way: str) -> str:
    """Give what case.yaml holds at *way*, as text; nothing where it holds nothing."""
    inner: Any = held
    for name in way.split("."):
        if isinstance(inner, list) and name.isdecimal():
            inner = inner[int(name)] if int(name) < len(inner) else None
        else:
            inner = inner.get(name) if isinstance(inner, Mapping) else None
    if isinstance(inner, list):
        return "; ".join(str(part) for part in inner)
    return "" if inner is None else str(inner)


def changes(answers: Mapping[str, str], held: Mapping[str, Any]) -> dict[str, Plain]:
    """Turn answers by their way into values of case.yaml; those of lists are put into their first entry."""
    out: dict[str, Plain] = {}
    for way, words in answers.items():
        if question(way) is None:
            raise InputError("that is no question of the desk", hint="Open the page again.")
        if not words:
            continue
        top, _, rest = way.partition(".0.")
        if rest:
            entries = out.setdefault(top, [dict(each) for each in held.get(top) or [{}]])
            if isinstance(entries, list):
                entries[0] |= _entry(rest, words)
        elif way == "practice.address":
            out[way] = [part.strip() for part in words.split(";") if part.strip()]
        else:
            out[way] = words.upper() if way.endswith(".state") else words
    services = out.get("services")
    if isinstance(services, list) and any(not each.get("description") for each in services):
        raise InputError("a code or an amount needs the service it is of", hint="Say what is asked for, too.")
    return out


def _entry(name: str, words: str) -> dict[str, Any]:
    if name == "code":
        code = words.upper().replace(" ", "")
        system = "hcpcs" if code[:1] in CODE and len(code) == 5 else "cpt" if code.isdecimal() else ""
        return {"code": code, **({"system": system} if system else {})}
    if name == "quantity":
        try:
            return {"quantity": float(words)}
        except ValueError:
            raise InputError("the amount is no number", hint="Write it in digits, as 12.") from None
    return {name: words}


def _has(question: Question, tour: Tour, held: Mapping[str, Any]) -> bool:
    if value(held, question.way):
        return True
    if question.need == "services" and held.get("services"):
        return True  # the amount is asked with the service, not of one that a notice names
    case = tour.case
    if question.need == "coverage.payer":
        return isinstance(case.coverage.payer, Fact)
    reading = case.reading(*REFUSALS)
    stated = STATED.get(question.way)
    return bool(reading is not None and stated == "patient_name" and reading.text(stated)) and bool(case.patient.name)
