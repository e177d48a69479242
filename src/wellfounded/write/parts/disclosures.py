"""What in the record reads otherwise: disclosed here, so that the reviewer hears it from us."""

from wellfounded.model.argument import Claim
from wellfounded.model.letter import Paragraph, Sentence
from wellfounded.write.notes import note, passage
from wellfounded.write.telling import Telling, Told, sentence
from wellfounded.write.words import quoted

MOST = 4


def write(telling: Telling) -> Told:
    """Quote each statement against a criterion that is claimed as met, with the note it stands in."""
    said: list[Sentence] = []
    for claim in telling.new("despite"):
        held = passage(telling, claim.evidence[0], 160)
        if held is None or held.text.rstrip(".") in telling.said or _told(telling, claim):
            continue
        text = f"{note(telling, held)} also reads: {quoted.closed(held.text)}"
        if all(held.text not in each.text for each in said):
            said.append(sentence(text, *held.basis))
    if not said:
        return Told()
    return Told((Paragraph("disclosures", telling.part.heading, tuple(said[:MOST]), bullets=True),))


def _told(telling: Telling, claim: Claim) -> bool:
    """Whether the treatment it speaks of has a line of its own in this letter."""
    trial = claim.evidence[0].trial
    told = [each.evidence[0].trial for each in telling.told if each.kind == "trial" and each.evidence]
    return trial is not None and any(other is not None and other.ingredient == trial.ingredient for other in told)
