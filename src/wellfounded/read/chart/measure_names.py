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
def book() -> Phrasebook[Measure]:
    """Build the book of measures."""
    held: list[tuple[str, Measure]] = []
    for kind, rows in blocks("measures"):
        for line in rows if kind != "doubtful" else ():
            name, unit, others = line.split("|")
            spellings = (name, *filter(None, others.split(";")))
            held += [(spelling, Measure(name, unit, EvidenceKind(kind), spelling)) for spelling in spellings]
    return Phrasebook.of(held)


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
