"""The rubric answers by yes and the place, or no; it gives no number that could be taken for a chance."""

from datetime import date

import pytest
import yaml

from check.test_rules import draft_of
from wellfounded.check.rubric import completeness, rubric
from wellfounded.check.rubric.items import ALL, ITEMS
from wellfounded.errors import InputError
from wellfounded.packs import shipped
from wellfounded.packs.schema.checklist import ChecklistPack

ON = date(2026, 6, 10)
APPEAL = """Harborlight Psychiatry, 210 Lock Street, Millbrook Falls

March 20, 2026

Patient: Jordan Ellis
Date of birth: 06/02/1984
Member ID: ARH447190226
Claim number: 2026-0471-88

Dear Reviewer:

I appeal the denial of March 9, 2026, which states that two trials were not shown. I examined Ms. Ellis on February 17,
2026: she has major depressive disorder (F33.2), PHQ-9 22. I request 36 sessions of TMS, CPT 90868.

Criterion 2 is met: sertraline 200 mg for 17 weeks brought no response. In the trial of Ekstrand et al. (2024) 41%
responded. Without TMS she cannot work. The goal is a PHQ-9 below 5. I am free for a peer-to-peer call.

Sincerely,

Priya Raman, MD
NPI 1234567893, phone (555) 555-0160

Enclosures:
1. Visit note of February 17, 2026
"""
ACCOUNT = """Cedar Clinic, 12 Mill Road, phone 555-0134

March 20, 2026

To the FSAFEDS administrator:

Patient: Ada Brackholm

I recommend massage once weekly for six months to treat her fibromyalgia (M79.7). I examined her on March 4, 2026.

Sincerely,
Ines Cole, MD
"""


def answers(text, **options):
    kind, found = rubric(draft_of(text), on=ON, **options)
    return kind, {answer.id: answer.span for answer in found}


def test_every_question_of_a_whole_appeal_is_answered_by_its_place():
    kind, found = answers(APPEAL)
    assert kind == "internal_appeal"
    assert [name for name, span in found.items() if span is None] == []
    assert APPEAL[slice(*found["member_number"])] == "ARH447190226"
    assert APPEAL[slice(*found["diagnosis"])] == "F33.2"
    assert APPEAL[slice(*found["whole_trial"])] == "sertraline"


@pytest.mark.parametrize(
    ("taken_out", "missing"),
    [
        ("Member ID: ARH447190226\nClaim number: 2026-0471-88\n", {"member_number", "plan_number"}),
        ("Claim number: 2026-0471-88\n", {"plan_number"}),
        ("Date of birth: 06/02/1984\n", {"birth_date"}),
        (" (F33.2)", {"diagnosis"}),
        (", PHQ-9 22", {"severity"}),
        ("Criterion 2 is met: ", {"criterion"}),
        (" In the trial of Ekstrand et al. (2024) 41%\nresponded.", {"reference"}),
        (" Without TMS she cannot work.", {"consequence"}),
        (" I am free for a peer-to-peer call.", {"call"}),
        ("NPI 1234567893, ", {"npi"}),
        (", MD", {"signed"}),
        ("\nEnclosures:\n1. Visit note of February 17, 2026\n", {"enclosures"}),
        (", which states that two trials were not shown", {"reason"}),
    ],
)
def test_what_is_taken_out_is_answered_by_no(taken_out, missing):
    assert taken_out in APPEAL
    _, found = answers(APPEAL.replace(taken_out, ""))
    assert {name for name, span in found.items() if span is None} == missing


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("I appeal the denial of March 9.", "internal_appeal"),
        ("Please send the clinical criteria and the claim file.", "criteria_request"),
        ("I request an expedited appeal of the denial.", "expedited_appeal"),
        ("I am the patient and I appeal the denial.", "patient_appeal"),
        ("I recommend massage, to be paid from her FSA.", "fsa_hsa"),
        ("I request continued authorization of home oxygen.", "renewal"),
        ("I request an MRI of the knee.", "prior_authorization"),
        ("Please reverse the denial; the criteria are enclosed.", "internal_appeal"),
    ],
)
def test_the_kind_is_told_from_the_words(said, kind):
    assert answers(f"Dear Reviewer:\n{said}\nSincerely,\nA. Roe, MD\n")[0] == kind


def test_a_kind_that_is_named_is_taken():
    kind, found = answers("Dear Reviewer:\nI request it.\n", kind="expedited_appeal")
    assert kind == "expedited_appeal"
    assert "urgency" in found


@pytest.mark.parametrize("kind", sorted(ALL))
def test_every_kind_has_questions_each_once(kind):
    asked = [item.id for item in ITEMS if kind in item.kinds]
    assert len(asked) == len(set(asked)) >= 6


def test_an_administrators_own_list_is_held_against_the_letter():
    (held,) = completeness(draft_of(ACCOUNT), on=ON)
    assert held.title.startswith("FSAFEDS")
    missing = [answer.id for answer in held.answers if answer.span is None]
    assert missing == ["the name of the participant", "the employer"]
    assert held.look == ("the user name or the last four digits of the social security number",)


def test_the_order_elements_of_medicare_are_a_list():
    (held,) = completeness(draft_of(APPEAL), on=ON, market="medicare_dmepos")
    assert len(held.answers) == 6


