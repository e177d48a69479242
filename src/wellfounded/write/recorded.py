"""Paragraphs that let the notes speak: the statements of one note joined into one quotation."""

from wellfounded.model.argument import Claim
from wellfounded.model.basis import Basis
from wellfounded.model.letter import Paragraph, Sentence
from wellfounded.write.notes import joined, note, noted
from wellfounded.write.telling import Telling, Told, sentence
from wellfounded.write.words import quoted


def from_notes(telling: Telling, kinds: tuple[str, ...], first: tuple[str, ...], then: tuple[str, ...]) -> Told:
    """Quote the claims of *kinds*, one sentence a note: *first* are the ways to open, *then* the ways to go on.

    A way has the places {note} (at the start {Note}), {object}, {possessive} and {quote}. With no way to go on, only
    the first note is quoted.
    """
    by = dict[tuple[str, str], list[Claim]]()
    for claim in telling.new(*kinds):
        item = claim.evidence[0]
        by.setdefault((str(noted(item)), item.author), []).append(claim)
    said = list[Sentence]()
    told = list[Claim]()
    for group in by.values():
        ways = then if said else first
        line, used = joined(telling, [claim.evidence[0] for claim in group])
        if not line or not ways:
            continue
        place = note(telling, used[0])
        way = telling.voice.turn(f"{telling.part.part}", len(said), *ways)
        text = way.format(
            note=place,
            Note=place[:1].upper() + place[1:],
            object=telling.person.object,
            possessive=telling.person.possessive,
            quote=quoted.closed(line),
        )
        under = list[Basis]([basis for item in used for basis in telling.dates(item)])
        said.append(sentence(text, *under))
        told += group
    if not said:
        return Told()
    return Told((Paragraph(telling.part.part, telling.part.heading, tuple(said)),), tuple(told))
