"""The elements of an order for equipment: for whom, what, how many, by whom, and where the chart records it.

42 CFR 410.38(d) names them: the beneficiary, the date, a description, the quantity, the practitioner and a signature.
"""

import re

from wellfounded.model.evidence import EvidenceKind
from wellfounded.model.letter import Paragraph, Sentence
from wellfounded.write import service
from wellfounded.write.notes import Passage, note, passages
from wellfounded.write.telling import Telling, Told, entered, sentence
from wellfounded.write.words import dates, doses

ORDERED = re.compile(r"\b(?:order(?:ed|s|ing)?|prescri\w+|rx)\b", re.IGNORECASE)


def write(telling: Telling) -> Told:
    """Write one line for each element that is known; nothing where no service is."""
    case = telling.case
    if not case.services:
        return Told()
    said: list[Sentence] = []
    if case.patient.name is not None:
        member = case.coverage.member_id
        number = f", member ID {member.value}" if member is not None else ""
        base = [entered("patient.name", case.patient.name)]
        base += [entered("coverage.member_id", member)] if member is not None else []
        said.append(sentence(f"Patient: {case.patient.name.value}{number}", *base))
    for each in case.services:
        long = f"; length of need {doses.length(each.duration)}" if each.duration is not None else ""
        text = f"Item: {service.item(telling, each)}{long}"
        said.append(sentence(text, *service.basis(telling)))
    who = case.practitioner
    if who.name is not None:
        npi = f", NPI {who.npi.value}" if who.npi is not None else ""
        base = [entered("practitioner.name", who.name), *([entered("practitioner.npi", who.npi)] if who.npi else [])]
        said.append(sentence(f"Ordering practitioner: {who.name.value}{npi}", *base))
    held = _order(telling)
    if held is not None and held.written is not None:
        said.append(sentence(f"Date of the order: {dates.day(held.written)}, in {note(telling, held)}", *held.basis))
    return Told((Paragraph("order", telling.part.heading, tuple(said), bullets=True),))


def _order(telling: Telling) -> Passage | None:
    """Find the latest note that orders the item."""
    words = {
        word
        for each in telling.case.services
        for word in re.findall(r"[a-z]{5,}", each.description.value.lower())
        if word not in {"rental", "purchase", "portable", "system"}
    }
    held = [
        each
        for item in telling.case.evidence
        if item.kind in {EvidenceKind.PLAN, EvidenceKind.TREATMENT_TRIAL, EvidenceKind.STATEMENT}
        for each in passages(telling, item, 260)
        if ORDERED.search(each.text) and any(word in each.text.lower() for word in words) and each.when <= telling.on
    ]
    return max((each for each in held if each.written is not None), key=lambda each: each.when, default=None)
