"""A series of values in one sentence, oldest first."""

from wellfounded.model.argument import Claim
from wellfounded.model.evidence import Evidence, EvidenceKind
from wellfounded.model.letter import Sentence
from wellfounded.write.telling import Telling, sentence
from wellfounded.write.words import dates, doses, series

KINDS = ("score_series",)
MOST = 6  # beyond this the middle is left out: first, then the latest


def say(claim: Claim, telling: Telling, n: int = 0) -> tuple[Sentence, ...]:
    """Say the values with their days; of a long series the first and the latest ones."""
    points = list(claim.evidence)
    shown = points if len(points) <= MOST else [points[0], *points[-(MOST - 1) :]]
    under = [basis for point in shown for basis in telling.dates(point)]
    name = claim.about if shown[0].kind is EvidenceKind.SCORE else claim.about[:1].lower() + claim.about[1:]
    if claim.about[:2].isupper():
        name = claim.about
    whose = telling.person.possessive
    if len(shown) == 1:
        ways = (
            f"{whose} {name} was {_value(shown[0])} {_at(shown[0])}",
            f"{name} was {_value(shown[0])} {_at(shown[0])}",
        )
        return (sentence(telling.voice.turn("score", n, *ways), *under),)
    listed = series.series([f"{_value(point)} {_at(point)}" for point in shown]).replace("; and", "; and")
    ways = (f"{whose} {name} was {listed}", f"the {name} over this time: {listed}")
    return (sentence(telling.voice.turn("series", n, *ways), *under),)


def _value(point: Evidence) -> str:
    return "" if point.value is None else doses.measured(point.value.value, point.value.unit)


def _at(point: Evidence) -> str:
    when = point.on or point.written
    return "" if when is None else dates.at(when)
