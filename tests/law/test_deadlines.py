"""What each market gives, in the cases where people go wrong."""

from dataclasses import replace
from datetime import date

import pytest

from law.building import LIBRARY, ON, case, days, found, notice
from wellfounded import law
from wellfounded.law.json import as_json
from wellfounded.model.basis import Source
from wellfounded.model.coding import Coding
from wellfounded.model.determination import Kind, PeerToPeer, Window
from wellfounded.model.document import Document, Page
from wellfounded.packs import Library

DATED = date(2026, 3, 9)


def test_the_json_has_exactly_the_keys_that_others_rely_on():
    held = as_json(law.deadlines(case("erisa_group", reading=notice(notice_date=DATED)), ON, LIBRARY))
    keys = ["level", "whose", "due", "safe", "trigger", "rule", "citation", "tier", "as_of", "note"]
    assert [list(one) for one in held] == [keys] * len(held)
    assert all(one["whose"] in {"ours", "payer's"} for one in held)


def test_no_market_gives_no_law_but_the_notice_still_speaks():
    held = case(reading=notice(notice_date=DATED, appeal_window=Window(60, "days", "document_date")))
    only = law.deadlines(held, ON, LIBRARY)
    assert [(one.level, one.citation.tier, days(one)) for one in only] == [
        ("appeal", "notice", ("2026-05-08", "2026-05-08"))
    ]
    assert law.applies(held, ON, LIBRARY) == ()
    assert "What kind of coverage" in law.questions(held)[0]


def test_an_unknown_day_of_receipt_gives_a_safe_day_and_no_legal_one():
    one = found(case("erisa_group", reading=notice(notice_date=DATED)))["internal_appeal"]
    assert days(one) == (None, "2026-09-05")
    assert "enter the day it was received" in one.note


def test_no_date_at_all_says_which_is_missing_and_where_it_stands():
    one = found(case("erisa_group", reading=notice()))["internal_appeal"]
    assert days(one) == (None, None)
    assert "stands at the head of the notice" in one.note
    assert "envelope" in one.note


def test_a_medicaid_appeal_counts_from_the_date_on_the_notice_and_not_from_receipt():
    received = {"denial": "2026-03-15"}
    one = found(case("medicaid_managed_care", reading=notice(notice_date=DATED), received=received))["plan_appeal"]
    assert days(one) == ("2026-05-08", "2026-05-08")
    lost = found(case("medicaid_managed_care", reading=notice(), received=received))["plan_appeal"]
    assert days(lost) == (None, None)
    assert "The date printed on it counts" in lost.note


def test_a_state_hearing_has_a_safe_day_at_the_lower_end_of_the_federal_band():
    received = {"final_denial": "2026-06-05", "final_denial_dated": "2026-06-01"}
    one = found(case("medicaid_managed_care", received=received))["fair_hearing"]
    assert days(one) == (None, "2026-08-30")
    assert one.rule.startswith("at least 90 days")


def test_a_fee_for_service_hearing_has_no_date_of_ours_because_a_state_may_allow_less():
    one = found(case("medicaid_ffs", reading=notice(notice_date=DATED)))["fair_hearing"]
    assert days(one) == (None, None)
    assert "Not after 2026-06-07" in one.note


def test_the_notice_of_a_fee_for_service_hearing_says_how_long():
    window = Window(30, "days", "document_date", "fair_hearing")
    one = found(case("medicaid_ffs", reading=notice(notice_date=DATED, appeal_window=window)))["fair_hearing"]
    assert days(one) == ("2026-04-08", "2026-04-08")
    assert one.citation.tier == "notice"
    assert "42 CFR 431.221(d)" in one.note


@pytest.mark.parametrize(
    ("requested", "days_allowed", "code"),
    [("2026-01-05", "7 days", "E1390"), ("2025-12-20", "14 days", "E1390"), ("2026-01-05", "72 hours", "J0585")],
)
def test_a_medicare_advantage_request_has_the_clock_of_its_day_and_kind(requested, days_allowed, code):
    reading = notice(notice_date=DATED, code=Coding("hcpcs", code))
    held = case("medicare_advantage", reading=reading, requested=requested)
    rules = [one.rule for one in law.deadlines(held, ON, LIBRARY) if one.level == "decision"]
    assert len(rules) == 1
    assert rules[0].startswith(days_allowed)


def test_a_service_already_given_has_the_clock_of_a_claim():
    held = case("erisa_group", reading=notice(Kind.EOB, notice_date=DATED), requested="2026-02-01")
    assert {one.rule[:7] for one in law.deadlines(held, ON, LIBRARY) if one.level == "decision"} == {"30 days"}


def test_a_payer_that_was_late_is_told_so_by_how_many_days():
    one = found(case("erisa_group", reading=notice(notice_date=DATED), requested="2026-02-20"))["decision"]
    assert "decided on 2026-03-09, 2 days after that day" in one.note
    assert "keep the appeal window all the same" in one.note


