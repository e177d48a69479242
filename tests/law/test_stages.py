"""What a notice answers decides which levels are over, which are open and which wait."""

from dataclasses import replace
from datetime import date

import pytest

from law.building import LIBRARY, ON, case, days, found, notice
from wellfounded import law
from wellfounded.model.determination import Window

DATED = date(2026, 3, 9)


def again(**received: str):
    offered = Window(60, "days", "receipt", "appeal")
    reading = notice(notice_date=DATED, level="first_appeal", appeal_window=offered)
    return case("erisa_group", reading=reading, received={"denial": "2026-03-12", **received}, funding="self_funded")


def test_the_answer_to_an_appeal_closes_the_first_appeal_and_opens_the_second_that_it_offers():
    held = found(again())
    assert "internal_appeal" not in held
    assert days(held["appeal"]) == ("2026-05-11", "2026-05-08")
    assert held["appeal"].file == "file the second appeal to the plan"


def test_an_external_review_waits_for_the_second_appeal_unless_that_is_voluntary():
    held = found(again())["external_review"]
    assert days(held) == (None, "2026-07-09")
    assert "voluntary" in held.note


def test_the_answer_to_the_only_appeal_is_the_final_denial():
    reading = notice(notice_date=DATED, level="first_appeal")
    held = found(case("erisa_group", reading=reading, received={"denial": "2026-03-12"}, funding="self_funded"))
    assert "internal_appeal" not in held
    assert days(held["external_review"]) == ("2026-07-13", "2026-07-09")


def test_a_person_may_say_that_it_is_the_first_denial_after_all():
    held = found(again(denial_dated=DATED.isoformat()))
    assert days(held["internal_appeal"]) == ("2026-09-08", "2026-05-08")  # the notice's 60 days are earlier
    assert held["external_review"].due is None


def test_what_a_notice_is_read_as_is_asked_with_its_line():
    reading = notice(notice_date=DATED, level="first_appeal")
    asked = law.questions(case("erisa_group", reading=reading, received={"denial": "2026-03-12"}))
    assert any("answer to an appeal" in one and "received.denial_dated" in one for one in asked)


@pytest.mark.parametrize(
    ("market", "level", "next_step", "due"),
    [
        ("medicare_advantage", "external_review", "alj_hearing", "2026-05-11"),
        ("medicare_part_d", "reconsideration", "alj_hearing", "2026-05-11"),
        ("medicare_part_d", "redetermination", "independent_review", "2026-05-11"),
    ],
)
def test_a_decision_of_a_later_level_opens_the_level_after_it(market, level, next_step, due):
    reading = notice(notice_date=DATED, level=level)
    held = found(case(market, reading=reading, received={"denial": "2026-03-12"}))
    assert held[next_step].due.value.isoformat() == due


def folder(received, *notices):
    first = case("medicaid_managed_care", received=received, state="OH")
    return replace(first, readings=notices)


ANSWERED = notice(
    notice_date=date(2026, 3, 3),
    level="first_appeal",
    route_window=Window(120, "days", "document_date", "fair_hearing"),
)
REFUSED = notice(notice_date=date(2026, 1, 9), appeal_window=Window(60, "days", "document_date"))


@pytest.mark.parametrize("received", [{"denial": "2026-01-12"}, {}])
def test_the_envelope_of_the_first_denial_says_nothing_of_the_answer_to_its_appeal(received):
    held = folder(received, REFUSED, ANSWERED)
    one = found(held)["fair_hearing"]
    assert one.safe.value >= date(2026, 6, 1)  # 3 March + 90; from 12 January it would be 12 April
    assert law.limits(held, ON, LIBRARY) == ()
    assert any("enter received.final_denial" in question for question in law.questions(held))


def test_the_day_the_answer_came_is_entered_as_its_own():
    held = folder({"denial": "2026-01-12", "final_denial": "2026-03-06"}, REFUSED, ANSWERED)
    assert not any("On what day" in question for question in law.questions(held))
    assert found(held)["fair_hearing"].due.value == date(2026, 7, 1)  # the notice: 3 March + 120


def test_the_time_a_first_denial_states_is_over_once_its_appeal_was_decided():
    reading = notice(notice_date=date(2026, 1, 5), appeal_window=Window(180, "days"))
    received = {"denial": "2026-01-09", "final_denial": "2026-03-20", "external_review_request": "2026-04-01"}
    held = case("erisa_group", reading=reading, received=received, funding="fully_insured", state="NY")
    levels = {each.level for each in found(held).values() if each.whose == "ours" and each.done is None}
    assert levels == set()
    assert "appeal_decision" not in {each.level for each in found(held).values()}
