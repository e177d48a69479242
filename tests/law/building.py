"""Small cases built by hand, with the notice as it would be read."""

from datetime import date, datetime
from decimal import Decimal

from wellfounded import law
from wellfounded.model.basis import Attestation, Fact, Quote, SourceId, Span
from wellfounded.model.case import Case
from wellfounded.model.determination import Field, Kind, Reading
from wellfounded.model.parties import Coverage, Organization, Patient, Practitioner
from wellfounded.packs import Library

LIBRARY = Library()
ON = date(2026, 3, 20)
WORD = Attestation("Dana Reyes", "staff", date(2026, 1, 2), "entered case.yaml")
SOURCE = SourceId("a" * 64)


def quote(text):
    return Quote(text, Span(SOURCE, 0, len(text), 1))


def notice(kind=Kind.DENIAL, /, **fields):
    held = [
        Field(name, value, quote(f"{name} {value}"))
        for name, values in fields.items()
        for value in (values if isinstance(values, tuple) else (values,))
    ]
    return Reading(SOURCE, kind, tuple(held))


def day(text):
    return date.fromisoformat(text) if isinstance(text, str) else text


def case(
    market="",
    /,
    *,
    reading=None,
    requested=None,
    received=None,
    hours=None,
    amounts=None,
    services=(),
    asks="",
    **coverage,
):
    held = {name: Fact(value, WORD) for name, value in coverage.items()}
    if market:
        held["market"] = Fact(market, WORD)
    return Case(
        "case",
        Patient(),
        Coverage(**held),
        Practitioner(),
        Organization(),
        services=services,
        asks=asks,
        received=tuple((name, Fact(day(value), WORD)) for name, value in (received or {}).items()),
        requested=Fact(day(requested), WORD) if requested else None,
        hours=tuple((name, Fact(datetime.fromisoformat(value), WORD)) for name, value in (hours or {}).items()),
        amounts=tuple((name, Fact(Decimal(value), WORD)) for name, value in (amounts or {}).items()),
        readings=(reading,) if reading else (),
        entered=WORD,
    )


def found(held, on=ON):
    return {deadline.id.partition("#")[2]: deadline for deadline in law.deadlines(held, on, LIBRARY)}


def days(deadline):
    return tuple(fact and fact.value.isoformat() for fact in (deadline.due, deadline.safe))
