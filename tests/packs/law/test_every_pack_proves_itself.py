"""Every law pack runs its own worked examples, whose days were counted by hand from the citation."""

import calendar
from datetime import date

import pytest

from law.building import case, notice
from wellfounded.law.count import count
from wellfounded.law.deadlines import citation
from wellfounded.law.events import happened
from wellfounded.packs import Library
from wellfounded.packs.schema.law import LawPack

LIBRARY = Library()
PACKS = dict(LIBRARY.all(LawPack))
EXAMPLES = [(id_, example) for id_, pack in PACKS.items() for example in pack.examples]


def given(pack, example):
    held = {name: value for name, value in example.given.items() if isinstance(value, str)}
    dated, requested, received = held.pop("notice_date", ""), held.pop("requested", None), held.pop("received", None)
    if received:
        held["denial"] = received
    reading = notice(notice_date=date.fromisoformat(dated)) if dated else None
    return case(pack.governs.markets[0], reading=reading, requested=requested, received=held)


@pytest.mark.parametrize(("id_", "example"), EXAMPLES, ids=[f"{i}: {e.name}" for i, e in EXAMPLES])
def test_a_worked_example_comes_out_as_counted_by_hand(id_, example):
    clock = PACKS[id_].deadlines[example.deadline]
    event = happened(given(PACKS[id_], example), clock.after)
    counted = count(f"{id_}#{example.deadline}", clock, event, citation(clock, id_))
    assert (counted.due and counted.due.value) == example.due
    assert (counted.safe and counted.safe.value) == example.safe


@pytest.mark.parametrize("id_", PACKS)
def test_an_example_is_given_wherever_a_clock_computes(id_):
    pack = PACKS[id_]
    if any(clock.tier in {"primary", "quoted-reg"} for clock in pack.deadlines.values()):
        assert pack.examples


FEDERAL = [
    id_
    for id_, pack in PACKS.items()
    if id_.startswith("us/")
    and not id_.startswith(("us/state/", "us/workers_comp/"))
    and any(clock.tier in {"primary", "quoted-reg"} for clock in pack.deadlines.values())
]


def spans(example):
    days = [date.fromisoformat(value) for value in example.given.values() if isinstance(value, str)]
    return [(start, end) for start in days for end in (example.safe, example.due) if end is not None]


def crosses_a_leap_day(example):
    return any(
        start <= date(year, 2, 29) <= end
        for start, end in spans(example)
        for year in range(start.year, end.year + 1)
        if calendar.isleap(year)
    )


def touches_the_end_of_a_month(example):
    days = {day for span in spans(example) for day in span}
    return any(day.day == calendar.monthrange(day.year, day.month)[1] for day in days)


def ends_on_a_weekend(example):
    return any(end.weekday() >= 5 for end in (example.safe, example.due) if end is not None)


@pytest.mark.parametrize("id_", FEDERAL)
@pytest.mark.parametrize("kind", [crosses_a_leap_day, touches_the_end_of_a_month, ends_on_a_weekend])
def test_a_federal_market_shows_the_days_that_go_wrong(id_, kind):
    assert len(PACKS[id_].examples) >= 3
    assert any(kind(example) for example in PACKS[id_].examples)


@pytest.mark.parametrize("id_", FEDERAL)
def test_presumed_receipt_and_moved_days_are_shown_wherever_a_pack_has_them(id_):
    pack = PACKS[id_]
    if any(clock.presumed_receipt and clock.tier in {"primary", "quoted-reg"} for clock in pack.deadlines.values()):
        assert any(set(e.given) <= {"notice_date"} or all(n.endswith("_dated") for n in e.given) for e in pack.examples)
    for clock in pack.deadlines.values():
        for move in clock.overrides:
            assert any(e.due is not None and move.start <= e.due <= move.to for e in pack.examples)


@pytest.mark.parametrize("id_", PACKS)
def test_every_clock_that_computes_is_worked_by_hand(id_):
    shown = {example.deadline for example in PACKS[id_].examples}
    computing = {name for name, clock in PACKS[id_].deadlines.items() if clock.tier in {"primary", "quoted-reg"}}
    assert computing - shown == set()
