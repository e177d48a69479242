"""An adjustment code leads to a reason kind and a route, and an unlisted one to a question."""

import pytest

from wellfounded.terms import carc, rarc

KINDS = {
    "not_medically_necessary", "experimental_investigational", "step_therapy", "alternatives_not_exhausted",
    "frequency_or_level", "not_covered_benefit", "out_of_network", "no_prior_authorization", "missing_information",
    "coding", "cosmetic_or_personal", "timing_or_plan_year", "other",
}  # fmt: skip
ROUTES = {
    "appeal", "literature", "dosing", "criteria", "authorization", "correct", "records", "exception", "next_level",
    "deadline", "settle",
}  # fmt: skip


@pytest.mark.parametrize("system", [carc, rarc])
def test_every_meaning_has_a_known_kind_and_route(system):
    for code, meaning in system.MEANINGS.items():
        assert system.validate(code) == code
        assert meaning.reason in KINDS
        assert meaning.route in ROUTES
        assert 5 <= len(meaning.says) <= 80


@pytest.mark.parametrize(
    ("code", "reason", "route"),
    [
        ("CO-50", "not_medically_necessary", "appeal"),
        ("55", "experimental_investigational", "literature"),
        ("PR-204", "not_covered_benefit", "exception"),
        ("CO197", "no_prior_authorization", "authorization"),
        ("252", "missing_information", "records"),
        ("29", "timing_or_plan_year", "deadline"),
        ("B8", "alternatives_not_exhausted", "criteria"),
        ("999", "other", "ask"),
    ],
)
def test_a_claim_adjustment_code_says_why_and_where_to(code, reason, route):
    assert (carc.reason(code), carc.route(code)) == (reason, route)


def test_a_share_of_cost_is_not_a_refusal():
    assert [code for code in carc.MEANINGS if not carc.refuses(code)] == ["1", "2", "3", "23", "45", "253"]


def test_an_unlisted_code_is_not_listed_and_asks():
    assert not carc.listed("999")
    assert carc.refuses("999")
    assert not rarc.listed("N999")
    assert rarc.route("N999") == "ask"


def test_a_remark_says_why_and_where_to():
    assert rarc.reason("N115") == "not_medically_necessary"
    assert rarc.route("M60") == "records"
    assert rarc.listed("MA1") is False
