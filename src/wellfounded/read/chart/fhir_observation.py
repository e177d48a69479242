"""Values of a FHIR file: scores, laboratory results and vital signs, each with the day it is of."""

from collections.abc import Iterator

from wellfounded.model.coding import Coding
from wellfounded.model.document import Document
from wellfounded.model.evidence import Evidence, EvidenceKind
from wellfounded.read.chart.measure_names import Measure, book, by_loinc
from wellfounded.read.chart.structured import amount, basis, day, first
from wellfounded.read.chart.tokens import tokens
from wellfounded.wire.fhir import Field, Printed

_SKIPPED = {"entered-in-error", "cancelled", "unknown"}
_CATEGORY = {
    "laboratory": EvidenceKind.LAB,
    "vital-signs": EvidenceKind.VITAL,
    "survey": EvidenceKind.SCORE,
    "imaging": EvidenceKind.IMAGING,
}
_PRESSURES = ("systolic", "diastolic")


def observation(document: Document, resource: Printed) -> Iterator[Evidence]:
    """Give the values of one observation, its components each by itself, and blood pressure as one."""
    status, named = resource.get("status"), resource.get("code")
    if named is None or (status and status.value in _SKIPPED):
        return
    parts = list(_components(resource))
    pressure = [next((p for p in parts if word in p[0].value.lower()), None) for word in _PRESSURES]
    if pressure[0] and pressure[1]:
        upper, lower = amount(pressure[0][1].value), amount(pressure[1][1].value)
        if upper and lower:
            pair = f"{upper.value:g}/{lower.value:g}"
            measure = Measure("blood pressure", "mmHg", EvidenceKind.VITAL, "BP")
            yield _evidence(document, resource, measure, named, pressure[1][1], pair)
        parts = [p for p in parts if p not in pressure]
    value = resource.get("value")
    for name, held in [*([(named, value)] if value else []), *parts]:
        yield _evidence(document, resource, _measure(name.value, resource), name, held)


def _components(resource: Printed) -> Iterator[tuple[Field, Field]]:
    number = 1
    while (name := resource.get(f"component.{number}.code")) is not None:
        value = resource.get(f"component.{number}.value")
        if value is not None:
            yield name, value
        number += 1


def _measure(name: str, resource: Printed) -> Measure:
    """Give the measure a display names: the longest name the book knows in it, else the display itself, unlisted."""
    coded = resource.get("code.loinc")
    if coded and coded.value in by_loinc() and (own := resource.get("code")) and own.value == name:
        return by_loinc()[coded.value]
    toks = tokens(name)
    hits = [(n, -i, measure) for i in range(len(toks)) if (hit := book().at(toks, i)) for n, measure in [hit]]
    sure = [hit for hit in hits if len(hit[2].spelling) > 2]
    if sure:
        return max(sure, key=lambda hit: (hit[0], hit[1]))[2]
    category = resource.get("category")
    kind = _CATEGORY.get(category.value if category else "", EvidenceKind.LAB)
    return Measure(name, "", kind, name, listed=False)


def _evidence(
    document: Document, resource: Printed, measure: Measure, name: Field, value: Field, pair: str = ""
) -> Evidence:
    number = amount(value.value) if not pair else amount(pair.split("/", maxsplit=1)[0])
    taken = first(resource, "effective", "effective.start", "effective.end", "issued")
    if number is not None and not number.unit and not pair:
        number = type(number)(number.value, measure.unit, number.comparator)
    during = resource.get("note") or resource.get("method") or resource.get("interpretation")
    return Evidence(
        measure.kind,
        measure.name,
        basis(document, resource, resource.get("code"), name, value, taken),
        statement=f"{name.value}: {value.value}" + (f", {taken.value[:10]}" if taken else ""),
        coding=tuple(Coding("loinc", f.value, name.value) for f in [resource.get(f"{name.name}.loinc")] if f),
        on=day(taken),
        value=number,
        finding=pair or (value.value if number is None else during.value if during else ""),
        author=(who.value if (who := resource.get("performer")) else ""),
        written=day(first(resource, "issued", "effective")),
    )
