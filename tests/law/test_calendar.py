"""Days are counted as the rule counts them."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellfounded.errors import PackInvalid
from wellfounded.law.calendar import UNITS, add, is_business_day, parse, rolled
from wellfounded.law.holidays import CALENDARS, UNITED_STATES, days

DAYS = st.dates(date(2012, 1, 1), date(2040, 12, 31))
LENGTHS = st.tuples(st.integers(0, 400), st.sampled_from(sorted(UNITS))).map(lambda held: parse(f"{held[0]} {held[1]}"))


@pytest.mark.parametrize(
    ("start", "within", "last"),
    [
        ("2026-03-12", "180 days", "2026-09-08"),
        ("2028-02-28", "2 days", "2028-03-01"),
        ("2027-02-28", "2 days", "2027-03-02"),
        ("2026-01-31", "1 month", "2026-02-28"),
        ("2028-01-31", "1 month", "2028-02-29"),
        ("2026-08-31", "6 months", "2027-02-28"),
        ("2028-02-29", "1 year", "2029-02-28"),
        ("2026-05-21", "5 working_days", "2026-05-29"),  # Memorial Day is the 25th
        ("2026-07-02", "3 business_days", "2026-07-07"),  # the Fourth is a Saturday; Friday stays a business day
        ("2026-12-24", "1 business_days", "2026-12-28"),
        ("2026-06-18", "1 business_days", "2026-06-22"),  # Juneteenth is a Friday
        ("2026-05-04", "8 weeks", "2026-06-29"),
        ("2026-05-04", "72 hours", "2026-05-07"),
        ("2026-12-31", "0 days", "2026-12-31"),
    ],
)
def test_a_time_ends_on_the_day_counted_by_hand(start, within, last):
    assert add(date.fromisoformat(start), parse(within)) == date.fromisoformat(last)


def test_a_month_with_no_matching_day_ends_where_the_rule_says():
    october = date(2026, 10, 30)
    assert add(october, parse("4 months")) == date(2027, 2, 28)
    assert add(october, parse("4 months"), no_match="next") == date(2027, 3, 1)


def test_hours_are_counted_by_the_minute_where_the_hour_is_known():
    assert add(datetime(2026, 5, 4, 16, 30), parse("36 hours")) == datetime(2026, 5, 6, 4, 30)  # noqa: DTZ001


def test_the_eleven_legal_holidays_are_found_by_rule():
    assert {(day.month, day.day) for day in days(UNITED_STATES, 2026)} == {
        (1, 1), (1, 19), (2, 16), (5, 25), (6, 19), (7, 4), (9, 7), (10, 12), (11, 11), (11, 26), (12, 25)
    }  # fmt: skip
    assert all(len(days(UNITED_STATES, year)) == 11 for year in range(2021, 2041))


@pytest.mark.parametrize(("year", "easter"), [(2024, "03-31"), (2025, "04-20"), (2026, "04-05"), (2038, "04-25")])
def test_easter_and_the_days_that_hang_on_it_are_found_by_rule(year, easter):
    sunday = date.fromisoformat(f"{year}-{easter}")
    assert days(("easter", "easter-2", "easter+50"), year) == {
        sunday,
        sunday - timedelta(days=2),
        sunday + timedelta(days=50),
    }


def test_a_pack_may_say_that_an_office_is_closed_on_further_days():
    friday = date(2026, 12, 24)
    assert add(friday, parse("1 business_days")) == date(2026, 12, 28)
    assert add(friday, parse("1 business_days"), holidays=(*UNITED_STATES, "12-28")) == date(2026, 12, 29)


@pytest.mark.parametrize("words", ["christmas", "fifth monday of may", "13-01x", "easter monday"])
def test_words_that_name_no_holiday_are_refused(words):
    with pytest.raises(PackInvalid, match="names no holiday"):
        days((words,), 2026)


def test_a_last_day_rolls_over_a_weekend_and_the_holiday_behind_it():
    assert rolled(date(2026, 9, 5)) == date(2026, 9, 8)  # Saturday before Labor Day
    assert rolled(date(2026, 9, 9)) == date(2026, 9, 9)


@pytest.mark.parametrize("words", ["soon", "ten days", "10", "10 fortnights", "-3 days", "1.5 days"])
def test_words_that_are_no_length_are_refused(words):
    with pytest.raises(PackInvalid, match="no length of time"):
        parse(words)


@given(DAYS, st.integers(0, 60), LENGTHS, st.sampled_from(["last", "next"]), st.sampled_from(list(CALENDARS.values())))
def test_a_later_start_never_ends_earlier(day, later, length, no_match, holidays):
    options = {"holidays": holidays, "no_match": no_match}
    assert add(day, length, **options) <= add(day + timedelta(days=later), length, **options)


@given(DAYS, LENGTHS)
def test_no_time_ends_before_it_begins_and_rolling_never_ends_earlier(day, length):
    last = add(day, length)
    assert day <= last <= rolled(last)
    assert is_business_day(rolled(last))


@pytest.mark.parametrize(
    ("rule", "year", "observed"),
    [
        ("07-04 observed", 2026, "2026-07-03"),  # a Saturday
        ("07-04 observed", 2027, "2027-07-05"),  # a Sunday
        ("11-11 observed", 2026, "2026-11-11"),  # a Wednesday
        ("01-01 observed", 2027, "2027-12-31"),  # of 2028, a Saturday
    ],
)
def test_a_holiday_is_observed_on_the_weekday_beside_it(rule, year, observed):
    assert date.fromisoformat(observed) in days((rule,), year)
