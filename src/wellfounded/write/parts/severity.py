"""How severe it is and has been: scores, laboratory values and measurements with their days."""

from wellfounded.model.letter import Paragraph
from wellfounded.write.phrasers import plain
from wellfounded.write.telling import Telling, Told


def write(telling: Telling) -> Told:
    """Write one sentence for each series, those the policy turns on first."""
    claims = telling.new("score_series")
    said = tuple(line for n, claim in enumerate(claims) for line in plain.phrase(claim, telling, n))
    return Told((Paragraph("severity", telling.part.heading, said),), claims) if said else Told()
