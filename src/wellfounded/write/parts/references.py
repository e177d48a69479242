"""The guidelines, approvals and trials that support the service for this diagnosis."""

from wellfounded.model.letter import Paragraph
from wellfounded.write.phrasers import plain
from wellfounded.write.telling import Telling, Told


def write(telling: Telling) -> Told:
    """Write one line for each reference."""
    claims = telling.new("reference")
    said = tuple(line for n, claim in enumerate(claims) for line in plain.phrase(claim, telling, n))
    return (
        Told((Paragraph("references", telling.part.heading, said, bullets=len(said) > 1),), claims) if said else Told()
    )
