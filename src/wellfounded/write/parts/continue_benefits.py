"""The request that an approved service goes on while the appeal is decided, where this market gives the right."""

from wellfounded.model.basis import Derivation
from wellfounded.model.letter import Paragraph, Sentence
from wellfounded.write.invoked import cited, right, under
from wellfounded.write.telling import Telling, Told, sentence
from wellfounded.write.words import dates


def write(telling: Telling) -> Told:
    """Ask for it with its citation, and say by when it had to be asked; nothing where the law room gives no right."""
    found = right(telling, "continuation")
    if found is None:
        return Told()
    said: list[Sentence] = [sentence(f"{found.says.rstrip('. ')}{cited(found)}", *under(found, ()))]
    for deadline in telling.deadlines:
        held = deadline.safe or deadline.due
        if deadline.level == "continuation" and held is not None:
            rule = Derivation(f"{deadline.id} = {held.value}", (held.basis,))
            text = f"the request had to be made by {dates.day(held.value)}"
            said.append(sentence(text, rule, deadline.citation))
    return Told((Paragraph("continue_benefits", telling.part.heading, tuple(said)),))
