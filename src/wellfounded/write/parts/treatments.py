"""What was tried before, oldest first: every treatment no earlier part has told in full."""

from dataclasses import replace

from wellfounded.model.letter import Paragraph
from wellfounded.write.phrasers import plain
from wellfounded.write.supplied import untold
from wellfounded.write.telling import Telling, Told


def write(telling: Telling) -> Told:
    """Write one line for each treatment."""
    claims = telling.new("trial", "trial_not_taken")
    said = tuple(line for n, claim in enumerate(claims) for line in plain.phrase(claim, telling, n))
    told = any(claim.kind == "trial" for claim in telling.told)
    heading = telling.part.again if told and telling.part.again else telling.part.heading
    told_before = f"{telling.said} {' '.join(line.text for line in said)}"
    counted = [
        Paragraph("treatments", "", lines, bullets=rows) for lines, rows in untold(replace(telling, said=told_before))
    ]
    listed = [Paragraph("treatments", heading, said, bullets=len(said) > 1)] if said else []
    if not listed and counted:
        counted[0] = replace(counted[0], heading=heading)
    return Told((*listed, *counted), claims) if listed or counted else Told()
