"""What was tried before, oldest first: every treatment no earlier part has told in full."""

from wellfounded.model.letter import Paragraph
from wellfounded.write.phrasers import plain
from wellfounded.write.telling import Telling, Told


def write(telling: Telling) -> Told:
    """Write one line for each treatment."""
    claims = telling.new("trial", "trial_not_taken")
    said = tuple(line for n, claim in enumerate(claims) for line in plain.phrase(claim, telling, n))
    told = any(claim.kind == "trial" for claim in telling.told)
    heading = telling.part.again if told and telling.part.again else telling.part.heading
    return Told((Paragraph("treatments", heading, said, bullets=len(said) > 1),), claims) if said else Told()
