"""What a payer's paper tempts a reader to say, one trap a test."""

from datetime import date

import pytest

from larkmoor import DENIED, reading, values
from wellfounded.model.coding import Coding
from wellfounded.model.determination import Kind, Window
from wellfounded.read import document
from wellfounded.read.readers import payer_notice


@pytest.mark.parametrize(
    "boilerplate",
    [
        "You may appeal any decision that a service is experimental, cosmetic, out of network or not covered.",
        "Reasons we may deny a request include missing information, coding errors and services that are excluded.",
        "Denied for another reason? This form is also used when a provider is out of network.",
        "We did not review whether the service is experimental.",
        "If we deny a request because it is not covered, we tell you which part of your policy excludes it.",
        "You may ask for the diagnosis and treatment codes and what they mean.",
    ],
)
def test_a_reason_that_every_letter_lists_is_not_the_reason(boilerplate):
    assert values(DENIED + boilerplate + "\n", "reason") == ["not_medically_necessary"]


@pytest.mark.parametrize(
    ("body", "window"),
    [
        ("You may appeal within 180 days after you receive this letter.", Window(180, "days", "receipt")),
        (
            "Your appeal must reach us no later than sixty (60) calendar days from the date of this letter.",
            Window(60, "days", "document_date"),
        ),
        (
            "An appeal may be filed within 30 business days of the mailing of this notice.",
            Window(30, "business_days", "mailing"),
        ),
        (
            "We must receive your appeal within four months of the date on this notice.",
            Window(4, "months", "document_date"),
        ),
    ],
)
def test_the_time_to_appeal_is_read_with_its_unit_and_its_start(body, window):
    assert values(DENIED + body, "appeal_window") == [window]


@pytest.mark.parametrize(
    "other",
    [
        "We will decide your appeal within 30 days of receiving it.",
        "Your doctor may ask for a peer-to-peer call within 14 days of this letter.",
        "A corrected claim must be sent within 90 days of this notice.",
        "If we uphold this you may ask for external review within four months after you receive our final decision.",
        "To keep your services during the appeal you must ask within 10 days of this notice.",
        "An expedited appeal is decided within 72 hours.",
        "The policy asks for 12 weeks of therapy within the past 6 months.",
    ],
)
def test_a_time_for_another_route_is_no_time_to_appeal(other):
    assert values(DENIED + other, "appeal_window") == []


def test_a_paper_that_says_it_is_no_denial_is_none():
    body = "Your request is pended. We need more time to decide. This is not a denial.\n"
    assert reading(body).kind is Kind.PEND
    assert values(body, "reason") == []


def test_a_request_for_records_gives_the_day_they_are_due_and_no_appeal():
    body = "We cannot decide yet. Please send the office notes by March 30, 2026. Without them we may deny it.\n"
    found = reading(body)
    assert found.kind is Kind.INFORMATION_REQUEST
    assert found.first("response_due").value == date(2026, 3, 30)
    assert found.all("appeal_window") == ()


@pytest.mark.parametrize(
    "address",
    ["Appeals, PO Box 90210, Elm, OR 97310", "Mail appeals to 99213 Oak Street, Elm, OR 97310-1234"],
)
def test_a_zip_a_box_and_a_house_number_are_no_procedure_codes(address):
    assert values(DENIED + address, "code") == [Coding("cpt", "73721")]


def test_medication_is_not_the_insurer_medica():
    found = reading("We have denied the medication you asked for because it is not on our formulary.\n")
    assert found.text("payer") == "Larkmoor Health Plan"


@pytest.mark.parametrize(
    "said",
    [
        "Some plans offer external review.",
        "External review does not apply to this decision.",
        "You may be eligible for external review, depending on your plan.",
        "If your plan is fully insured, you have a right to external review.",
    ],
)
def test_outside_review_that_is_not_offered_here_is_not_offered(said):
    assert values(DENIED + said, "external_review") == []


def test_outside_review_that_is_offered_is_true():
    assert values(
        DENIED + "You have the right to an external review by an independent organization.", "external_review"
    ) == [True]


def test_a_law_that_governs_some_plans_says_nothing_of_this_one():
    assert values(DENIED + "If your plan is governed by ERISA you may bring a civil action.", "plan_market") == []


def test_an_approval_states_no_reason_and_no_time_to_appeal():
    found = reading("We have approved your request. The approval is valid from 03/09/2026 through 06/30/2026.\n")
    assert found.kind is Kind.APPROVAL
    assert found.all("reason") == ()
    assert (found.first("valid_from").value, found.first("valid_to").value) == (date(2026, 3, 9), date(2026, 6, 30))


def test_an_empty_box_is_not_ticked():
    body = "We have denied your request.\nReason:\n[ ] Experimental\n[X] Out of network provider\n[ ] Cosmetic\n"
    assert values(body, "reason") == ["out_of_network"]


def test_a_decision_that_was_overturned_is_an_approval():
    assert reading("We have overturned our earlier denial. The service is approved.\n").kind is Kind.APPROVAL


