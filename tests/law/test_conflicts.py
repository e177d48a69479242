"""Each conflict the research found between sources, and how it is settled or shown."""

from datetime import date, timedelta

import pytest

from law.building import case, notice
from wellfounded import law
from wellfounded.packs import Library
from wellfounded.packs.schema.law import LawPack

LIBRARY = Library()
ON = date(2026, 9, 1)
DATED = date(2026, 3, 9)


def found(held, on=ON):
    return {deadline.id: deadline for deadline in law.deadlines(held, on, LIBRARY)}


def final(market, day, **coverage):
    return case(market, received={"final_denial": day, "final_denial_dated": day}, **coverage)


def pack(id_):
    return LIBRARY.get(LawPack, id_)


@pytest.mark.parametrize(
    ("market", "rule"),
    [
        ("medicare_advantage", "us/medicare_advantage#reconsideration"),
        ("medicare_part_d", "us/medicare_part_d#redetermination"),
    ],
)
def test_1_sixty_days_from_receipt_and_65_from_the_notice_are_one_day_until_receipt_is_shown(market, rule):
    presumed = found(case(market, reading=notice(notice_date=DATED)))[rule]
    assert presumed.due.value == DATED + timedelta(days=65)
    shown = found(case(market, reading=notice(notice_date=DATED), received={"denial": "2026-03-11"}))[rule]
    assert shown.due.value == date(2026, 3, 11) + timedelta(days=60)
    assert "65 days from the notice" in shown.note


def test_2_a_refused_request_to_hurry_counts_seven_days_for_prior_authorization_and_keeps_the_old_text():
    rules = pack("us/medicare_advantage").rules
    assert "14" in rules["us.medadv.od.refused_expedite"].value
    held = case("medicare_advantage", reading=notice(notice_date=DATED), requested="2026-03-02")
    assert found(held)["us/medicare_advantage#decision"].due.value == date(2026, 3, 9)


def test_3_the_step_to_opm_counts_from_the_date_of_the_letter_which_is_earlier_than_receipt():
    held = case("fehb", received={"final_denial": "2026-07-06", "final_denial_dated": "2026-07-01"})
    one = found(held)["us/fehb#opm_review"]
    assert one.safe.value == date(2026, 9, 29)
    assert "from receipt" in one.note


@pytest.mark.parametrize("state", ["AL", "FL", "GA", "TX", "WI", "GU"])
def test_4_the_states_of_the_federal_process_have_four_months_and_never_60_days(state):
    one = found(final("aca_individual", "2026-04-06", state=state))["us/federal_external_review_hhs#external_review"]
    assert one.due.value == date(2026, 8, 6)
    assert "60 days are out of date" in one.note


@pytest.mark.parametrize("state", ["MS", "OK", "TN", "WY", "PR"])
def test_4_older_lists_of_states_are_not_used(state):
    ids = [
        jurisdiction.id for jurisdiction in law.applies(final("aca_individual", "2026-04-06", state=state), ON, LIBRARY)
    ]
    assert "us/federal_external_review_hhs" not in ids


def test_5_the_outage_of_july_2026_is_shown_as_a_dated_move_and_leaves_the_rule_alone():
    one = found(final("aca_individual", "2026-03-15", state="FL"))["us/federal_external_review_hhs#external_review"]
    assert one.due.value == date(2026, 7, 15)
    assert "2026-10-02" in one.note
    assert "check before you rely on it" in one.note
    outside = found(final("aca_individual", "2026-04-06", state="FL"))["us/federal_external_review_hhs#external_review"]
    assert "2026-10-02" not in outside.note


def test_6_michigan_has_two_figures_and_the_earlier_one_is_the_safe_one():
    one = found(final("aca_individual", "2026-03-02", state="MI"))["us/state/mi#external_review"]
    assert (one.due, one.safe.value) == (None, date(2026, 6, 30))
    assert one.unverified


