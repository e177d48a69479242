"""Whatever the dates, the safe day is never after the legal one, and a later receipt never makes it earlier."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from law.building import WORD, case, notice
from wellfounded.law.count import count
from wellfounded.law.deadlines import citation
from wellfounded.law.events import Happened, happened
from wellfounded.model.basis import Derivation, Fact, leaves
from wellfounded.packs import Library
from wellfounded.packs.schema.law import LawPack

CLOCKS = [
    (id_, f"{id_}#{name}", clock) for id_, pack in Library().all(LawPack) for name, clock in pack.deadlines.items()
]
DAYS = st.dates(date(2024, 1, 1), date(2035, 12, 31))
MAYBE = st.one_of(st.none(), DAYS)


def fact(day):
    return Fact(day, WORD) if day else None


def counted(held, dated, received):
    id_, name, clock = held
    return count(name, clock, Happened(fact(dated), fact(received)), citation(clock, id_))


@given(st.sampled_from(CLOCKS), MAYBE, MAYBE)
def test_safe_is_never_later_than_legal(held, dated, received):
    found = counted(held, dated, received)
    if found.due is not None:
        assert found.safe is not None
        assert found.safe.value <= found.due.value


@given(st.sampled_from(CLOCKS), MAYBE, DAYS, st.integers(0, 90))
def test_a_later_receipt_never_gives_an_earlier_day(held, dated, received, days):
    early, late = counted(held, dated, received), counted(held, dated, received + timedelta(days=days))
    for name in ("due", "safe"):
        one, other = getattr(early, name), getattr(late, name)
        if dated is not None and received < dated:  # the two dates contradict each other: no legal day
            assert early.due is None
        else:
            assert (one is None) == (other is None)
        assert one is None or other is None or one.value <= other.value


@given(st.sampled_from(CLOCKS), MAYBE, MAYBE)
def test_every_day_rests_on_the_rule_and_on_the_date_it_was_counted_from(held, dated, received):
    found = counted(held, dated, received)
    for one in (found.due, found.safe):
        if one is not None:
            assert isinstance(one.basis, Derivation)
            assert one.basis.rule == held[1]
            assert WORD in leaves(one.basis)
            assert held[2].cite in {getattr(leaf, "authority", "") for leaf in leaves(one.basis)}


@given(st.sampled_from(CLOCKS), MAYBE, MAYBE)
def test_only_a_rule_read_at_its_source_gives_a_legal_day(held, dated, received):
    found = counted(held, dated, received)
    assert found.due is None or held[2].tier in {"primary", "quoted-reg"}
    assert found.safe is None or held[2].tier != "memory"


@given(st.sampled_from(CLOCKS), DAYS)
def test_a_day_that_counts_from_a_paper_is_never_counted_from_its_receipt(held, received):
    found = counted(held, None, received)
    if held[2].clock in {"document_date", "mailing"}:
        assert found.due is None
        assert found.safe is None


def test_a_final_denial_takes_the_notice_in_hand_when_that_decides_an_appeal():
    held = case(
        reading=notice(notice_date=date(2026, 5, 4), level="second_appeal"),
        received={"denial": "2026-05-08"},
    )
    event = happened(held, "final_denial")
    assert event.dated.value == date(2026, 5, 4)
    assert event.received.value == date(2026, 5, 8)


def test_a_final_denial_that_is_entered_takes_the_later_notice():
    reading = notice(notice_date=date(2026, 8, 3))
    held = case(reading=reading, received={"denial": "2026-05-08", "final_denial": "2026-08-07"})
    assert happened(held, "final_denial").dated.value == date(2026, 8, 3)
    assert happened(held, "denial").dated is None


def test_a_date_known_only_to_the_month_counts_no_days():
    held = case(reading=notice(notice_date="2026-05"))
    assert happened(held, "denial").dated is None
