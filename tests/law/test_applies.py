"""Which law governs is answered from what is stated, with its reason, and never guessed."""

from datetime import date

import pytest

from law.building import WORD, case, notice
from wellfounded import law
from wellfounded.errors import UnknownJurisdiction
from wellfounded.model.basis import leaves
from wellfounded.packs import Library

LIBRARY = Library()
ON = date(2026, 3, 20)


def ids(held, on=ON):
    return {jurisdiction.id for jurisdiction in law.applies(held, on, LIBRARY)}


FEDERAL, HHS, STATE = "us/federal_external_review", "us/federal_external_review_hhs", "us/state_external_review"
SELF, INSURED = {"funding": "self_funded"}, {"funding": "fully_insured"}
GKV = "de/gesetzliche_krankenversicherung"


@pytest.mark.parametrize(
    ("market", "coverage", "there", "not_there"),
    [
        ("erisa_group", {**SELF, "state": "TX"}, {"us/erisa", FEDERAL}, {"us/state/tx"}),
        ("erisa_group", {**INSURED, "state": "PA"}, {"us/erisa", "us/state/pa"}, {FEDERAL}),
        ("erisa_group", {"state": "PA"}, {"us/erisa", FEDERAL}, {"us/state/pa"}),
        ("erisa_group", {**SELF, "grandfathered": True}, {"us/erisa"}, {FEDERAL}),
        ("aca_individual", {"state": "NY"}, {"us/aca_individual", "us/state/ny"}, {"us/state/pa", "us/erisa"}),
        ("aca_individual", {"state": "FL"}, {HHS}, {STATE}),
        ("aca_individual", {"state": "MD"}, {STATE}, {FEDERAL}),
        ("aca_nongrandfathered", {**INSURED, "state": "OH"}, {"us/aca_group", "us/state/oh"}, {"us/erisa"}),
        ("medicare_advantage", {"state": "WI"}, {"us/medicare_advantage"}, {"us/state/wi", "us/medicare_original"}),
        ("medicaid_managed_care", {"state": "NM"}, {"us/medicaid_managed_care"}, {"us/medicaid_ffs", "us/state/nm"}),
        ("fehb", {"state": "VA"}, {"us/fehb"}, {"us/erisa", "us/state/va", FEDERAL}),
        ("workers_comp", {"state": "CA"}, {"us/workers_comp/ca"}, {"us/workers_comp/tx", "us/state/ca"}),
        ("workers_comp", {"state": "ND"}, set(), {"us/workers_comp/ca"}),
        ("de_gkv", {}, {GKV}, {"us/erisa", "de/private_krankenversicherung"}),
    ],
)
def test_the_coverage_decides_which_law_governs(market, coverage, there, not_there):
    found = ids(case(market, **coverage))
    assert there <= found
    assert not not_there & found


def test_a_market_that_no_pack_governs_is_refused_with_the_ids_that_exist():
    with pytest.raises(UnknownJurisdiction, match="lunar_health") as error:
        ids(case("lunar_health"))
    assert "erisa_group" in error.value.hint
    assert "medicaid_managed_care" in error.value.hint
    assert error.value.exit_code == 78
    assert "quality_trap" not in error.value.hint  # a name of ours, and no coverage anybody has


def test_a_market_that_was_nearly_right_is_answered_with_the_name_that_was_meant():
    with pytest.raises(UnknownJurisdiction) as error:
        ids(case("erisa"))
    assert error.value.hint.startswith("Perhaps erisa_group is meant.")


def test_a_notice_that_names_an_unknown_market_is_asked_about_and_not_refused():
    held = case(reading=notice(plan_market="lunar_health", notice_date=ON))
    assert ids(held) == set()


def test_a_logo_or_an_insurers_name_says_nothing_about_who_pays():
    held = case(
        "erisa_group", reading=notice(payer="Alder Ridge Health Insurance Company"), payer="Alder Ridge", state="PA"
    )
    assert "us/state/pa" not in ids(held)
    assert any("self-funded" in question for question in law.questions(held))


def test_every_answer_says_what_it_rests_on():
    for jurisdiction in law.applies(case("erisa_group", funding="self_funded", grandfathered=False), ON, LIBRARY):
        assert WORD in leaves(jurisdiction.why)


def test_the_notice_names_the_market_where_nobody_entered_it():
    held = case(reading=notice(plan_market="medicaid_managed_care"))
    assert "us/medicaid_managed_care" in ids(held)


def test_what_a_person_entered_stands_and_the_difference_is_asked():
    held = case("medicare_advantage", reading=notice(plan_market="medicaid_managed_care", notice_date=ON))
    assert "us/medicare_advantage" in ids(held)
    assert "which is right?" in law.questions(held)[0]


def test_a_law_of_a_later_day_does_not_govern_yet():
    assert "us/no_surprises_act" not in ids(case("aca_individual", state="NY"), date(2021, 6, 1))


@pytest.mark.parametrize(
    ("held", "asked"),
    [
        (case(), ["What kind of coverage"]),
        (case("medicare_advantage"), []),
        (case("erisa_group"), ["Does the employer pay"]),
        (case("aca_individual"), ["In which state"]),
        (case("erisa_group", funding="self_funded"), []),
        (case("erisa_group", funding="fully_insured"), ["In which state"]),
        (
            case("medicare_advantage", reading=notice()),
            ["On what day was the notice received", "What date does the notice bear"],
        ),
    ],
)
def test_only_what_would_change_the_answer_is_asked(held, asked):
    found = law.questions(held)
    assert len(found) == len(asked)
    assert all(question.startswith(start) for question, start in zip(found, asked, strict=True))
