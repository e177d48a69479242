"""A letter claims what this market gives and no more, and the next step comes with its reason."""

from dataclasses import replace
from datetime import date

import pytest

from law.building import WORD, case, notice
from wellfounded import law
from wellfounded.model.basis import Fact, Source
from wellfounded.model.case import Service
from wellfounded.model.coding import Coding
from wellfounded.model.determination import Kind, PeerToPeer, ReasonKind
from wellfounded.model.document import Document, Page
from wellfounded.packs import Library
from wellfounded.packs.schema.law import LawPack

LIBRARY = Library()
ON = date(2026, 3, 20)
DATED = date(2026, 3, 9)


def rights(held):
    return {right.id: right for right in law.rights(held, ON, LIBRARY)}


def steps(held, on=ON):
    return law.routes(held, law.deadlines(held, on, LIBRARY), law.rights(held, on, LIBRARY), on, LIBRARY)


@pytest.mark.parametrize("market", ["erisa_group", "aca_individual", "aca_nongrandfathered", "medicare_advantage"])
def test_no_federal_right_to_the_same_specialty_is_claimed(market):
    said = rights(case(market))["qualified_reviewer"].says
    assert "same specialty" not in said.lower()
    assert "field" in said


def test_no_sentence_of_any_pack_claims_the_same_specialty_a_penalty_or_a_skipped_appeal():
    for id_, pack in LIBRARY.all(LawPack):
        for name, right in pack.rights.items():
            for word in ("same specialty", "same-specialty", "penalt", "fine of", "without appealing"):
                assert word not in right.says.lower(), f"{id_}#{name}"


@pytest.mark.parametrize(
    ("market", "cite"),
    [
        ("erisa_group", "29 CFR 2560.503-1(h)(2)(iii)"),
        ("aca_individual", "45 CFR 147.136(b)(3)(i); 29 CFR 2560.503-1(h)(2)(iii)"),
        ("aca_nongrandfathered", "45 CFR 147.136(b)(2)(i); 29 CFR 2560.503-1(h)(2)(iii)"),
    ],
)
def test_the_claim_file_is_asked_for_under_its_own_paragraph(market, cite):
    assert rights(case(market))["claim_file"].citation.authority == cite


def test_a_right_that_belongs_to_a_situation_is_claimed_only_in_it():
    quiet = rights(case("medicare_part_d", reading=notice(reason=ReasonKind.NOT_MEDICALLY_NECESSARY.value)))
    assert "step_therapy_exception" not in quiet
    assert "expedited" not in quiet
    stepped = rights(case("medicare_part_d", reading=notice(reason=ReasonKind.STEP_THERAPY.value)))
    assert stepped["step_therapy_exception"].citation.authority == "42 CFR 423.578(b)(5)(ii)"
    assert "expedited" in rights(case("medicare_part_d", received={"expedited_appeal": "2026-03-19"}))


def test_a_states_exception_to_step_therapy_does_not_reach_a_plan_that_pays_its_own_claims():
    reading = notice(reason=ReasonKind.STEP_THERAPY.value)
    insured = case("erisa_group", reading=reading, funding="fully_insured", state="TX")
    assert "Texas" in rights(insured)["step_therapy_exception"].says
    for held in (
        case("erisa_group", reading=reading, funding="self_funded", state="TX"),
        case("erisa_group", reading=reading, state="TX"),
    ):
        assert "step_therapy_exception" not in rights(held)


def test_a_child_in_medicaid_has_the_broader_benefit():
    held = case("medicaid_managed_care", reading=notice(notice_date=DATED))
    young = replace(held, patient=replace(held.patient, birth_date=Fact(date(2012, 5, 1), WORD)))
    grown = replace(held, patient=replace(held.patient, birth_date=Fact(date(2005, 3, 20), WORD)))
    assert "epsdt" in rights(young)
    assert "epsdt" not in rights(held)
    assert "epsdt" not in rights(grown)


def test_a_provider_is_never_told_to_ask_for_continued_services_in_medicaid():
    held = case("medicaid_managed_care", reading=notice(notice_date=DATED))
    continuing = next(d for d in law.deadlines(held, ON, LIBRARY) if d.level == "continuation")
    assert "a provider may not" in continuing.note
    assert "may recover the cost" in continuing.note


@pytest.mark.parametrize("reading", [None, notice(Kind.APPROVAL, notice_date=DATED)])
def test_nothing_refused_or_asked_has_no_steps(reading):
    assert steps(case("erisa_group", reading=reading)) == ()


def test_what_can_be_mended_is_mended_before_it_is_argued():
    reading = notice(notice_date=DATED, reason=ReasonKind.CODING.value)
    ids = [step.id for step in steps(case("erisa_group", reading=reading, received={"denial": "2026-03-12"}))]
    assert ids.index("correct_and_resubmit") < ids.index("internal_appeal")


def spoken(text):
    reading = notice(notice_date=DATED, peer_to_peer=PeerToPeer("555-0117", "14 days from the date of this letter"))
    held = case("erisa_group", reading=reading, received={"denial": "2026-03-12"})
    source = Source(reading.source, "payer/denial.txt", "text/plain", 1)
    return replace(held, documents=(Document(source, text, (Page(1, 0, len(text)),)),))


def test_a_call_comes_before_the_appeal_that_may_end_it_and_the_notices_words_are_quoted():
    ends = "Once an appeal is filed, peer-to-peer is no longer available."
    found = steps(spoken(f"You may call our reviewer at 555-0117. {ends} Thank you."))
    ids = [step.id for step in found]
    assert ids.index("peer_to_peer") < ids.index("internal_appeal")
    call = found[ids.index("peer_to_peer")]
    assert call.by.value == date(2026, 3, 23)
    assert "Once an appeal is filed, peer-to-peer is no longer available." in [
        getattr(b, "exact", "") for b in call.basis
    ]


