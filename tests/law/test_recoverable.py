"""What a reversal could change in money is a range whose ends a person can work out with a pencil."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law.building import WORD, case, notice
from wellfounded import law
from wellfounded.law.recoverable import SAID, contradictions
from wellfounded.model.basis import Quote, leaves
from wellfounded.model.determination import Kind

MONEY = st.decimals(0, 1_000_000, places=2)


def ends(amounts=None, reading=None):
    held = law.recoverable(case("erisa_group", reading=reading, amounts=amounts))
    return {stake.says: (str(stake.low.value), str(stake.high.value)) for stake in held}


PLAN, PATIENT = "the plan could pay", "the patient would no longer owe"


@pytest.mark.parametrize(
    ("amounts", "expected"),
    [
        ({}, {}),
        ({"paid": "100"}, {}),
        ({"billed": "4200"}, {PLAN: ("0.00", "4200.00")}),
        ({"billed": "4200", "paid": "1000"}, {PLAN: ("0.00", "3200.00")}),
        ({"billed": "4200", "cost_share": "500"}, {PLAN: ("0.00", "4200.00")}),  # the plan may allow less than 500
        ({"billed": "4200", "allowed": "3000"}, {PLAN: ("0.00", "3000.00")}),
        ({"allowed": "3000", "cost_share": "500"}, {PLAN: ("2500.00", "3000.00")}),
        ({"allowed": "3000", "paid": "1000", "cost_share": "500"}, {PLAN: ("1500.00", "2000.00")}),
        ({"allowed": "3000", "cost_share": "900", "out_of_pocket_left": "250"}, {PLAN: ("2750.00", "3000.00")}),
        ({"allowed": "300", "out_of_pocket_left": "800"}, {PLAN: ("0.00", "300.00")}),
        ({"patient": "640.50"}, {PATIENT: ("0.00", "640.50")}),
        (
            {"allowed": "800", "patient": "640.50", "cost_share": "40"},
            {PLAN: ("760.00", "800.00"), PATIENT: ("600.50", "640.50")},
        ),
    ],
)
def test_a_range_is_worked_by_hand(amounts, expected):
    assert ends(amounts) == expected


def test_the_notices_amount_is_taken_where_nobody_entered_one_and_is_quoted():
    reading = notice(Kind.EOB, amount=1234.5)
    (stake,) = law.recoverable(case("erisa_group", reading=reading))
    assert (stake.low.value, stake.high.value) == (Decimal(0), Decimal("1234.50"))
    assert any(isinstance(leaf, Quote) for leaf in leaves(stake.high.basis))
    assert ends({"billed": "2000"}, reading) == {PLAN: ("0.00", "2000.00")}


def test_the_arithmetic_is_shown_with_what_each_number_is():
    (stake,) = law.recoverable(case("erisa_group", amounts={"allowed": "3000", "paid": "1000", "cost_share": "500"}))
    assert stake.arithmetic == (
        "At most 3,000.00 (the amount the plan allows) - 1,000.00 (paid already) = 2,000.00.",
        "At least 2,000.00 - 500.00 (the patient's cost share if it is covered) = 1,500.00.",
    )
    assert set(leaves(stake.low.basis)) == {WORD}


@pytest.mark.parametrize(
    "amounts",
    [
        {"billed": "100", "allowed": "200"},
        {"allowed": "100", "paid": "200"},
        {"billed": "100", "paid": "200"},
        {"allowed": "100", "cost_share": "200"},
    ],
)
def test_amounts_that_contradict_each_other_give_nothing_and_are_named(amounts):
    held = case("erisa_group", amounts=amounts)
    assert law.recoverable(held) == ()
    assert [line.endswith("check both.") for line in contradictions(held)] == [True]


@given(st.dictionaries(st.sampled_from(sorted(SAID)), MONEY))
def test_the_low_end_is_never_above_the_high_one_and_neither_is_below_nothing(amounts):
    for stake in law.recoverable(case("erisa_group", amounts=amounts)):
        assert 0 <= stake.low.value <= stake.high.value


def test_no_word_speaks_of_a_chance():
    text = " ".join(SAID.values()).lower()
    assert not any(word in text for word in ("chance", "likely", "probab", "odds"))
