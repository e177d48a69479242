"""The patient's written consent to an appeal another person files, as it is attested."""

import re

from wellfounded.model.letter import Paragraph
from wellfounded.write.telling import Telling, Told, sentence
from wellfounded.write.words import quoted

CONSENT = re.compile(r"\b(?:consent\w*|authori[sz]ed representative|appoint\w*)\b", re.IGNORECASE)


def write(telling: Telling) -> Told:
    """Quote the person who attests it; nothing where nobody does."""
    told = tuple(claim for claim in telling.new("attested") if CONSENT.search(claim.slot("says")))
    said = []
    for claim in told:
        who = f"{claim.slot('by')}, {claim.slot('role')}," if claim.slot("role") else claim.slot("by")
        said.append(sentence(f"{who} states: {quoted.closed(claim.slot('says'))}", *claim.basis))
    return Told((Paragraph("consent", telling.part.heading, tuple(said)),), told) if said else Told()
