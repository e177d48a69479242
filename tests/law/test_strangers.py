"""What a stranger's messy folder is still told: the hours that are lost first, and a step where no rule is held."""

from dataclasses import replace
from datetime import date

import pytest

from law.building import SOURCE, case, notice
from wellfounded import law
from wellfounded.model.basis import Source
from wellfounded.model.determination import Kind
from wellfounded.model.document import Document, Page
from wellfounded.packs import Library

LIBRARY = Library()
ON = date(2026, 3, 20)
ENDING = (
    "NOTICE OF MEDICARE NON-COVERAGE\nThe effective date coverage of your current skilled nursing services will end: "
    "03/22/2026\nAsk for an immediate appeal no later than noon of the day before.\n"
)


def walked(held, on=ON):
    found = law.deadlines(held, on, LIBRARY)
    return found, law.routes(held, found, law.rights(held, on, LIBRARY), on, LIBRARY)


def paper(text, kind=Kind.OTHER):
    page = Document(Source(SOURCE, "payer/letter.txt", "text/plain", 1), text, (Page(1, 0, len(text)),))
    return (page,), notice(kind)


@pytest.mark.parametrize("received", [{}, {"denial": "2026-03-19"}])
@pytest.mark.parametrize("market", ["medicare_advantage", "medicare_original", "medicare_qio"])
def test_a_notice_that_care_ends_is_known_by_its_name_whatever_it_was_read_as(market, received):
    pages, reading = paper(ENDING)
    held = replace(case(market, reading=reading, received=received), documents=pages)
    _, listed = walked(held)
    assert listed[0].id == "fast_appeal"
    assert (listed[0].by is not None) is bool(received)


def test_a_state_without_a_pack_leaves_a_step_and_a_question():
    held = case("workers_comp", state="ND", received={"denial": "2026-03-16"})
    _, (step,) = walked(held)
    assert step.id == "look_again"
    assert "how, where and by when" in step.does
    assert any("received.denial_dated" in question for question in law.questions(held))


def test_an_unknown_market_with_a_refusal_leaves_a_step():
    _, listed = walked(case(reading=notice(notice_date=date(2026, 3, 9))))
    assert [step.id for step in listed] == ["look_again"]
    assert listed[0].basis


def test_a_hurried_appeal_is_never_one_about_a_bill():
    held = case("medicare_advantage", reading=notice(notice_date=date(2026, 3, 9)), received={"expedited_appeal": ON})
    rules = {each.id for each in law.deadlines(held, ON, LIBRARY) if each.level == "appeal_decision"}
    assert rules == {"us/medicare_advantage#appeal_decision_urgent"}


def test_a_request_that_was_refused_before_a_rule_began_is_not_shown_under_it():
    held = case("medicare_advantage", reading=notice(notice_date=date(2001, 6, 4)), received={"denial": "2001-06-07"})
    found, listed = walked(held)
    assert "us/medicare_advantage#decision" not in {each.id for each in found}
    assert "look_again" in {step.id for step in listed}


def test_an_appeal_on_its_way_is_hurried_and_not_replaced():
    held = case("erisa_group", reading=notice(notice_date=date(2026, 3, 9)), received={"appeal": "2026-03-16"})
    step = next(step for step in walked(held)[1] if step.id == "expedited_appeal")
    assert step.does.startswith("ask that the appeal be expedited")
    assert step.forecloses == ""
    hurried = replace(held, received=(*held.received, ("expedited_appeal", held.received[0][1])))
    assert "expedited_appeal" not in {step.id for step in walked(hurried)[1]}


def test_no_note_says_twice_that_something_was_done():
    for market in ("de_gkv", "medicare_original", "erisa_group"):
        reading = notice(notice_date=date(2026, 3, 9), appeal_deadline=date(2026, 6, 1))
        held = case(market, reading=reading, received={"denial": "2026-03-12", "appeal": "2026-03-16"})
        assert all(each.note.count("Done:") <= 1 for each in law.deadlines(held, ON, LIBRARY))


LATER = [  # what a person entered, the first step it leaves
    ("medicare_advantage", {"independent_review_decision": "2026-03-04"}, "alj_hearing"),
    ("medicare_part_d", {"independent_review_decision": "2026-01-04", "alj_decision": "2026-03-04"}, "look_again"),
    ("medicare_original", {"alj_decision": "2026-03-04"}, "council_review"),
    ("tricare", {"second_reconsideration_decision": "2026-03-04"}, "hearing"),
    ("workers_comp", {"external_review_decision": "2026-03-04"}, "court"),
    ("nl_zvw", {"ombudsman_letter": "2026-03-04"}, "committee"),
    ("medicare_original", {"discharge": "2026-03-20"}, "fast_appeal"),
    ("erisa_group", {"bill": "2026-03-04"}, "self_pay_dispute"),
]


@pytest.mark.parametrize(("market", "received", "first"), LATER)
def test_a_later_event_alone_leaves_its_next_step_and_no_earlier_one(market, received, first):
    _, listed = walked(case(market, received=received, state="TX", funding="self_funded"))
    ids = [step.id for step in listed if step.id not in ("ask_for_the_criteria", "late_decision")]
    assert ids[0] == first
    assert not {"internal_appeal", "reconsideration", "redetermination", "expedited_appeal"} & set(ids)


def test_two_rules_for_one_level_are_one_step():
    held = case("aca_individual", state="MI", received={"final_denial": "2026-03-02"})
    found, listed = walked(held)
    assert len([each for each in found if each.level == "external_review"]) == 2
    assert [step.id for step in listed].count("external_review") == 1
