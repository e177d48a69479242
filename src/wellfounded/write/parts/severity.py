"""How severe it is and has been: scores, laboratory values and measurements with their days."""

from collections.abc import Iterator

from wellfounded.model.argument import Claim
from wellfounded.model.evidence import Evidence
from wellfounded.model.letter import Paragraph, Sentence
from wellfounded.write import values
from wellfounded.write.phrasers import plain
from wellfounded.write.telling import Telling, Told, sentence


def write(telling: Telling) -> Told:
    """Write one sentence for each series, those the policy turns on first; single values of one day share one."""
    claims = telling.new("score_series")
    alone = [item for claim in claims if (item := _alone(claim)) is not None]
    days = {when: items for when, items in values.by_day(alone).items() if len(items) > 1 and when is not None}
    said = tuple(_lines(telling, claims, [item for items in days.values() for item in items]))
    return Told((Paragraph("severity", telling.part.heading, said),), claims) if said else Told()


def _lines(telling: Telling, claims: tuple[Claim, ...], together: list[Evidence]) -> Iterator[Sentence]:
    told: list[Evidence] = []
    for n, claim in enumerate(claims):
        item = _alone(claim)
        if item is None or item not in together:
            yield from plain.phrase(claim, telling, n)
        elif item not in told:
            day = item.on or item.written
            held = [each for each in together if (each.on or each.written) == day]
            told += held
            text = values.of_day(telling, held, day)
            yield sentence(text, *(basis for each in held for basis in telling.dates(each)))


def _alone(claim: Claim) -> Evidence | None:
    points = [point for point in claim.evidence if point.on is not None and point.value is not None]
    return points[0] if len(points) == 1 else None
