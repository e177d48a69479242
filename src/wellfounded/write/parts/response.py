"""How the patient has done on the treatment that is to go on: since when it is given, and what the notes say of it."""

from wellfounded.model.basis import Basis
from wellfounded.model.letter import Paragraph, Sentence
from wellfounded.write.briefly import beside, called, dosed
from wellfounded.write.notes import note, passages
from wellfounded.write.telling import Telling, Told, sentence
from wellfounded.write.words import dates, quoted

MOST = 2


def write(telling: Telling) -> Told:
    """Write when the treatment began, the score before and now, and quote the latest notes on it; else nothing."""
    claims = telling.new("response")
    said: list[Sentence] = []
    quotes = 0
    for claim in claims:
        item = claim.evidence[0]
        if item.trial is None:
            continue
        under: list[Basis] = [basis for each in claim.evidence for basis in telling.dates(each)]
        dose = dosed(item, item.trial)
        when = dates.span(item.trial.start, item.trial.stop)
        if when:
            scores = f"; {beside(claim)}" if beside(claim) else ""
            told = f"{called(item.trial)}{', ' + dose + ',' if dose else ''} has been given {when}{scores}"
            said.append(sentence(told, *under))
        for held in passages(telling, item, 200):
            if quotes < MOST and held.text not in telling.said:
                quotes += 1
                said.append(sentence(f"{note(telling, held)} records {quoted.closed(held.text)}", *held.basis))
    return Told((Paragraph("response", telling.part.heading, tuple(said)),), claims) if said else Told()
