"""The therapist's evaluation and the physician's agreement with it, each in the words of the person who gives it."""

import re

from wellfounded.model.argument import Claim
from wellfounded.model.letter import Paragraph, Sentence
from wellfounded.write.telling import Telling, Told, sentence
from wellfounded.write.words import people, quoted

THERAPIST = re.compile(r"\b(?:therap\w+|PT|OT|DPT|OTR|ATP|SLP)\b")
AGREES = re.compile(r"\b(?:concur\w*|agree\w*|reviewed)\b", re.IGNORECASE)


def write(telling: Telling) -> Told:
    """Write what a therapist states and the signer's agreement; nothing where the signer has not given it."""
    signer = telling.case.practitioner.name
    theirs: list[Claim] = []
    agreed: list[Claim] = []
    for claim in telling.new("attested"):
        if signer is not None and people.same(claim.slot("by"), signer.value):
            agreed += [claim] if AGREES.search(claim.slot("says")) else []
        elif THERAPIST.search(claim.slot("role")):
            theirs.append(claim)
    if not agreed:
        return Told()
    said = [
        sentence(f"{each.slot('by')}, {each.slot('role')}, states: {quoted.closed(each.slot('says'))}", *each.basis)
        for each in theirs
    ]
    said += [Sentence(each.slot("says").strip(), each.basis, voice="clinician") for each in agreed]
    return Told((Paragraph("concurrence", telling.part.heading, tuple(said)),), (*theirs, *agreed))