def test_european_days_come_first_where_the_letter_is_european():
    body = "Wir lehnen den Antrag ab.\nDatum: 04.03.2026\n"
    assert document("x", body.encode()).text
    found = payer_notice.read(
        document("brief.txt", b"Lindentor Krankenkasse\nDatum: 04.03.2026\n\nWir lehnen Ihren Antrag ab.\n")
    )
    assert found.first("notice_date").value == date(2026, 3, 4)


def test_nothing_stated_is_nothing_read():
    found = payer_notice.read(document("short.txt", b"We have denied your request.\n"))
    assert {field.name for field in found.fields} == set()


@pytest.mark.parametrize(
    "said",
    ["We have not changed our decision.", "We haven't changed our decision.", "The denial was not reversed."],
)
def test_a_decision_that_was_not_changed_is_a_refusal(said):
    letter = f"Castlemoor Health Insurance\n3 November 2026\nDear Mr Okonjo-Hale\nPolicy number CM/88120/7\n{said}\n"
    assert payer_notice.read(document("notice.txt", letter.encode())).kind is Kind.DENIAL


@pytest.mark.parametrize(
    ("told", "level"),
    [
        ("You have 65 calendar days of the date of this notice to appeal (reconsideration).", ["initial"]),
        (
            "You may ask for a reconsideration. The notice of our reconsideration decision comes within 30 days.",
            ["initial"],
        ),
        ("We reviewed your appeal of January 4 and uphold our decision.", ["first_appeal"]),
    ],
)
def test_an_appeal_that_is_offered_is_no_appeal_that_was_answered(told, level):
    assert values(f"{DENIED}{told}\n", "level") == level


@pytest.mark.parametrize("said", ["HARBOR RX (PDP) S5577", "Contract number H2417", "Sound Advantage (HMO) H9001"])
def test_a_medicare_contract_number_is_no_code_of_a_service(said):
    found = payer_notice.read(document("n.txt", f"{said}\n{DENIED}".encode()))
    assert {field.value.code for field in found.all("code")}.isdisjoint({"S5577", "H2417", "H9001"})


@pytest.mark.parametrize(
    "clock",
    [
        "When will I hear? Within 30 days for a standard appeal.",
        "How long will it take? In 45 days your appeal is answered.",
        "An expedited reconsideration of a denial before the procedure must be asked for within 3 days of receipt.",
        "A voluntary appeal to our review company may be made within 10 days of receipt and holds up nothing else.",
    ],
)
def test_only_the_time_to_make_this_appeal_is_its_time(clock):
    told = f"You may appeal within 60 days from the date of this notice.\n\n{clock}\n"
    assert [window.n for window in values(DENIED + told, "appeal_window")] == [60]


def test_the_way_that_need_not_wait_for_a_voluntary_appeal_is_the_one_that_is_open():
    body = (
        DENIED + "The form must be mailed within 30 days after service of this decision to ask for Independent Medical "
        "Review. A voluntary appeal to our review company may be made within 10 days of receipt.\n"
    )
    assert [(window.n, window.route) for window in values(body, "appeal_window")] == [(30, "external_review")]


@pytest.mark.parametrize(
    "offer",
    [
        "Ada's doctor may talk with ours: 402-555-0109, within 7 days of this notice.",
        "I can be reached to discuss this decision at 402-555-0109, within 7 days.",
    ],
)
def test_an_offer_to_talk_needs_no_name(offer):
    assert [(said.phone, said.window) for said in values(DENIED + offer + "\n", "peer_to_peer")] == [
        ("402-555-0109", "7 days")
    ]


def test_a_message_is_dated_by_its_head_and_not_by_the_purchase_in_it():
    mail = """From: no-reply@pennyfern.example
To: Ada Quill
Subject: Action on your Health Care FSA claim PF-4410
Sent: Friday, September 18, 2026 7:02 AM

Pennyfern Accounts

Hi Ada,

   Claim           PF-4410
   Expense         Massage therapy
   Date            August 30, 2026
   Asked for       $340.00
   Status          Denied

Massage is usually for general well-being, so this claim is denied. You may appeal within 180 days.
"""
    found = payer_notice.read(document("mail.txt", mail.encode()))
    assert [field.value for field in found.all("notice_date")] == [date(2026, 9, 18)]


def test_an_australian_item_is_of_the_benefits_schedule():
    body = """WATTLEBIRD HEALTH FUND
Registered private health insurer, GPO Box 219 Adelaide SA 5001

23 September 2026

Dear Ada

Hospital eligibility check: right total knee replacement (item 49518), 12 October 2026

We will not pay benefits toward this admission because a 12 month waiting period applies. You may ask for an internal
review, or go to the Private Health Insurance Ombudsman (part of the Commonwealth Ombudsman).
"""
    found = payer_notice.read(document("letter.txt", body.encode()))
    assert [field.value for field in found.all("code")] == [Coding("mbs", "49518")]


def test_the_first_step_of_a_procedure_is_no_step_therapy():
    body = DENIED + (
        "HOW TO ASK US TO RECONSIDER (The Disputed Claims Process, Section 8 of the brochure)\n\n"
        "STEP 1  Ask us in writing to reconsider our initial decision. You must write within 6 months.\n\n"
        "STEP 2  We have 30 days from the date we receive your request to decide.\n"
    )
    assert values(body, "reason") == ["not_medically_necessary"]
