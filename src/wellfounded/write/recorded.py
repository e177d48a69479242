"""Paragraphs that let the notes speak: the statements of one note joined into one quotation."""

from datetime import date

from wellfounded.model.argument import Claim
from wellfounded.model.letter import Paragraph, Sentence
from wellfounded.write.notes import Passage, joined, note, passage
from wellfounded.write.telling import Telling, Told, sentence
from wellfounded.write.words import quoted


def from_notes(telling: Telling, kinds: tuple[str, ...], first: tuple[str, ...], then: tuple[str, ...]) -> Told:
    """Quote the claims of *kinds*, one sentence a note: *first* are the ways to open, *then* the ways to go on.

    A way has the places {note} (at the start {Note}), {object}, {possessive} and {quote}. With no way to go on, only
    the first note is quoted.
    """
    by = dict[tuple[date, str], list[tuple[Claim, Passage]]]()
    for claim in telling.new(*kinds):
        held = passage(telling, claim.evidence[0])
        if held is not None:
            by.setdefault((held.when, held.author), []).append((claim, held))
    said = list[Sentence]()
    told = list[Claim]()
    for group in by.values():
        ways = then if said else first
        line, used = joined(telling, [each for _, each in group])
        if not line and not said:
            break  # the latest note is quoted already; an older one in its place would be a step back
        if not line or not ways:
            continue
        place = note(telling, used[0])
        text = telling.voice.turn(telling.part.part, len(said), *ways).format(
            note=place,
            Note=f"{place[:1].upper()}{place[1:]}",
            object=telling.person.object,
            possessive=telling.person.possessive,
            quote=quoted.closed(line),
        )
        said.append(sentence(text, *(basis for each in used for basis in each.basis)))
        told += [claim for claim, _ in group]
    if not said:
        return Told()
    return Told((Paragraph(telling.part.part, telling.part.heading, tuple(said)),), tuple(told))
