"""That the time to appeal runs, and until when by the reading that is safe."""

from datetime import date, datetime

from wellfounded.model.basis import Derivation
from wellfounded.model.letter import Paragraph
from wellfounded.write.telling import Telling, Told, sentence
from wellfounded.write.words import dates

# Clocks of ours that are not the clock of the first appeal.
OTHER = {
    "peer_to_peer",
    "expedited",
    "external_review",
    "fair_hearing",
    "alj_hearing",
    "council_review",
    "court",
    "information",
}


def write(telling: Telling) -> Told:
    """Say by when the appeal will be filed; nothing where no verified rule gives the day."""
    for deadline in telling.deadlines:
        held = deadline.safe or deadline.due
        if deadline.whose != "ours" or deadline.level in OTHER or held is None or deadline.unverified:
            continue
        when = held.value.date() if isinstance(held.value, datetime) else held.value
        if not isinstance(when, date) or when < telling.on:
            continue
        last = dates.day(when)
        ways = (
            f"The time to appeal is running and I mean to appeal by {last}; please let the records reach me first",
            f"Because the appeal must be filed by {last}, please send these records promptly",
        )
        text = telling.voice.pick("time", *ways)
        rule = Derivation(f"{deadline.id} = {when}", (held.basis,))
        return Told((Paragraph("time_kept", telling.part.heading, (sentence(text, rule, deadline.citation),)),))
    return Told()
