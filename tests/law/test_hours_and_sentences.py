"""Hours are counted as instants with their offset, and every deadline can be said in one sentence."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law.building import case, notice
from wellfounded import law
from wellfounded.law.json import as_json
from wellfounded.packs import Library

LIBRARY = Library()
ON = date(2026, 3, 20)
DATED = date(2026, 3, 9)


def found(held, on=ON):
    return {deadline.id.partition("#")[2]: deadline for deadline in law.deadlines(held, on, LIBRARY)}


def hurried(hour, market="erisa_group"):
    return case(
        market,
        reading=notice(notice_date=DATED),
        received={"expedited_appeal": hour[:10]},
        hours={"expedited_appeal": hour},
    )


@pytest.mark.parametrize(
    ("hour", "due"),
    [
        ("2026-03-16T14:30-05:00", "2026-03-19T14:30:00-05:00"),
        (
            "2026-03-06T14:30-05:00",
            "2026-03-09T14:30:00-05:00",
        ),  # the clocks go forward on 8 March: 72 hours all the same
        ("2028-02-27T23:59+00:00", "2028-03-01T23:59:00+00:00"),
        ("2026-12-30T08:00-10:00", "2027-01-02T08:00:00-10:00"),
    ],
)
def test_72_hours_run_from_the_hour_of_receipt_and_keep_its_offset(hour, due):
    one = found(hurried(hour))["appeal_decision_urgent"]
    assert one.due.value.isoformat() == due
    assert one.safe.value == one.due.value


def test_the_same_instant_in_two_zones_gives_the_same_instant():
    east, west = (found(hurried(hour))["appeal_decision_urgent"].due.value for hour in (
        "2026-03-16T17:30-04:00", "2026-03-16T14:30-07:00",
    ))  # fmt: skip
    assert east == west


def test_a_day_without_its_hour_counts_from_its_first_one():
    held = case("erisa_group", reading=notice(notice_date=DATED), received={"expedited_appeal": "2026-03-16"})
    assert found(held)["appeal_decision_urgent"].due.value == date(2026, 3, 19)


def test_an_hour_says_nothing_to_a_clock_of_days():
    held = case(
        "erisa_group",
        reading=notice(notice_date=DATED),
        received={"denial": "2026-03-12"},
        hours={"denial": "2026-03-12T23:50-05:00"},
    )
    assert found(held)["internal_appeal"].due.value == date(2026, 9, 8)


@given(st.datetimes(datetime(2024, 1, 1), datetime(2034, 1, 1)), st.integers(-12, 14), st.integers(0, 5000))  # noqa: DTZ001
def test_a_later_hour_never_gives_an_earlier_one(hour, offset, minutes):
    zone = f"{offset:+03d}:00"
    one, other = (f"{when:%Y-%m-%dT%H:%M}{zone}" for when in (hour, hour + timedelta(minutes=minutes)))
    early, late = (found(hurried(when))["appeal_decision_urgent"].due.value for when in (one, other))
    assert late - early == timedelta(minutes=minutes)


def test_an_hour_reaches_json_the_calendar_and_the_sentence():
    held = law.deadlines(hurried("2026-03-16T14:30-05:00"), ON, LIBRARY)
    assert "2026-03-19T14:30:00-05:00" in {one["due"] for one in as_json(held)}
    said = {one.id: law.sentence(one, ON) for one in held}["us/erisa#appeal_decision_urgent"]
    assert said == "The payer had to decide the urgent appeal by March 19, 2026, at 2:30 pm (UTC-05:00)."


def test_an_hour_of_ours_stands_in_the_calendar_in_universal_time():
    hour = "2026-03-16T20:15-05:00"
    event = "urgent_information_request"
    held = case("erisa_group", received={event: hour[:10]}, hours={event: hour}, asks="expedited appeal")
    (one,) = [one for one in law.deadlines(held, ON, LIBRARY) if one.level == "information"]
    assert "DTSTART:20260319T011500Z" in law.as_ics((one,), "a1b2c3", ON)


def appealed(**received):
    return case("erisa_group", reading=notice(notice_date=DATED), received=received, requested="2026-02-20")


@pytest.mark.parametrize(
    ("held", "name", "on", "said"),
    [
        (
            appealed(denial="2026-03-12"),
            "internal_appeal",
            ON,
            "File the internal appeal by September 5, 2026 to be safe; the legal date is September 8, 2026.",
        ),
        (
            appealed(),
            "internal_appeal",
            ON,
            "File the internal appeal by September 5, 2026; the legal date is not known.",
        ),
        (
            appealed(denial="2026-03-09"),
            "internal_appeal",
            ON,
            "File the internal appeal by September 5, 2026.",
        ),
        (
            appealed(denial="2026-03-12"),
            "internal_appeal",
            date(2026, 9, 7),
            "File the internal appeal today: the safe date was September 5, 2026, the legal date is September 8, 2026.",
        ),
        (
            appealed(denial="2026-03-12"),
            "internal_appeal",
            date(2026, 10, 1),
            "The day to file the internal appeal was September 8, 2026; something may still be done.",
        ),
        (appealed(denial="2026-03-12"), "external_review", ON, "Ask for external review: no day can be counted yet."),
        (
            appealed(denial="2026-03-12"),
            "appeal_decision",
            ON,
            "The payer must decide the appeal; no day can be counted yet.",
        ),
        (appealed(appeal="2026-03-16"), "appeal_decision", ON, "The payer must decide the appeal by April 15, 2026."),
    ],
)
def test_a_deadline_is_said_in_one_sentence(held, name, on, said):
    assert law.sentence(found(held, on)[name], on) == said


def test_an_expedited_appeal_does_not_make_the_request_before_it_a_hurried_one():
    """Else a plan that had 15 days would be said to be late after 72 hours."""
    held = case(
        "erisa_group",
        reading=notice(notice_date=DATED),
        requested="2026-02-24",
        received={"denial": "2026-03-12", "expedited_appeal": "2026-03-16"},
    )
    assert found(held)["decision"].due.value == date(2026, 3, 11)
    assert "decision_urgent" not in found(held)
    assert "2 days before that day" in found(held)["decision"].note


def test_a_hurried_request_has_its_hours_and_leaves_the_appeal_as_it_is():
    held = case(
        "erisa_group",
        received={"expedited_request": "2026-03-16", "appeal": "2026-03-18"},
        hours={"expedited_request": "2026-03-16T14:30-05:00"},
    )
    assert found(held)["decision_urgent"].due.value.isoformat() == "2026-03-19T14:30:00-05:00"
    assert "decision" not in found(held)
    assert found(held)["appeal_decision"].due.value == date(2026, 4, 17)


def test_a_first_request_that_asks_to_hurry_has_its_hours():
    held = case("medicare_advantage", requested="2026-03-16", asks="expedited_request")
    assert "decision_urgent" in found(held)
