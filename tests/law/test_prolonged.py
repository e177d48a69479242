"""A payer's time is lengthened by what its rule allows and the papers show, and by nothing else."""

from dataclasses import replace
from datetime import date

import pytest

from law.building import case, notice
from wellfounded import law
from wellfounded.model.basis import leaves
from wellfounded.model.coding import Coding
from wellfounded.model.determination import Kind
from wellfounded.packs import Library

LIBRARY = Library()
ON = date(2026, 4, 20)
DATED = date(2026, 3, 30)


def decision(held, on=ON):
    (one,) = [one for one in law.deadlines(held, on, LIBRARY) if one.level == "decision"]
    return one


def asked(day, market="erisa_group", /, **received):
    """A request of 20 February, due on 7 March, with a letter of that day that asks for information."""
    held = case(market, reading=notice(notice_date=DATED), requested="2026-02-20", received=received)
    asking = notice(Kind.INFORMATION_REQUEST, notice_date=date.fromisoformat(day))
    return replace(held, readings=(asking, *held.readings))


def requested(market, **received):
    reading = notice(notice_date=DATED, code=Coding("hcpcs", "E1390"))
    return case(market, reading=reading, requested="2026-02-20", received=received)


@pytest.mark.parametrize("market", ["erisa_group", "aca_individual", "aca_nongrandfathered"])
def test_the_clock_stands_still_until_the_answer_and_no_day_is_given(market):
    one = decision(asked("2026-02-25", market))
    assert (one.due, one.safe) == (None, None)
    assert "asked for information on 2026-02-25: its clock stands still" in one.note
    assert "(f)(4)" in one.note


def test_the_clock_goes_on_when_the_payer_has_the_answer():
    one = decision(asked("2026-02-25", information_answer="2026-03-09"))
    assert one.due.value == date(2026, 3, 19)  # 7 March and the 12 days from 25 February to 9 March
    assert "stood still from 2026-02-25 until the answer on 2026-03-09, 12 days" in one.note
    assert "decided on 2026-03-30, 11 days after that day" in one.note
    assert "do not call it late" not in one.note
    assert "29 CFR 2560.503-1(f)(4)" in {getattr(leaf, "authority", "") for leaf in leaves(one.due.basis)}


@pytest.mark.parametrize("day", ["2026-03-08", "2026-04-02"])
def test_a_question_after_the_time_or_after_the_decision_stops_nothing(day):
    assert decision(asked(day)).due.value == date(2026, 3, 7)


@pytest.mark.parametrize(
    ("market", "base", "extended"),
    [
        ("erisa_group", "2026-03-07", "2026-03-22"),  # 15 days, and 15 more
        ("aca_individual", "2026-03-07", "2026-03-22"),
        ("medicare_advantage", "2026-02-27", "2026-03-13"),  # 7 days, and 14 more
        ("medicaid_managed_care", "2026-02-27", "2026-03-13"),
    ],
)
def test_an_extension_announced_in_time_is_added_once(market, base, extended):
    plain, longer = decision(requested(market)), decision(requested(market, request_extension="2026-02-26"))
    assert plain.due.value == date.fromisoformat(base)
    assert "enter the day of such a notice as received.request_extension" in plain.note
    assert longer.due.value == date.fromisoformat(extended)
    assert "Extended by" in longer.note


def test_an_extension_announced_too_late_extends_nothing():
    one = decision(requested("erisa_group", request_extension="2026-03-10"))
    assert one.due.value == date(2026, 3, 7)
    assert "extends nothing; its own date decides" in one.note
    dated = requested("erisa_group", request_extension="2026-03-10", request_extension_dated="2026-03-06")
    assert decision(dated).due.value == date(2026, 3, 22)


def test_an_extension_and_a_question_add_up():
    one = decision(asked("2026-03-12", request_extension="2026-03-05", information_answer="2026-03-16"))
    assert one.due.value == date(2026, 3, 26)  # 7 March, 15 days, 4 days


def test_no_extension_is_known_for_a_part_b_drug():
    reading = notice(notice_date=DATED, code=Coding("hcpcs", "J0585"))
    held = case(
        "medicare_advantage", reading=reading, requested="2026-02-20", received={"request_extension": "2026-02-21"}
    )
    assert decision(held).due.value == date(2026, 2, 23)


def test_an_open_question_is_a_deadline_of_ours_and_ends_with_the_answer_or_the_decision():
    asking = notice(Kind.INFORMATION_REQUEST, notice_date=date(2026, 3, 2), response_due=date(2026, 4, 1))
    still_open = case("erisa_group", reading=asking, received={"information_request": "2026-03-05"})
    (one,) = [one for one in law.deadlines(still_open, ON, LIBRARY) if one.level == "information"]
    assert (one.due.value, one.safe.value) == (date(2026, 4, 19), date(2026, 4, 1))  # 45 days; the letter says less
    answered = case("erisa_group", reading=asking, received={"information_answer": "2026-03-20"})
    for held in (answered, asked("2026-02-25")):
        assert not [one for one in law.deadlines(held, ON, LIBRARY) if one.level == "information"]
