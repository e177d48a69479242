"""What can be measured: the names of scales, laboratory values and measurements, with their units."""

from dataclasses import dataclass
from functools import cache

from wellfounded.model.coding import PartialDate, Quantity
from wellfounded.model.evidence import EvidenceKind
from wellfounded.read.chart.data import blocks
from wellfounded.read.chart.tokens import Phrasebook


@dataclass(frozen=True, slots=True)
class Measure:
    """What a name measures."""

    name: str
    unit: str
    kind: EvidenceKind
    spelling: str
    listed: bool = True


@cache
def _pairs() -> tuple[tuple[str, Measure], ...]:
    held: list[tuple[str, Measure]] = []
    for kind, rows in blocks("measures"):
        for line in rows if kind not in {"doubtful", "loinc"} else ():
            name, unit, others = line.split("|")
            spellings = (name, *filter(None, others.split(";")))
            held += [(spelling, Measure(name, unit, EvidenceKind(kind), spelling)) for spelling in spellings]
    return tuple(held)


@cache
def book() -> Phrasebook[Measure]:
    """Build the book of measures."""
    return Phrasebook.of(_pairs())


@cache
def doubtful() -> frozenset[str]:
    """Give the spellings that are also common words or letters, in lower case."""
    return frozenset(" ".join(dict(blocks("measures"))["doubtful"]).split())


@dataclass(frozen=True, slots=True)
class Point:
    """One value of one measure at its place."""

    measure: Measure
    value: Quantity
    on: PartialDate | None
    start: int
    end: int
    text: str = ""  # a value that is no single number, as blood pressure


@cache
def by_loinc() -> dict[str, Measure]:
    """Give the measures by the LOINC codes charts use most."""
    named = {measure.name: measure for _, measure in _pairs()}
    codes = (line.split(" ", 1) for line in dict(blocks("measures"))["loinc"])
    return {code: named[name] for code, name in codes}
