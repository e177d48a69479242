"""What has been done is not asked for again, and a payer's lateness is the first thing to say."""

from dataclasses import replace
from datetime import date

import pytest

from law.building import SOURCE, case, notice
from wellfounded import law
from wellfounded.model.basis import Source
from wellfounded.model.determination import ReasonKind, Window
from wellfounded.model.document import Document, Page
from wellfounded.packs import Library

LIBRARY = Library()
DATED = date(2026, 1, 5)
ON = date(2026, 11, 24)


def self_funded(**received: str):
    held = {"denial": "2026-01-09", **received}
    return case("erisa_group", reading=notice(notice_date=DATED), received=held, funding="self_funded")


def found(held, on=ON):
    return {each.id.partition("#")[2]: each for each in law.deadlines(held, on, LIBRARY)}


def steps(held, on=ON):
    days = law.deadlines(held, on, LIBRARY)
    return [step.id for step in law.routes(held, days, law.rights(held, on, LIBRARY), on, LIBRARY)]


@pytest.mark.parametrize(
    ("appeal", "says"),
    [("2026-03-02", "received on 2026-03-02."), ("2026-07-18", "10 days after the day: say why it is late")],
)
def test_an_appeal_that_was_sent_is_done_and_no_step_any_more(appeal, says):
    held = self_funded(appeal=appeal)
    one = found(held)["internal_appeal"]
    assert one.done.value.isoformat() == appeal
    assert says in one.note
    assert "done on" in law.sentence(one, ON)
    assert "internal_appeal" not in steps(held)


def test_an_external_review_that_was_asked_for_is_done():
    held = self_funded(final_denial="2026-05-04", external_review_request="2026-06-01")
    assert found(held)["external_review"].done.value == date(2026, 6, 1)


def test_a_late_answer_is_the_first_step_and_stands_once():
    listed = steps(self_funded(appeal="2026-03-02"))
    assert listed[0] == "late_decision"
    assert listed.count("late_decision") == 1


def test_no_answer_is_called_late_while_one_of_its_rules_still_runs():
    assert "late_decision" not in steps(self_funded(appeal="2026-03-02"), date(2026, 4, 15))


def test_where_two_rules_may_hold_each_says_when():
    notes = [each.note for each in found(self_funded(appeal="2026-03-02")).values() if each.level == "appeal_decision"]
    assert [
        any(f"This holds where the care has {word}given" in note for note in notes) for word in ("not been ", "been ")
    ]
    assert len(notes) == 2


@pytest.mark.parametrize(
    "text", ["no later than noon of the day before the effective date", "by noon the day before your services end"]
)
def test_a_notice_that_care_ends_gives_the_day_before_as_it_says(text):
    words = f"Notice of Medicare Non-Coverage. Services will end: 11/27/2026. Call the reviewer {text}."
    reading = notice(services_end=date(2026, 11, 27))
    page = Document(Source(SOURCE, "payer/notice.txt", "text/plain", 1), words, (Page(1, 0, len(words)),))
    held = replace(case("medicare_advantage", reading=reading), documents=(page,))
    days = [each for each in law.deadlines(held, ON, LIBRARY) if each.level.startswith("fast_appeal")]
    assert {each.safe.value.isoformat() for each in days} == {"2026-11-26"}


@pytest.mark.parametrize(("reason", "there"), [("coding", True), ("not_medically_necessary", False)])
def test_the_time_for_a_corrected_claim_counts_only_where_a_claim_can_be_corrected(reason, there):
    window = Window(60, "days", "document_date", "corrected_claim")
    reading = notice(notice_date=DATED, reason=ReasonKind(reason), route_window=window)
    held = case("erisa_group", reading=reading, received={"denial": "2026-01-09"}, funding="self_funded")
    assert ("corrected_claim" in {each.level for each in law.deadlines(held, ON, LIBRARY)}) is there


def test_a_plan_that_answered_the_appeal_in_time_is_not_called_late():
    held = self_funded(appeal="2026-03-02", final_denial="2026-03-30")
    notes = [each for each in law.deadlines(held, ON, LIBRARY) if each.level == "appeal_decision"]
    assert all(each.done.value == date(2026, 3, 30) and "past it" not in each.note for each in notes)
    assert notes
    assert "late_decision" not in steps(held)


@pytest.mark.parametrize(("received", "there"), [({}, True), ({"appeal": "2026-03-01"}, False)])
def test_a_complaint_that_was_made_is_not_asked_for_again(received, there):
    held = case("uk_pmi", reading=notice(notice_date=DATED), received={"denial": "2026-01-09", **received})
    listed = law.routes(held, law.deadlines(held, ON, LIBRARY), (), ON, LIBRARY)
    assert any(step.does.startswith("complain to the insurer") for step in listed) is there
