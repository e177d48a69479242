"""Every law pack runs its own worked examples, whose days were counted by hand from the citation."""

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
