"""What stands beside what is asked of a payer's paper and is something else: decisions, reasons, people, numbers."""

from datetime import date

import pytest

from larkmoor import DENIED, reading, values
from wellfounded.model.coding import Coding
from wellfounded.model.determination import Kind, Window
from wellfounded.read import document
from wellfounded.read.readers import payer_notice


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        (
            "We will pay for 2 visits each week for 8 weeks (16 visits).\n\nWe will not pay for the other 24 visits.\n",
            Kind.PARTIAL_APPROVAL,
        ),
        ("We have denied your request for 40 visits. We will not pay for the visits.\n", Kind.DENIAL),
        ("The request below is approved. A claim sent under another number will be denied.\n", Kind.APPROVAL),
        ("The request is denied. A claim sent under another number will be denied too.\n", Kind.DENIAL),
        (
            (
                "The request is denied. The scan is not covered at the hospital. We will approve the same scan at once "
                "for a free-standing center.\n"
            ),
            Kind.DENIAL,
        ),
        (
            (
                "We have not made a decision yet. The case has been placed on hold while we wait for the records "
                "below. Please send them by April 2, 2026.\n"
            ),
            Kind.PEND,
        ),
        (
            (
                "We need more information to decide. Please send the records below by April 2, 2026. If they are not "
                "here the request may be put on hold until they come.\n"
            ),
            Kind.INFORMATION_REQUEST,
        ),
    ],
)
def test_what_is_granted_now_is_told_from_what_would_be_and_what_waits(said, kind):
    assert reading(said).kind is kind


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Other letters may speak of experimental treatment or cosmetic use.", ["not_medically_necessary"]),
        (
            "Therapy can be given at home. For that reason the stay is not reasonable and necessary.",
            ["not_medically_necessary"],
        ),
        (
            "The request exceeds the plan limit of 20 visits. It is therefore not medically necessary.",
            ["not_medically_necessary", "frequency_or_level"],
        ),
    ],
)
def test_what_leads_to_a_conclusion_is_no_reason_beside_it(said, found):
    assert values(f"{DENIED}{said}\n", "reason") == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (
            "The referral needs a walking test. Neither test was with the request, so we deny it.",
            ["missing_information"],
        ),
        ("The chart gives no trial of a topical steroid, and we deny the request.", ["alternatives_not_exhausted"]),
    ],
)
def test_what_did_not_come_with_the_request_or_was_not_tried_is_why(said, found):
    assert values(f"{said}\n", "reason") == found


def test_a_number_for_appeals_is_no_level_that_was_decided():
    assert values(f"{DENIED}First level provider appeal: 402-555-0124 (fax), 60 days.\n", "level") != ["first_appeal"]
    ended = "The Committee upholds the denial on your appeal. This ends our internal process.\n"
    assert values(ended, "level") == ["final_internal"]


def test_the_payers_own_time_is_no_time_to_appeal():
    body = DENIED + (
        "YOUR RIGHT TO APPEAL\n\nYou may appeal within 180 days after you receive this letter.\n\n"
        "When we answer.  Within 30 days for care you have not had. Within 60 days if you have paid for it already.\n"
    )
    assert values(body, "appeal_window") == [Window(180, "days", "receipt", "appeal")]


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (
            "RE:  Your wife, Orla Quillfeather\n     Member ID  QF-20338\n\nDear Brother Quillfeather:",
            "Orla Quillfeather",
        ),
        (
            "SGT Tom Quillfeather, sponsor\nfor beneficiary: Orla Quillfeather\n\nDear Sgt. Quillfeather,",
            "Orla Quillfeather",
        ),
    ],
)
def test_who_is_written_to_is_not_the_one_who_is_treated(head, name):
    letter = f"Castlemoor Health Fund\nMay 3, 2026\n\n{head}\n\n{DENIED}"
    found = payer_notice.read(document("letter.txt", letter.encode()))
    assert [field.value for field in found.all("patient_name")] == [name]


def test_the_row_that_was_paid_and_the_code_that_was_asked_are_no_day_and_no_number_of_this_case():
    letter = """Pennyfern Accounts
Claim ref.       PF-4410772
Notice date      9 January 2026

Expense                     Date of service   Amount       Status
Massage membership          12/14/2025        $89.00       Denied
Orthotic insoles            12/20/2025        $46.50       Paid

We could not reimburse the first line.
"""
    found = payer_notice.read(document("letter.txt", letter.encode()))
    assert [field.value for field in found.all("service_date")] == [date(2025, 12, 14)]
    asked = (
        "Request:  K0800 scooter\nTracking: KP-DME-31127\n\nWe need the following to finish it:\nPlease send notes.\n"
    )
    held = payer_notice.read(document("letter.txt", asked.encode()))
    assert [field.value for field in held.all("reference_number")] == ["KP-DME-31127"]


@pytest.mark.parametrize(
    ("plan", "level"),
    [
        ("Granite Advantage is an HMO with a Medicare contract.", "reconsideration"),
        ("Granite Rx is a Medicare Part D plan.", "redetermination"),
        ("Granite administers a plan that ERISA governs.", "first_appeal"),
    ],
)
def test_the_decision_on_a_first_appeal_bears_the_name_the_rules_of_the_plan_give_it(plan, level):
    assert values(f"{DENIED}We reviewed your appeal of January 4 and uphold our decision. {plan}\n", "level") == [level]


def test_a_time_to_return_what_is_asked_for_is_read_and_the_payers_is_not():
    asked = "We need the following to finish it:\n\n [X] Home assessment\n [ ] Written order\n\n"
    due = values(f"{asked}Return these within 14 calendar days of the date sent.\n", "response_due")
    assert due == [Window(14, "days", "mailing", "response")]
    assert values(f"{asked}We decide within 14 days.\n", "response_due") == []


def test_a_union_local_has_a_number_and_a_street_is_no_payer():
    letter = f"PLUMBERS LOCAL 0417 HEALTH FUND\n930 Carver Street 412\n\nMay 26, 2026\n\nDear Ada Quill:\n\n{DENIED}"
    found = payer_notice.read(document("letter.txt", letter.encode()))
    assert [field.value for field in found.all("payer")] == ["PLUMBERS LOCAL 0417 HEALTH FUND"]


def test_a_code_is_read_under_a_label_with_points_and_a_revenue_code_with_four_digits():
    coded = values(f"{DENIED}C.P.T.     0686T\nLevel of care: residential (revenue code 1001), room 1002\n", "code")
    assert {Coding("cpt", "0686T"), Coding("revenue", "1001")} <= set(coded)
    assert "1002" not in {one.code for one in coded}


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Payment for the inpatient level of care is denied. The stay was not medically necessary.", True),
        ("The request is denied because it exceeds the limit of 20 visits a year.", False),
    ],
)
def test_a_level_called_unnecessary_is_no_reason_of_amount(said, found):
    assert ("frequency_or_level" not in values(f"{said}\n", "reason")) is found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("This determination is not open to external review.", []),
        ("You may ask the Office of Personnel Management to review it within 90 days.", [True]),
    ],
)
def test_a_review_that_is_not_open_is_not_offered(said, found):
    assert values(f"{DENIED}{said}\n", "external_review") == found
