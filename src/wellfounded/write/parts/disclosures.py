"""What in the record reads otherwise: disclosed here, so that the reviewer hears it from us."""

from wellfounded.model.letter import Paragraph, Sentence
from wellfounded.write.notes import note, words
from wellfounded.write.telling import Telling, Told, sentence
from wellfounded.write.words import quoted

MOST = 4


def write(telling: Telling) -> Told:
    """Quote each statement against a criterion that is claimed as met, with the note it stands in."""
    said: list[Sentence] = []
    for claim in telling.new("despite"):
        item = claim.evidence[0]
        line = words(item, 160)
        text = f"{note(telling, item)} also reads: {quoted.closed(line)}" if line else ""
        if text and all(line not in each.text for each in said):
            said.append(sentence(text, *telling.dates(item)))
    if not said:
        return Told()
    return Told((Paragraph("disclosures", telling.part.heading, tuple(said[:MOST]), bullets=True),))
