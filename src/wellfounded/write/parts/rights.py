"""What the law gives in this market, as the law room states it; nothing else is invoked."""

from wellfounded.model.basis import Derivation
from wellfounded.model.letter import Paragraph
from wellfounded.write.telling import Telling, Told, sentence


def write(telling: Telling) -> Told:
    """Write each right the pack asks for, with its citation."""
    said = []
    for right in telling.rights:
        if telling.part.only and right.id not in telling.part.only:
            continue
        cite = "" if right.citation.authority in right.says else f" ({right.citation.authority})"
        rule = Derivation(f"right {right.id} = {right.says}", (right.citation,))
        said.append(sentence(f"{right.says.rstrip('. ')}{cite}", rule))
    return Told((Paragraph("rights", telling.part.heading, tuple(said), bullets=len(said) > 2),)) if said else Told()
