"""Several values of one day in one clause: "on March 31, 2026 his BSA was 13% and his PASI 14.6"."""

from collections.abc import Iterable

from wellfounded.model.coding import PartialDate
from wellfounded.model.evidence import Evidence
from wellfounded.write.measure import amount, small, was
from wellfounded.write.telling import Telling
from wellfounded.write.words import dates, series


def by_day(items: Iterable[Evidence]) -> dict[PartialDate | None, list[Evidence]]:
    """Sort values by the day they are of, in the order given."""
    held = dict[PartialDate | None, list[Evidence]]()
    for item in items:
        held.setdefault(item.on or item.written, []).append(item)
    return held


def of_day(telling: Telling, items: list[Evidence], when: PartialDate | None) -> str:
    """Say the values of one day; the verb stands once where they agree in number."""
    verbs = [was(item.name) for item in items]
    whose = telling.person.possessive
    said: list[str] = []
    for at, (item, verb) in enumerate(zip(items, verbs, strict=True)):
        stands = at == 0 or verb != verbs[at - 1]
        said.append(f"{whose if at == 0 else ''} {small(item.name)} {verb if stands else ''} {amount(item)}")
    listed = series.series([" ".join(each.split()) for each in said])
    if when is None:
        return listed
    ways = ("{at} {listed}", "{listed} {at}", "measured {at}, {listed}")
    return telling.voice.pick("values", *ways).format(at=dates.at(when), listed=listed)
