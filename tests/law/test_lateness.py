"""An answer that has not come in its time has a consequence, and the consequence is the step."""

from datetime import date

import pytest

from law.building import case, notice
from wellfounded import law
from wellfounded.packs import Library

LIBRARY = Library()
DATED = date(2026, 1, 5)
APPEALED = {"denial": "2026-01-09", "appeal": "2026-03-02"}


def held(market, received=None, **coverage):
    return case(market, reading=notice(notice_date=DATED), received=received or APPEALED, **coverage)


def walked(one, on):
    found = law.deadlines(one, on, LIBRARY)
    return found, law.routes(one, found, law.rights(one, on, LIBRARY), on, LIBRARY)


NEXT = [  # market, coverage, the day after its time, what the first step says, what its reason says
    ("fehb", {}, "2026-04-02", "Office of Personnel Management", "5 CFR 890.105(e)(1)(ii)"),
    ("medicaid_managed_care", {}, "2026-04-02", "state fair hearing without waiting", "42 CFR 438.408(c)(3)"),
    ("medicare_advantage", {}, "2026-05-02", "independent review entity", "42 CFR 422.590"),
    ("medicare_part_d", {}, "2026-04-02", "independent review entity", "42 CFR 423.568(h)"),
    ("aca_individual", {"state": "NY"}, "2026-04-02", "counts as reversed", "Ins. Law 4904"),
    ("erisa_group", {"funding": "self_funded"}, "2026-05-02", "go on with the appeal", "a lawyer decides"),
    ("uk_pmi", {}, "2026-04-28", "Financial Ombudsman Service", "without a final response"),
    ("ie_phi", {}, "2026-04-28", "Financial Services and Pensions Ombudsman", "no final response"),
    ("in_health", {}, "2026-04-02", "Insurance Ombudsman", "r.14(3)"),
    ("my_health", {}, "2026-05-02", "Financial Markets Ombudsman", "without an answer"),
    ("au_afca", {}, "2026-04-02", "AFCA", "RG 271"),
    ("ca_private_health", {}, "2026-06-01", "OmbudService", "without a final position letter"),
    ("ae_health", {}, "2026-04-02", "Sanadak", "30 days"),
]


@pytest.mark.parametrize(("market", "coverage", "on", "does", "why"), NEXT, ids=[row[0] for row in NEXT])
def test_the_consequence_of_an_unanswered_appeal_is_the_first_step(market, coverage, on, does, why):
    _, listed = walked(held(market, **coverage), date.fromisoformat(on))
    assert does in listed[0].does
    assert why in f"{listed[0].why} {listed[0].basis[0].authority}"


@pytest.mark.parametrize(("market", "coverage"), [row[:2] for row in NEXT], ids=[row[0] for row in NEXT])
def test_nothing_is_late_on_the_day_after_the_appeal(market, coverage):
    _, listed = walked(held(market, **coverage), date(2026, 3, 3))
    assert not [step for step in listed if step.id.startswith("late_")]
    assert "await_decision" in {step.id for step in listed}


@pytest.mark.parametrize(
    ("market", "level", "on"),
    [
        ("fehb", "opm_review", "2026-04-02"),
        ("medicaid_managed_care", "fair_hearing", "2026-04-02"),
        ("uk_pmi", "ombudsman", "2026-04-28"),
        ("in_health", "ombudsman", "2026-04-02"),
        ("my_health", "ombudsman", "2026-05-02"),
    ],
)
def test_a_level_that_lateness_opens_is_open_and_waits_without_it(market, level, on):
    late = next(step for step in walked(held(market), date.fromisoformat(on))[1] if step.id == level)
    assert not late.later
    assert "its answer is not waited for" in late.why
    early = [step for step in walked(held(market), date(2026, 3, 3))[1] if step.id == level]
    assert all(step.later for step in early)


def test_a_carrier_that_never_answers_leaves_120_days_from_the_request():
    found, listed = walked(held("fehb"), date(2026, 4, 2))
    one = next(each for each in found if each.id == "us/fehb#opm_review_no_answer")
    assert (one.due, one.safe.value) == (None, date(2026, 6, 30))  # 2 March + 120: 29 + 30 + 31 = 90 to 31 May, 30 June
    assert one.unverified
    assert (listed[0].id, listed[0].by.value) == ("opm_review", date(2026, 6, 30))
    assert [step.id for step in listed].count("opm_review") == 2  # the other one begins with an answer, and says so
    assert [step.later for step in listed if step.id == "opm_review"] == [False, True]