def test_an_appeal_that_was_sent_starts_the_payers_clock():
    received = {"appeal": "2026-03-16"}
    held = case("erisa_group", reading=notice(notice_date=DATED), requested="2026-02-20", received=received)
    one = found(held, date(2026, 4, 20))["appeal_decision"]
    assert days(one) == ("2026-04-15", "2026-04-15")
    assert "The payer is 5 days past it" in one.note


def test_an_urgent_appeal_has_72_hours():
    held = case("erisa_group", reading=notice(notice_date=DATED), received={"expedited_appeal": "2026-03-16"})
    assert days(found(held)["appeal_decision_urgent"]) == ("2026-03-19", "2026-03-19")


def test_a_day_that_has_passed_says_what_may_still_be_done():
    held = case("medicare_advantage", reading=notice(notice_date=date(2025, 11, 3)), received={"denial": "2025-11-06"})
    one = found(held)["reconsideration"]
    assert one.note.startswith("This day has passed. A late request is taken with good cause")
    assert not any("too late" in deadline.note.lower() for deadline in found(held).values())


def test_the_first_denials_clock_ends_when_the_final_one_is_here():
    reading = notice(notice_date=DATED, level="final_internal")
    held = case("erisa_group", reading=reading, received={"denial": "2026-03-12"}, funding="self_funded")
    assert "internal_appeal" not in found(held)
    assert days(found(held)["external_review"]) == ("2026-07-13", "2026-07-09")  # 12 July is a Sunday


def test_a_peer_to_peer_window_counts_from_the_notice_in_business_days():
    offer = PeerToPeer("555-0117", "10 business days from the date of this letter")
    one = found(case("erisa_group", reading=notice(notice_date=date(2026, 4, 17), peer_to_peer=offer)))["peer_to_peer"]
    assert days(one) == ("2026-05-01", "2026-05-01")
    assert one.level == "peer_to_peer"


def test_a_window_the_notice_states_earlier_governs_the_safe_day_and_both_are_shown():
    reading = notice(notice_date=DATED, appeal_window=Window(60, "days", "receipt"))
    held = found(case("erisa_group", reading=reading, received={"denial": "2026-03-12"}))
    assert days(held["internal_appeal"]) == ("2026-09-08", "2026-05-08")
    assert "The notice states 60 days after receipt of the notice" in held["internal_appeal"].note
    assert "the law gives 2026-09-08" in held["internal_appeal"].note
    assert (held["appeal"].level, days(held["appeal"])) == ("internal_appeal_as_stated", ("2026-05-11", "2026-05-08"))


def test_a_window_that_says_what_the_law_says_is_not_shown_twice():
    reading = notice(notice_date=DATED, appeal_window=Window(180, "days"))
    held = found(case("erisa_group", reading=reading, received={"denial": "2026-03-12"}))
    assert "appeal" not in held
    assert "states" not in held["internal_appeal"].note


def test_a_last_day_the_notice_names_is_compared_too():
    reading = notice(notice_date=DATED, appeal_deadline=date(2026, 6, 1))
    held = found(case("erisa_group", reading=reading, received={"denial": "2026-03-12"}))
    assert days(held["internal_appeal"]) == ("2026-09-08", "2026-06-01")


def test_an_external_review_stated_in_a_first_denial_does_not_run_yet():
    reading = notice(notice_date=DATED, appeal_window=Window(4, "months", "receipt", "external_review"))
    held = found(case("erisa_group", reading=reading, received={"denial": "2026-03-12"}))
    assert days(held["external_review"]) == (None, None)


def test_a_hearing_stated_for_a_later_decision_does_not_run_from_this_notice():
    reading = notice(notice_date=DATED, appeal_window=Window(120, "days", "document_date", "fair_hearing"))
    held = found(case("medicaid_managed_care", reading=reading, received={"denial": "2026-03-12"}))
    assert days(held["fair_hearing"]) == (None, None)


def test_a_request_for_information_that_the_denial_answered_is_no_open_deadline():
    asked = notice(Kind.INFORMATION_REQUEST, notice_date=date(2026, 2, 20), response_due=date(2026, 3, 6))
    answered = case("erisa_group", reading=notice(notice_date=DATED))
    assert "response" in found(case("erisa_group", reading=asked))

    both = replace(answered, readings=(asked, *answered.readings))
    assert "response" not in found(both)


def test_a_secondary_source_gives_an_unverified_safe_day():
    held = case("medicare_original", reading=notice(notice_date=DATED), received={"denial": "2026-03-12"})
    one = found(held)["redetermination"]
    assert days(one) == (None, "2026-07-07")
    assert one.unverified
    assert "check your notice" in one.note


def test_a_notice_settles_what_only_a_secondary_source_says():
    reading = notice(notice_date=DATED, appeal_window=Window(120, "days", "receipt"))
    one = found(case("medicare_original", reading=reading, received={"denial": "2026-03-12"}))["redetermination"]
    assert days(one) == ("2026-07-10", "2026-07-07")
    assert not one.unverified
    assert one.citation.tier == "notice"
    assert "42 CFR 405.942, secondary" in one.note


