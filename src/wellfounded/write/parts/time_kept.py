"""That the time to appeal runs, and until when by the reading that is safe."""

from wellfounded.model.basis import Derivation
from wellfounded.model.letter import Paragraph
from wellfounded.write import intime
from wellfounded.write.telling import Telling, Told, sentence
from wellfounded.write.words import dates


def write(telling: Telling) -> Told:
    """Say by when the appeal will be filed; nothing where no verified rule gives the day."""
    for deadline in telling.deadlines:
        when, held = intime.last(deadline, telling), deadline.safe or deadline.due
        if not intime.first(deadline) or when is None or held is None:
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
