"""The work injury: when and how it happened, as a note records it or a person states it."""

import re

from wellfounded.model.letter import Paragraph, Sentence
from wellfounded.write.notes import note, passages
from wellfounded.write.telling import Telling, Told, sentence
from wellfounded.write.words import people, quoted

HURT = r"(?:injur\w+|hurt|fell|fall|slip\w*|struck|crush\w*|strain\w*|sprain\w*|lift\w*|accident|exposed)"
INJURY = re.compile(
    rf"\b(?:work[- ](?:related|injury)|{HURT}\b[^.]{{0,60}}\bat work|at work\b[^.]{{0,60}}\b{HURT}|on the job|"
    r"while working|industrial(?:ly)? (?:injury|caused|related)|"
    r"date of injury|injured (?:his|her|their|the)|occupational)\b",
    re.IGNORECASE,
)
MOST = 2


def write(telling: Telling) -> Told:
    """Quote the earliest notes that tell of the injury, and what a person states of it; nothing where none does."""
    held = [
        each
        for item in telling.case.evidence
        if item.assertion.experiencer == "patient" and item.assertion.polarity == "affirmed"
        for each in passages(telling, item, 220)
        if INJURY.search(each.text) and each.when <= telling.on
    ]
    said: list[Sentence] = []
    seen: set[str] = set()
    for each in sorted(held, key=lambda one: one.when):
        words = quoted.unlabelled(each.text)
        if words not in seen and len(said) < MOST:
            seen.add(words)
            said.append(sentence(f"{note(telling, each)} records {quoted.closed(words)}", *each.basis))
    told = [claim for claim in telling.new("attested") if INJURY.search(claim.slot("says"))]
    signer = telling.case.practitioner.name
    for claim in told:
        if signer is not None and people.same(claim.slot("by"), signer.value):
            said.append(Sentence(claim.slot("says").strip(), claim.basis, voice="clinician"))
        else:
            said.append(sentence(f"{claim.slot('by')} states: {quoted.closed(claim.slot('says'))}", *claim.basis))
    return Told((Paragraph("injury", telling.part.heading, tuple(said)),), tuple(told)) if said else Told()