@pytest.mark.parametrize(
    ("market", "asked", "on"),
    [
        ("fehb", "opm_request", "2026-04-20"),
        ("uk_pmi", "ombudsman_complaint", "2026-04-28"),
        ("ae_health", "ombudsman_complaint", "2026-04-28"),
        ("medicaid_managed_care", "fair_hearing_request", "2026-04-20"),
    ],
)
def test_a_lateness_that_was_followed_up_is_no_step_any_more(market, asked, on):
    _, listed = walked(held(market, {**APPEALED, asked: "2026-04-05"}), date.fromisoformat(on))
    assert not [
        step
        for step in listed
        if step.id.startswith("late_")
        or (step.id != "await_decision" and not step.later and step.enter == f"received.{asked}")
    ]


def test_a_carrier_that_answered_opens_no_route_for_silence():
    received = {**APPEALED, "final_denial": "2026-03-20", "final_denial_dated": "2026-03-16"}
    found, _ = walked(held("fehb", received), date(2026, 4, 20))
    assert {each.id for each in found if each.level == "opm_review"} == {"us/fehb#opm_review"}


def test_a_time_known_from_a_secondary_source_is_checked_before_it_is_said():
    _, listed = walked(held("aca_individual", state="NY"), date(2026, 4, 2))
    assert "check it before you say so" in listed[0].why


def test_a_late_first_decision_that_counts_as_a_denial_is_a_step_without_any_paper():
    one = case("medicare_advantage", requested="2026-03-02")
    _, listed = walked(one, date(2026, 3, 20))
    assert listed[0].does == "appeal now, as the decision is late and counts as a denial"
    _, early = walked(one, date(2026, 3, 5))
    assert [step.id for step in early] == ["await_decision"]


@pytest.mark.parametrize("state", ["AZ", "NE", "OK", "SD"])
def test_a_step_therapy_exception_left_unanswered_counts_as_granted_where_the_state_says_so(state):
    one = held("aca_individual", {"denial": "2026-01-09", "step_exception_request": "2026-02-02"}, state=state)
    _, listed = walked(one, date(2026, 3, 2))
    assert "counts as granted" in next(step for step in listed if step.id == "late_step_therapy_exception").does


def test_the_reviewer_and_the_payer_are_not_one_actor():
    received = {"denial": "2026-01-09", "final_denial": "2026-05-04", "external_review_request": "2026-06-01"}
    found, _ = walked(held("erisa_group", received, funding="self_funded"), date(2026, 6, 30))
    said = {each.level: (law.sentence(each, date(2026, 6, 30)), each.note) for each in found}
    preliminary, note = said["external_preliminary_review"]
    assert preliminary.startswith("The payer had to complete the preliminary review")
    assert "The payer is 22 days past it" in note  # due on 8 June 2026
    decision, note = said["external_review_decision"]
    assert decision == "The reviewer must decide the external review; no day can be counted yet."
    assert "The payer is" not in note


def test_the_reviewers_45_days_run_from_the_day_it_had_the_request():
    received = {
        "final_denial": "2026-05-04",
        "external_review_request": "2026-06-01",
        "external_review_assignment": "2026-06-09",
    }
    found, listed = walked(held("erisa_group", received, funding="self_funded"), date(2026, 8, 1))
    one = next(each for each in found if each.level == "external_review_decision")
    assert one.due.value == date(2026, 7, 24)  # 9 June + 45: 21 to 30 June, 24 July
    assert "The reviewer is 8 days past it." in one.note
    assert any(step.does.startswith("ask when it is done: the reviewer had to") for step in listed)
    assert next(each for each in found if each.level == "external_preliminary_review").done.value == date(2026, 6, 9)


@pytest.mark.parametrize(("state", "there"), [("NY", True), ("PA", False)])
def test_an_answer_that_comes_late_undoes_no_reversal_the_law_has_given(state, there):
    received = {**APPEALED, "final_denial": "2026-05-08", "final_denial_dated": "2026-05-04"}
    _, listed = walked(held("aca_individual", received, state=state), date(2026, 5, 20))
    told = [step for step in listed if step.id == "late_decision"]
    assert bool(told) is there
    assert all("It was due on 2026-04-01 (NY Ins. Law 4904); it came on 2026-05-04." in step.why for step in told)
    assert "external_review" in {step.id for step in listed}


def test_an_answer_in_time_brings_nothing():
    received = {**APPEALED, "final_denial": "2026-03-28", "final_denial_dated": "2026-03-25"}
    _, listed = walked(held("aca_individual", received, state="NY"), date(2026, 5, 20))
    assert "late_decision" not in {step.id for step in listed}
