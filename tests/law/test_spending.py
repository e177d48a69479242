"""An expense from a health account: what counts, what its letter needs, how much, how long, what is only hearsay."""

from dataclasses import replace
from datetime import date

import pytest

from law.building import WORD, case
from wellfounded import law
from wellfounded.model.basis import Fact
from wellfounded.model.case import Service
from wellfounded.model.coding import Coding, Duration
from wellfounded.packs import Library
from wellfounded.packs.schema.law import LawPack

LIBRARY = Library()
ON = date(2026, 3, 20)


def bought(what, **coverage):
    return case("fsa_hsa_hra", services=(Service(Fact(what, WORD)),) if what else (), **coverage)


def found(held, on=ON, library=LIBRARY):
    return {each.id.partition("#")[2]: each for each in law.spending(held, on, library)}


@pytest.mark.parametrize(
    ("what", "item", "says", "unverified"),
    [
        (
            "HEPA air purifier for the bedroom",
            "air_purifier_hepa",
            "a letter is needed that names the diagnosis",
            False,
        ),
        ("Gym membership, 12 months", "gym", "bought solely to treat a diagnosed disease", True),
        (
            "Prenatal vitamins",
            "vitamins_prenatal",
            "no source of this was read. Does this count (prenatal vitamin)",
            True,
        ),
        ("Vitamin D3 2,000 IU daily", "supplements", "a letter is needed", False),
        (
            "Gluten-free food",
            "special_food",
            "only the cost above the ordinary thing counts, so keep both prices",
            True,
        ),
        ("Program for smoking cessation", "smoking_cessation", "no letter is needed", True),
        ("General fitness", "exercise_general", "no letter makes it a medical expense", True),
    ],
)
def test_a_thing_is_known_by_its_name(what, item, says, unverified):
    one = found(bought(what))[item]
    assert says in one.says
    assert one.unverified is unverified
    assert one.citation.authority


def test_a_thing_on_no_list_is_left_to_the_general_terms():
    held = found(bought("Adaptive kayak"))
    assert not [each for each in held.values() if each.topic == "item"]
    assert "diagnosis, cure, mitigation, treatment or prevention" in held["medical_care"].says
    assert "but for the condition" in held["but_for"].says


@pytest.mark.parametrize(
    ("on", "shown", "hidden"),
    [
        (date(2025, 6, 2), {"fsa_limit_2025", "carryover_2025", "hsa_limit_self_2025"}, {"fsa_limit_2026"}),
        (date(2026, 6, 2), {"fsa_limit_2026", "carryover_2026", "carryover_2025"}, {"fsa_limit_2025"}),
        (date(2027, 6, 2), {"hsa_limit_self_2027", "carryover_2026"}, {"carryover_2025", "fsa_limit_2025"}),
    ],
)
def test_amounts_are_those_of_the_year_and_what_was_carried_over_from_the_last(on, shown, hidden):
    held = set(found(bought("Massage"), on))
    assert shown <= held
    assert not hidden & held


def test_the_amount_of_a_year_that_was_not_found_is_not_guessed():
    assert "fsa_limit_2027" not in found(bought("Massage"), date(2027, 6, 2))


@pytest.mark.parametrize(
    ("plan", "there", "not_there"),
    [
        ("Dependent and Health FSA", "grace_period", "after_opening"),
        ("Health Savings Account", "after_opening", "grace_period"),
    ],
)
def test_the_kind_of_account_decides_which_terms_are_shown(plan, there, not_there):
    held = found(bought("Massage", plan=plan))
    assert there in held
    assert not_there not in held


def test_an_account_of_unknown_kind_is_told_all_terms():
    assert {"grace_period", "after_opening"} <= set(found(bought("Massage")))


def test_a_letter_of_today_is_taken_for_a_year_by_custom_and_marked_unverified():
    one = found(bought("Massage"), date(2028, 2, 29))["twelve_months"]
    assert one.until.value == date(2029, 2, 28)
    assert one.unverified


def test_what_is_known_from_memory_only_is_not_said():
    pack = LIBRARY.get(LawPack, "us/medical_expense_accounts")
    for what in (item.names[0] for item in pack.items.values()):
        for each in law.spending(bought(what), ON, LIBRARY):
            if each.citation.tier == "memory":
                rule = {**pack.items, **pack.terms}[each.id.partition("#")[2]]
                assert rule.says not in each.says
                assert each.unverified
                assert each.until is None


def test_a_term_that_is_not_said_is_a_question_instead():
    pack = LIBRARY.get(LawPack, "us/medical_expense_accounts")
    silent = [term for term in pack.terms.values() if term.tier == "memory"]
    assert len(silent) == 4
    assert all(term.asks.endswith("?") for term in silent)


def test_an_administrators_list_is_compared_with_the_case():
    held = bought("Massage", payer="FSAFEDS")
    asked = [each for each in law.spending(held, ON, LIBRARY) if each.topic == "asked"]
    assert len(asked) == 10
    assert "The letter must carry the medical condition." in [each.says for each in asked if each.missing]
    full = replace(
        held,
        diagnoses=(Fact(Coding("icd10cm", "M54.50"), WORD),),
        patient=replace(held.patient, name=Fact("Jordan Ellis", WORD)),
        practitioner=replace(held.practitioner, name=Fact("Priya Raman", WORD)),
        services=(replace(held.services[0], duration=Duration(12, "months")),),
    )
    assert not [each for each in law.spending(full, ON, LIBRARY) if each.missing]


def test_an_administrators_own_terms_stand_beside_the_laws():
    signers = [each for each in law.spending(bought("Wig", payer="FSAFEDS"), ON, LIBRARY) if each.topic == "signer"]
    assert [each.id for each in signers] == [
        "law/us/medical_expense_accounts#self_reported",
        "administrator/fsafeds#signer",
    ]
    assert [each.unverified for each in signers] == [True, False]


def test_a_clinic_adds_an_administrator_by_one_file(tmp_path):
    folder = tmp_path / "administrator"
    folder.mkdir()
    (folder / "quarrybrook.yaml").write_text(
        "title: Quarrybrook Benefits\n"
        "names: [Quarrybrook]\n"
        "asks:\n- {says: the ICD-10 code, at: diagnoses, cite: form QB-7, tier: primary, as_of: 2026-01-05, fact: x}\n"
        "items:\n  kayak: {names: [kayak], letter: needed, says: A kayak counts where it is adaptive, cite: form QB-7, "
        "tier: primary, as_of: 2026-01-05, fact: own}\n"
    )
    held = law.spending(bought("Adaptive kayak", payer="Quarrybrook Benefits"), ON, LIBRARY.over(tmp_path))
    assert [each.says for each in held if each.topic in {"item", "asked"}] == [
        "A kayak counts where it is adaptive: a letter is needed that names the diagnosis it treats.",
        "The letter must carry the ICD-10 code.",
    ]


def test_no_other_market_has_such_terms():
    assert law.spending(case("erisa_group", services=(Service(Fact("Massage", WORD)),)), ON, LIBRARY) == ()
