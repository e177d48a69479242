"""Why the case cannot wait: only what a person certifies or the chart states, in their words."""

import re

from wellfounded.model.letter import Paragraph
from wellfounded.write.invoked import cited, right, under
from wellfounded.write.notes import note, passages
from wellfounded.write.telling import Telling, Told, sentence
from wellfounded.write.words import quoted

URGENT = re.compile(
    r"\b(?:jeopardi[sz]e|urgent|expedited|cannot wait|serious(?:ly)? (?:harm|risk)|ability to regain|maximum function|"
    r"severe pain|life-threatening|imminent)\b",
    re.IGNORECASE,
)


def write(telling: Telling) -> Told:
    """Write the certification and what the chart says of urgency; nothing where neither speaks of it."""
    said = [
        sentence(f"{given.by}, {given.role}, certifies: {quoted.closed(given.says)}", given)
        for given in telling.case.attestations
        if URGENT.search(given.says)
    ]
    told = [each for item in telling.case.evidence for each in passages(telling, item, 200) if URGENT.search(each.text)]
    latest = sorted(told, key=lambda each: each.when, reverse=True)[:1]
    said += [sentence(f"{note(telling, held)} records: {quoted.closed(held.text)}", *held.basis) for held in latest]
    found = right(telling, "expedited")
    if said and found is not None:
        said.append(sentence(f"{found.says.rstrip('. ')}{cited(found)}", *under(found, ())))
    return Told((Paragraph("urgency", telling.part.heading, tuple(said)),)) if said else Told()
