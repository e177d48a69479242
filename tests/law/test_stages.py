"""What a notice answers decides which levels are over, which are open and which wait."""

from datetime import date

import pytest

from law.building import case, notice
from wellfounded import law
from wellfounded.model.determination import Window
from wellfounded.packs import Library

LIBRARY = Library()
ON = date(2026, 3, 20)
DATED = date(2026, 3, 9)


def found(held, on=ON):
    return {deadline.id.partition("#")[2]: deadline for deadline in law.deadlines(held, on, LIBRARY)}


def days(deadline):
    return tuple(fact and fact.value.isoformat() for fact in (deadline.due, deadline.safe))


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
