"""Diagnosis: the name, the code, and when it was first and last recorded, where it is the diagnosis of the case."""

import re

from wellfounded.model.argument import Claim
from wellfounded.model.asks import Diagnosis
from wellfounded.model.coding import Coding
from wellfounded.model.criteria import Requirement
from wellfounded.model.letter import Sentence
from wellfounded.write.notes import Passage, note, passages
from wellfounded.write.telling import Telling, entered, sentence
from wellfounded.write.words import dates, quoted

KINDS = ("diagnosis",)
SEVERE = re.compile(
    r"\b(?:mild|moderate(?:ly)?|severe(?:ly)?)\b(?:[ ,/-]+(?:to|or|and|through)?[ /-]*(?:severe(?:ly)?|active\b))?",
    re.IGNORECASE,
)


def row(leaf: Requirement, claim: Claim, telling: Telling) -> Sentence | None:
    """Say the diagnosis of the case, if it is the one the requirement names; another is left to the chart's words."""
    if not isinstance(leaf.asks, Diagnosis) or claim.slot("wanted") == "absent":
        return None
    fact = next((each for each in telling.case.diagnoses if names(leaf.asks, each.value)), None)
    if fact is None or not fact.value.display:
        return None
    held = [each for item in claim.evidence for each in passages(telling, item, 400) if each.written is not None]
    held = sorted((each for each in held if _records(each.text, fact.value)), key=lambda each: each.when)
    said = f"{fact.value.display} ({fact.value.code})"
    if held and held[0].written is not None:
        said += f", recorded {dates.at(held[0].written)}"
    if held and held[-1].written is not None and held[-1].written != held[0].written:
        said += f" and again {dates.at(held[-1].written)}"
    under = [basis for each in (held[:1] + held[-1:]) for basis in each.basis]
    if SEVERE.search(leaf.text) and not SEVERE.search(fact.value.display):
        grade = next((each for each in (*held[::-1], *_all(telling, claim)) if SEVERE.search(each.text)), None)
        if grade is not None:
            said += f"; {note(telling, grade)} says {quoted.closed(quoted.unlabelled(grade.text))}"
            under += grade.basis
    return sentence(quoted.clean(said), *claim.basis, *under, entered("diagnosis", fact))


def names(asks: Diagnosis, coding: Coding) -> bool:
    """Whether a requirement names this diagnosis, by its code or by its name."""
    plain = coding.code.replace(".", "").upper()
    if any(plain.startswith(code.replace(".", "").upper()) for code in asks.codes):
        return True
    return not asks.codes and any(name.lower() in coding.display.lower() for name in asks.names if name)


def _records(text: str, coding: Coding) -> bool:
    return coding.code.upper() in text.upper() or coding.display.split(",")[0].lower() in text.lower()


def _all(telling: Telling, claim: Claim) -> list[Passage]:
    """Give every passage that shows the diagnosis, in words short enough for a table."""
    return [each for item in claim.evidence for each in passages(telling, item, 170)]
