"""Whether a letter is needed, which, and why; never more than the papers and the rules say."""

from dataclasses import replace
from datetime import date

import pytest

from wellfounded.argue import needed, standing
from wellfounded.model.argument import Need
from wellfounded.model.basis import Attestation, Citation, Fact, leaves
from wellfounded.model.case import Case
from wellfounded.model.coding import Coding
from wellfounded.model.criteria import Policy
from wellfounded.model.determination import Field, FieldValue, Kind, Reading, Window
from wellfounded.model.finding import Match, Verdict
from wellfounded.model.law import Provision
from wellfounded.packs import shipped
from wellfounded.packs.schema.letter import LetterPack
from write import goldcase

ON = date(2026, 3, 20)
AGAIN = Window(60, "days", "receipt", "appeal")
WORD = Attestation("Dana Reyes", "coordinator", ON, "entered")


def paper(kind: Kind, **fields: FieldValue) -> Reading:
    document = next(d for d in goldcase.told("tms")[0].documents if d.source.path.startswith("payer/"))
    quote = document.quote(0, 40)
    told = [Field(name, value, quote) for name, value in fields.items()]
    return Reading(document.source.id, kind, (Field("notice_date", date(2026, 3, 9), quote), *told))


def asked(case: Case, policy: Policy | None = None, match: Match | None = None) -> Need:
    return needed(case, policy, match, (), (), ON)


def tms(**changes: object) -> tuple[Case, Policy]:
    case, policy, _ = goldcase.told("tms")
    return replace(case, **changes), policy  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("market", "fields", "kind"),
    [
        ("aca_nongrandfathered", {}, "internal_appeal"),
        (
            "erisa_group",
            {"level": "first_appeal", "appeal_window": Window(60, "days", "receipt", "appeal")},
            "internal_appeal_2",
        ),
        ("erisa_group", {"level": "first_appeal"}, "external_review"),
        ("erisa_group", {"level": "final_internal"}, "external_review"),
        ("medicare_advantage", {}, "internal_appeal"),
        ("medicare_original", {}, "medicare_redetermination"),
        ("medicare_original", {"level": "redetermination"}, "medicare_reconsideration"),
        ("medicaid_managed_care", {}, "medicaid_appeal"),
        ("medicaid_managed_care", {"level": "first_appeal"}, "fair_hearing"),
        ("workers_comp", {}, "workers_comp"),
        ("de_gkv", {}, "widerspruch"),
        ("ch_kvg", {}, "einsprache_ch"),
        ("uk_pmi", {}, "complaint_to_insurer"),
        ("uk_pmi", {"level": "final_internal"}, "ombudsman_gb"),
    ],
)
def test_a_refusal_is_answered_by_the_letter_of_its_market_and_level(
    market: str, fields: dict[str, FieldValue], kind: str
) -> None:
    reading = paper(Kind.DENIAL, reason="not_medically_necessary", **fields)
    case, policy = tms(readings=(reading,))
    case = replace(case, coverage=replace(case.coverage, market=Fact(market, WORD)))
    need = asked(case, policy)
    assert (need.letter, need.kind) == ("yes", kind)
    assert kind in shipped().ids("letter")


@pytest.mark.parametrize(
    ("reading", "answer", "kind"),
    [
        (paper(Kind.PEND, response_due=date(2026, 4, 2)), "yes", "information_answer"),
        (paper(Kind.INFORMATION_REQUEST), "yes", "information_answer"),
        (paper(Kind.TRANSITION_NOTICE), "yes", "formulary_exception"),
        (paper(Kind.APPROVAL, valid_to=date(2026, 12, 31)), "no", ""),
        (paper(Kind.APPROVAL, valid_to=date(2026, 4, 30)), "yes", "continuation"),
        (paper(Kind.DENIAL, reason="coding"), "no", ""),
        (paper(Kind.DENIAL, reason="timing_or_plan_year"), "no", ""),
    ],
)
def test_the_payers_latest_paper_decides(reading: Reading, answer: str, kind: str) -> None:
    case, policy = tms(readings=(reading,))
    need = asked(case, policy)
    assert (need.letter, need.kind) == (answer, kind)
    assert need.why


def test_the_criteria_come_before_the_appeal_where_they_are_not_here() -> None:
    case, _ = tms(readings=(paper(Kind.DENIAL, reason="not_medically_necessary"),))
    need = asked(case)
    assert (need.first, need.kind) == ("criteria_request", "internal_appeal")


def test_what_cannot_wait_is_expedited_only_on_a_persons_word() -> None:
    reading = paper(Kind.DENIAL, reason="not_medically_necessary")
    case, policy = tms(readings=(reading,))
    sworn = Attestation("Priya Raman", "psychiatrist", ON, "Waiting could seriously jeopardize her life.")
    assert asked(case, policy).kind == "internal_appeal"
    assert asked(replace(case, attestations=(sworn,)), policy).kind == "expedited_appeal"


def test_no_letter_argues_what_is_not_met() -> None:
    case, policy, match = goldcase.told("oxygen")
    assert match.root is Verdict.NOT_MET
    need = asked(case, policy, match)
    assert need.letter == "no"
    assert any("is not met on what the chart shows" in fact.value for fact in need.why)


def test_a_first_request_goes_by_what_the_policy_says_of_authorization() -> None:
    case, policy = tms(readings=())
    need = asked(case, policy)
    assert (need.letter, need.kind) == ("yes", "prior_authorization")
    assert any("is required" in fact.value.lower() or "required" in fact.value for fact in need.why)


def test_with_no_paper_at_all_a_person_is_asked() -> None:
    case, _ = tms(readings=(), documents=())
    need = asked(case)
    assert need.letter == "ask"
    assert any("prior authorization" in line for line in need.then)


def test_equipment_has_a_letter_of_its_own() -> None:
    case, policy, _ = goldcase.told("oxygen")
    assert all(s.coding == Coding("hcpcs", s.coding.code) for s in case.services if s.coding)
    assert asked(replace(case, readings=()), policy).kind == "dme"


@pytest.mark.parametrize(
    ("says", "unverified", "answer"),
    [
        ("Orthopedic shoes: a letter is needed that names the diagnosis it treats.", False, "yes"),
        ("Orthopedic shoes: no letter is needed.", False, "no"),
        ("Orthopedic shoes: no letter makes it a medical expense.", False, "no"),
        ("Orthopedic shoes: ask the administrator whether a letter is needed.", False, "ask"),
        ("Ask the administrator before you buy.", True, "ask"),
    ],
)
def test_a_health_account_goes_by_the_law_or_the_administrator(says: str, unverified: bool, answer: str) -> None:  # noqa: FBT001
    case, _ = tms(readings=())
    held = (Provision("law/us/x#item", "item", says, Citation("a ruling", "", ON), unverified),)
    assert needed(case, None, None, (), held, ON).letter == answer


def test_every_reason_can_be_opened_looked_up_or_asked() -> None:
    case, policy = tms()
    for fact in asked(case, policy).why:
        assert list(leaves(fact.basis))


def test_a_request_to_go_on_is_decided_by_the_policys_own_criteria_for_it() -> None:
    _, policy = tms()
    later = replace(policy, continuation=policy.root)
    assert standing(later, "continuation") != later
    assert standing(later, "internal_appeal") == later
    assert standing(policy, "renewal") == policy
    assert all(shipped().get(LetterPack, kind) for kind in ("continuation", "renewal"))