def test_a_call_whose_days_are_over_is_no_step_any_more():
    assert "peer_to_peer" not in [step.id for step in steps(spoken("Call us."), date(2026, 4, 1))]


def test_the_criteria_are_asked_for_while_they_are_not_here():
    held = case("erisa_group", reading=notice(notice_date=DATED), received={"denial": "2026-03-12"})
    assert "ask_for_the_criteria" in [step.id for step in steps(held)]


def test_a_medicare_advantage_plan_sends_the_case_on_itself():
    held = case("medicare_advantage", reading=notice(notice_date=DATED), received={"denial": "2026-03-12"})
    on = next(step for step in steps(held) if step.id == "external_review")
    assert on.does == "watch that the next level begins"
    assert on.by is None


def test_court_is_for_information_and_comes_after_the_appeals():
    held = case(
        "erisa_group", reading=notice(notice_date=DATED), funding="self_funded", received={"denial": "2026-03-12"}
    )
    ids = [step.id for step in steps(held)]
    assert ids.index("court") > ids.index("external_review")
    assert next(step for step in steps(held) if step.id == "court").does == "ask a lawyer about suit"


def test_a_late_decision_never_ends_the_appeal():
    held = case(
        "erisa_group",
        reading=notice(notice_date=DATED),
        requested="2026-02-20",
        received={"denial": "2026-03-12", "appeal": "2026-03-16"},
    )
    late = next(step for step in steps(held, date(2026, 5, 1)) if step.id == "late_decision")
    assert "go on with the appeal" in late.does


def test_an_insured_plan_has_its_states_regulator_with_a_telephone():
    held = case("aca_individual", reading=notice(notice_date=DATED), state="PA", received={"denial": "2026-03-12"})
    assert any(step.id == "insurance_regulator" and "Pennsylvania" in step.does for step in steps(held))


def test_a_drug_a_clinician_gives_is_known_by_its_code_in_the_case_or_in_the_notice():
    service = Service(Fact("infusion", WORD), Coding("hcpcs", "J1628"))
    held = case("medicare_advantage", reading=notice(notice_date=DATED), requested="2026-03-01", services=(service,))
    rules = [d.rule for d in law.deadlines(held, ON, LIBRARY) if d.level == "decision"]
    assert [rule[:8] for rule in rules] == ["72 hours"]


def medicaid(text, **received):
    reading = notice(notice_date=DATED)
    held = case("medicaid_managed_care", reading=reading, received={"denial": "2026-03-11", **received})
    source = Source(reading.source, "payer/denial.txt", "text/plain", 1)
    return replace(held, documents=(Document(source, text, (Page(1, 0, len(text)),)),))


CUTS = "Effective April 1, 2026 we are reducing the home health hours that were previously authorized."
MAY = "If we end a service that was previously authorized, you may ask to keep it."


def test_a_service_that_is_cut_is_kept_going_before_anything_else_and_by_the_member():
    first = steps(medicaid(CUTS), date(2026, 3, 16))[0]
    assert (first.id, first.by.value) == ("continuation", date(2026, 3, 19))
    assert "a provider may not" in first.needs
    assert "continuation" in rights(medicaid(CUTS))


def test_a_sentence_that_only_says_what_would_be_cut_cuts_nothing():
    found = [step.id for step in steps(medicaid(MAY), date(2026, 3, 16))]
    assert found.index("ask_for_the_criteria") < found.index("continuation")  # it may not apply: its note says when
    assert "continuation" not in rights(medicaid(MAY))


def test_what_has_passed_comes_last_and_says_what_may_still_be_done():
    last = steps(medicaid(CUTS), date(2026, 4, 20))[-1]
    assert last.id == "continuation"
    assert last.why.startswith("Its day has passed: 2026-03-19.")
    assert last.by is None


def test_an_expedited_appeal_stands_beside_the_standard_one_and_first_where_it_was_asked_for():
    held = case("medicare_advantage", reading=notice(notice_date=DATED), received={"denial": "2026-03-12"})
    ids = [step.id for step in steps(held)]
    assert ids.index("expedited_appeal") == ids.index("reconsideration") + 1
    hurried = steps(replace(held, asks="expedited_appeal"))
    assert hurried[0].id == "expedited_appeal"
    assert "72 hours" in hurried[0].why
    assert hurried[0].basis[0].authority == "42 CFR 422.590(e)"


def test_a_bill_cannot_be_expedited():
    held = case("erisa_group", reading=notice(Kind.EOB, notice_date=DATED), received={"denial": "2026-03-12"})
    assert "expedited_appeal" not in [step.id for step in steps(held)]


def test_new_papers_that_end_the_offer_to_talk_are_quoted_too():
    ends = "If additional clinical information is submitted, a peer-to-peer discussion is no longer available."
    call = next(step for step in steps(spoken(f"Call 555-0117. {ends}")) if step.id == "peer_to_peer")
    assert ends in [getattr(b, "exact", "") for b in call.basis]


def test_every_step_has_its_reason_and_its_authority():
    for market in ("erisa_group", "medicare_part_d", "tricare", "fehb", "de_gkv"):
        held = case(market, reading=notice(notice_date=DATED), received={"denial": "2026-03-12"})
        for step in steps(held):
            assert step.why.endswith("."), step
            assert step.basis, step