def test_what_is_known_from_memory_only_gives_no_number_and_no_day():
    held = case("workers_comp_federal", reading=notice(notice_date=DATED), received={"denial": "2026-03-12"})
    only = law.deadlines(held, ON, LIBRARY)
    assert {days(one) for one in only} == {(None, None)}
    assert all(one.rule == "a time limit after the decision" for one in only)


def test_a_law_that_was_not_yet_in_force_counts_nothing():
    held = case("medicare_part_d", reading=notice(notice_date=date(2024, 5, 6)), received={"denial": "2024-05-08"})
    assert "redetermination" not in found(held, date(2024, 5, 10))
    assert days(found(held, date(2024, 5, 10))["redetermination_before_2025"]) == ("2024-07-05", "2024-07-05")


def test_a_receipt_before_the_date_of_the_paper_is_pointed_out():
    held = case("erisa_group", reading=notice(notice_date=DATED), received={"denial": "2026-03-02"})
    one = found(held)["internal_appeal"]
    assert days(one) == (None, "2026-08-29")
    assert "received before the date it bears" in one.note


def test_the_same_case_gives_the_same_deadlines():
    held = case("aca_individual", reading=notice(notice_date=DATED), received={"denial": "2026-03-12"}, state="NY")
    assert law.deadlines(held, ON, LIBRARY) == law.deadlines(held, ON, Library())


def test_a_notice_that_services_end_leaves_hours_in_every_medicare():
    text = "Notice of Medicare Non-Coverage. Your skilled nursing services will end on June 12, 2026."
    reading = notice(notice_date=DATED)
    source = Source(reading.source, "payer/notice.txt", "text/plain", 1)
    page = Document(source, text, (Page(1, 0, len(text)),))
    for market in ("medicare_advantage", "medicare_original", "medicare_qio"):
        held = case(market, reading=reading, received={"denial": "2026-03-12"})
        one = found(replace(held, documents=(page,)))["service_end"]
        assert days(one) == ("2026-03-13", "2026-03-10")
        assert one.rule.startswith("noon, 1 day after receipt")
    assert "service_end" not in found(case("medicare_advantage", reading=reading))


def test_a_window_for_providers_does_not_shorten_the_patients():
    window = Window(60, "days", None, "external_review")
    reading = notice(notice_date=DATED, level="final_internal", appeal_window=window)
    held = found(case("aca_individual", reading=reading, received={"denial": "2026-03-12"}, state="NY"))
    assert days(held["external_review"]) == ("2026-07-09", "2026-07-09")
    assert days(held["external_review_by_provider"]) == (None, "2026-05-08")


def test_a_payer_that_asked_for_information_is_not_called_late():
    asked = notice(Kind.INFORMATION_REQUEST, notice_date=date(2026, 2, 25))
    held = case("erisa_group", reading=notice(notice_date=DATED), requested="2026-02-20")
    one = found(replace(held, readings=(asked, *held.readings)))["decision"]
    assert "asked for information on 2026-02-25" in one.note
    assert "breach" not in one.note


def test_a_window_counted_from_receipt_is_never_safe_where_the_law_counts_from_the_paper():
    reading = notice(appeal_window=Window(60, "days", "receipt"))
    held = found(case("medicaid_managed_care", reading=reading, received={"denial": "2026-03-15"}))
    assert days(held["plan_appeal"]) == (None, None)
    assert "which is earlier" in held["plan_appeal"].note
    assert held["appeal"].level == "plan_appeal_as_stated"


def test_a_notice_that_counts_from_its_own_date_leaves_the_law_to_count_from_receipt():
    reading = notice(notice_date=DATED, appeal_window=Window(180, "days", "document_date"))
    one = found(case("erisa_group", reading=reading))["internal_appeal"]
    assert days(one) == (None, "2026-09-05")
    assert one.citation.authority == "29 CFR 2560.503-1(h)(3)(i)"


def test_the_time_a_notice_states_for_another_route_stands_beside_its_rule():
    stated = Window(180, "days", "final_decision", "external_review")
    reading = notice(notice_date=DATED, level="final_internal", route_window=stated)
    told = case("erisa_group", reading=reading, received={"denial": "2026-03-12"}, funding="self_funded")
    held = {each.level: each for each in law.deadlines(told, ON, LIBRARY)}
    assert days(held["external_review"]) == ("2026-07-13", "2026-07-09")
    assert "The notice states 180 days" in held["external_review"].note
    assert days(held["external_review_as_stated"]) == ("2026-09-05", "2026-09-05")


def test_a_safe_day_counts_a_holiday_that_the_plan_may_work():
    offered = PeerToPeer("555-0100", "10 business days from the date of this letter")
    held = found(case("erisa_group", reading=notice(notice_date=date(2026, 6, 11), peer_to_peer=offered)))
    assert days(held["peer_to_peer"]) == ("2026-06-26", "2026-06-25")  # 19 June is a federal holiday
