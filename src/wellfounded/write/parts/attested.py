"""What named people state for this case, in their own words."""

from wellfounded.model.letter import Paragraph, Sentence
from wellfounded.write.telling import Telling, Told, sentence
from wellfounded.write.words import people, quoted


def write(telling: Telling) -> Told:
    """Give the signer's statements as they stand and anyone else's under their name."""
    signer = telling.case.practitioner.name
    said: list[Sentence] = []
    claims = telling.new("attested")
    for claim in claims:
        if signer is not None and people.same(claim.slot("by"), signer.value):
            said.append(Sentence(claim.slot("says").strip(), claim.basis, voice="clinician"))
        else:
            who = f"{claim.slot('by')}, {claim.slot('role')}," if claim.slot("role") else claim.slot("by")
            said.append(sentence(f"{who} states: {quoted.closed(claim.slot('says'))}", *claim.basis))
    return Told((Paragraph("attested", telling.part.heading, tuple(said)),), claims) if said else Told()
