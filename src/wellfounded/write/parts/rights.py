"""What the law gives in this market, as the law room states it; nothing else is invoked."""

from wellfounded.model.basis import Derivation
from wellfounded.model.letter import Paragraph
from wellfounded.write.telling import Telling, Told, sentence


def write(telling: Telling) -> Told:
    """Write each right the pack asks for, with its citation."""
    said = []
    only = telling.part.only
    for right in sorted(telling.rights, key=lambda each: only.index(each.id) if each.id in only else 0):
        if only and right.id not in only:
            continue
        cite = "" if right.citation.authority in right.says else f" ({right.citation.authority})"
        rule = Derivation(f"right {right.id} = {right.says}", (right.citation,))
        said.append(sentence(f"{right.says.rstrip('. ')}{cite}", rule))
    listed = len(said) > 2 and telling.pack.from_ == "patient"  # a plan knows its duties: of a clinician one paragraph
    return Told((Paragraph("rights", telling.part.heading, tuple(said), bullets=listed),)) if said else Told()