def test_a_plans_list_is_a_pack_of_the_clinics_own(tmp_path):
    (tmp_path / "checklist").mkdir()
    rule = {"cite": "Provider manual, p. 12", "tier": "primary", "as_of": date(2026, 5, 1), "fact": "own"}
    asks = [{"says": "the diagnosis with its code", **rule}, {"says": "the color of the form", **rule}]
    pack = {"title": "Alder Ridge, oxygen", "names": ["Alder Ridge"], "asks": asks}
    (tmp_path / "checklist" / "oxygen.yaml").write_text(yaml.safe_dump(pack))
    letter = draft_of(APPEAL.replace("Dear Reviewer", "Dear Alder Ridge"))
    (held,) = completeness(letter, on=ON, library=shipped().over(tmp_path))
    assert [answer.span is None for answer in held.answers] == [False]
    assert held.look == ("the color of the form",)


WHOLE = {
    "us/medicare_redetermination": """Cedar Clinic, 12 Mill Road, phone 555-0134

March 20, 2026

Patient: Ada Brackholm
Medicare number: 1EG4-TE5-MK73

I ask for a Medicare redetermination. I appeal the denial of the knee brace, HCPCS L1833, provided on January 9, 2026.

Sincerely,
Ines Cole, MD
""",
    "us/medicare_reconsideration": """March 20, 2026

Patient: Ada Brackholm
Medicare number: 1EG4-TE5-MK73

I ask for a Medicare reconsideration. I appeal the denial of the knee brace, HCPCS L1833, provided on January 9, 2026.

Sincerely,
Ada Brackholm
""",
    "us/part_d_exception": """March 20, 2026

Patient: Ada Brackholm

To the Medicare Part D plan: I request semaglutide 1 mg weekly for type 2 diabetes (E11.9). It is medically
necessary. Metformin failed and glipizide caused hypoglycemia.

Sincerely,
Ines Cole, MD
""",
    "us/external_review": """March 20, 2026

Patient: Ada Brackholm
Member ID: ARH447190226
Claim number: 2026-0471-88

I request an external review of the denial. My telephone is 555-0134.

Sincerely,
Ada Brackholm
""",
    "us/medicare_dme_order": """March 20, 2026

Patient: Ada Brackholm

Standard written order: I order a power wheelchair, HCPCS K0823, quantity 1.

Sincerely,
Ines Cole, MD
NPI 1234567893
""",
}


def missing(text, id_):
    held = {each.title: each for each in completeness(draft_of(text), on=ON)}
    pack = dict(shipped().all(ChecklistPack))[id_]
    return [answer.id for answer in held[pack.title].answers if answer.span is None]


def test_every_list_that_ships_has_a_letter_that_holds_all_of_it():
    assert sorted(WHOLE) == sorted(id_ for id_, _ in shipped().all(ChecklistPack))
    assert [(id_, missing(text, id_)) for id_, text in WHOLE.items() if missing(text, id_)] == []


@pytest.mark.parametrize(
    ("id_", "taken_out", "said"),
    [
        ("us/medicare_redetermination", "Medicare number: 1EG4-TE5-MK73\n", "the Medicare number"),
        ("us/medicare_redetermination", ", provided on January 9, 2026", "the date of the service"),
        ("us/medicare_reconsideration", "Ada Brackholm\nMedicare", "the beneficiary's name"),
        (
            "us/part_d_exception",
            " Metformin failed and glipizide caused hypoglycemia.",
            "why the drugs the plan prefers",
        ),
        ("us/part_d_exception", " for type 2 diabetes (E11.9)", "the condition it treats"),
        ("us/external_review", "Claim number: 2026-0471-88\n", "the claim or reference number"),
        ("us/external_review", " My telephone is 555-0134.", "the contact data of who asks"),
        ("us/medicare_dme_order", "March 20, 2026\n", "the order date"),
        ("us/medicare_dme_order", "NPI 1234567893\n", "treating practitioner name or NPI"),
    ],
)
def test_what_is_taken_out_of_it_is_missing_by_its_item(id_, taken_out, said):
    text = WHOLE[id_]
    assert taken_out in text
    left = taken_out.rpartition("\n")[2] if "\n" in taken_out else ""
    assert [each for each in missing(text.replace(taken_out, left), id_) if each.startswith(said)]


def test_what_is_asked_in_some_cases_only_is_left_to_a_person():
    held = {each.title: each for each in completeness(draft_of(WHOLE["us/external_review"]), on=ON)}
    (found,) = held.values()
    assert "the employer, where the coverage comes from one" in found.look


def test_a_list_of_another_market_or_kind_is_not_held_against_a_letter():
    assert completeness(draft_of(APPEAL), on=ON) == ()
    assert completeness(draft_of(APPEAL), on=ON, market="aca_individual") == ()
    assert [each.title for each in completeness(draft_of(APPEAL), on=ON, market="medicare_original")] == [
        "Medicare redetermination: what a request must hold"
    ]


def test_a_list_that_is_not_there_is_said_so():
    with pytest.raises(InputError, match="no list is named us/none"):
        completeness(draft_of(APPEAL), on=ON, ids=("us/none",))