def test_6_maryland_is_known_from_memory_and_falls_back_on_the_federal_minimum():
    held = found(final("aca_individual", "2026-03-02", state="MD"))
    assert "us/state/md#external_review" not in held
    assert held["us/state_external_review#external_review"].safe.value == date(2026, 6, 30)  # 120 days before 4 months


def test_6_a_minimum_amount_in_south_carolina_stops_nobody():
    assert "us.sc.external_review.min_amount" in pack("us/state/sc").rules
    assert "us/state_external_review#external_review" in found(final("aca_individual", "2026-03-02", state="SC"))


def test_6_an_older_fee_in_connecticut_is_shown_with_the_doubt():
    assert "free" in found(final("aca_individual", "2026-03-02", state="CT"))["us/state/ct#external_review"].note


def test_7_the_parity_rule_of_2024_is_marked_as_not_enforced_and_no_right_rests_on_it():
    assert pack("us/parity").rules["us.mhpaea.2024_rule_status"].status == "not_enforced"
    assert [right.cite for right in pack("us/parity").rights.values()] == ["29 CFR 2590.712(d); 45 CFR 146.136(d)"]


def test_8_the_penalty_for_withheld_papers_keeps_both_amounts_and_is_never_claimed():
    rules = pack("us/erisa").rules
    assert (rules["us.erisa.statute.502c1"].value, rules["us.erisa.502c_penalty"].value) == ("100", "110")
    assert "ADMINISTRATOR" in rules["us.erisa.statute.502c1"].note
    assert not [right for right in pack("us/erisa").rights if "penalty" in right]


def test_9_a_carryover_is_labelled_by_the_year_of_the_contribution():
    terms = pack("us/medical_expense_accounts").terms
    assert "660 USD may be carried over from a plan year that begins in 2025" in terms["carryover_2025"].says
    assert "680 USD may be carried over from a plan year that begins in 2026" in terms["carryover_2026"].says
    shown = {each.id.partition("#")[2] for each in law.spending(case("fsa_hsa_hra"), date(2026, 3, 1), LIBRARY)}
    assert {"carryover_2025", "carryover_2026"} <= shown  # last year's money is spent in this one


def test_10_the_family_limit_of_2025_is_the_right_one_of_two_in_print():
    assert "16600" in pack("us/medical_expense_accounts").rules["us.hdhp.oop_max.2025"].value


def test_11_access_to_records_takes_30_days_and_the_proposal_of_15_does_not_count():
    assert pack("us/hipaa").deadlines["records_access"].within == "30 days"
    assert pack("us/hipaa").rules["us.hipaa.access.proposed_15"].status == "proposed"


def test_12_philhealth_has_15_days_by_the_circular_and_the_other_figure_is_shown():
    held = case("ph_hmo_philhealth", reading=notice(notice_date=DATED), received={"denial": "2026-03-12"})
    one = found(held)["ph/philhealth#reconsideration"]
    assert one.due.value == date(2026, 3, 27)
    assert "60 days" in one.note


@pytest.mark.parametrize(
    ("id_", "fact"),
    [
        ("sg/integrated_shield", "sg.fidrec.limit"),
        ("hk/medical", "hk.icb.limit"),
        ("nz/private_health_insurance", "nz.ifso.limit"),
    ],
)
def test_12_award_limits_of_foreign_ombudsmen_compute_nothing(id_, fact):
    assert fact in pack(id_).rules


def test_13_champva_says_that_newer_lanes_may_have_displaced_it():
    held = case("champva", reading=notice(notice_date=DATED))
    assert "Newer review lanes" in found(held)["us/champva#reconsideration"].note


def test_14_a_grandfathered_plan_has_no_external_review_but_for_surprise_bills():
    plan = final("erisa_group", "2026-03-02", funding="self_funded", grandfathered=True)
    assert "us/federal_external_review#external_review" not in found(plan)
    assert "us.aca.grandfathered_nsa" in pack("us/aca_group").rules


def test_15_an_addition_to_the_equipment_list_from_one_secondary_file_is_kept_with_its_tier():
    assert pack("us/medicare_dmepos").rules["us.dme.f2f.list.2026"].tier == "secondary"
