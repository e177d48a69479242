"""A series of values in one sentence, oldest first."""

from itertools import pairwise

from wellfounded.model.argument import Claim
from wellfounded.model.basis import Derivation
from wellfounded.model.evidence import Evidence
from wellfounded.model.letter import Sentence
from wellfounded.write.measure import amount, named, small, was
from wellfounded.write.telling import Telling, sentence
from wellfounded.write.words import dates, numbers, series

KINDS = ("score_series",)
STEADY = 4  # fewer values than this are each given with their day
MOST = 6  # beyond this the middle is left out: first, then the latest


def say(claim: Claim, telling: Telling, n: int = 0) -> tuple[Sentence, ...]:
    """Say the values with their days; of a long series the first and the latest ones."""
    points = [point for point in claim.evidence if point.on is not None and point.value is not None]
    if not points:
        return ()
    shown = points if len(points) <= MOST else [points[0], *points[-(MOST - 1) :]]
    under = [basis for point in shown for basis in telling.dates(point)]
    name = small(named(shown[-1]) if shown[-1].name == claim.about else claim.about)
    whose = telling.person.possessive
    verb = was(name)
    if claim.slot("whole") == "yes" and (steady := _steady(points)) is not None:
        return (_range(telling, name, points, steady),)
    first = f"{amount(shown[0])} {_at(shown[0])}"
    if len(shown) == 1:
        one: tuple[str, ...] = (
            f"{whose} {name} {verb} {first}",
            f"{_at(shown[0])}, {whose} {name} {verb} {amount(shown[0])}",
            f"{_at(shown[0])} the {name} {verb} {amount(shown[0])}",
            f"the {name} measured {_at(shown[0])} {verb} {amount(shown[0])}",
        )
        if verb == "was":
            one = (*one, f"the record gives {numbers.article(name)} of {first}")
        return (sentence(telling.voice.turn("score", n, *one), *under),)
    if len(shown) == 2 and shown[0].value != shown[1].value:
        two = (f"{whose} {name} {verb} {first}, and {amount(shown[1])} {_at(shown[1])}", _moved(telling, name, shown))
        return (sentence(telling.voice.turn("pair", n, *two), *under),)
    if (way := _way(shown)) and len(shown) == len(points):
        rest = series.series([f"{amount(point)} {_at(point)}" for point in shown[1:]])
        ways = [f"{whose} {name} {way} from {first} to {rest}", f"the {name} {way} from {first} to {rest}"]
        ways.append(f"from {first}, {whose} {name} {way} to {rest}")
        return (sentence(telling.voice.turn("series", n, *ways), *under),)
    listed = series.series([f"{amount(point)} {_at(point)}" for point in _anew(shown)])
    ways = [f"{whose} {name} {verb} {listed}", f"the {name} over this time {verb} {listed}"]
    return (sentence(telling.voice.turn("series", n, *ways), *under),)


def _anew(points: list[Evidence]) -> list[Evidence]:
    """Leave out a value that only says the one before it again: a later note often repeats an earlier measurement."""
    last = len(points) - 1
    return [point for i, point in enumerate(points) if i in {0, last} or point.value != points[i - 1].value]


def _way(points: list[Evidence]) -> str:
    """Give "rose" or "fell" where each value lies beyond the one before it; empty where they go up and down."""
    values = [point.value.value for point in points if point.value is not None]
    steps = [later - earlier for earlier, later in pairwise(values)]
    return "rose" if all(step > 0 for step in steps) else "fell" if all(step < 0 for step in steps) else ""


def _moved(telling: Telling, name: str, ends: list[Evidence]) -> str:
    """Say which way two values differ: "her CRP rose from 28 mg/L on ... to 34 mg/L on ..."."""
    first, last = (point.value.value if point.value is not None else 0.0 for point in ends)
    verb = "rose" if last > first else "fell"
    (low, low_day), (high, high_day) = ((amount(point), _at(point)) for point in ends)
    return f"{telling.person.possessive} {name} {verb} from {low} {low_day} to {high} {high_day}"


def _steady(points: list[Evidence]) -> tuple[float, float] | None:
    """Give the lowest and highest of at least four values that lie within a fifth of each other; else None."""
    values = [point.value.value for point in points if point.value is not None]
    low, high = min(values), max(values)
    return (low, high) if len(values) >= STEADY and 0 < low < high and high - low <= 0.2 * high else None


def _range(telling: Telling, name: str, points: list[Evidence], ends: tuple[float, float]) -> Sentence:
    least, most = (next(p for p in points if p.value is not None and p.value.value == end) for end in ends)
    low, high = amount(least), amount(most)
    n = len(points)
    under = [basis for point in points for basis in telling.dates(point)]
    counted = Derivation(f"{n} measurements, lowest = {low}, highest = {high}", tuple(point.basis for point in points))
    start, end = points[0], points[-1]
    text = (
        f"at {numbers.count(n)} measurements from {_day(start)} to {_day(end)}, {telling.person.possessive} {name} "
        f"lay between {low} and {high}; the latest is {amount(end)}"
    )
    return sentence(text, *under, counted)


def _day(point: Evidence) -> str:
    when = point.on or point.written
    return "" if when is None else dates.day(when)


def _at(point: Evidence) -> str:
    when = point.on or point.written
    return "" if when is None else dates.at(when)
