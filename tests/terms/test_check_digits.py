"""A check digit catches each wrong digit and, where the scheme can, each swap of neighbours."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellfounded.terms import dea, loinc, luhn_total, npi


def with_check(stem, valid):
    """The stem and the one digit that makes it valid."""
    (digit,) = [digit for digit in "0123456789" if valid(stem + digit)]
    return stem + digit


NPIS = st.from_regex(r"\A[12][0-9]{8}\Z").map(lambda stem: with_check(stem, npi.is_valid))
DEAS = st.from_regex(r"\A[ABFM][A-Z9][0-9]{6}\Z").map(lambda stem: with_check(stem, dea.is_valid))
LOINCS = st.from_regex(r"\A[1-9][0-9]{0,5}\Z").map(lambda stem: with_check(f"{stem}-", loinc.is_valid))


def changed(draw, code):
    """The code with one digit replaced by another."""
    at = draw(st.sampled_from([i for i, c in enumerate(code) if c.isdigit()]))
    return code[:at] + draw(st.sampled_from([d for d in "0123456789" if d != code[at]])) + code[at + 1 :]


@given(st.data())
def test_one_wrong_digit_is_caught(data):
    number = data.draw(NPIS)
    assert not npi.is_valid(changed(data.draw, number))


@given(st.data())
def test_one_wrong_digit_of_a_loinc_code_is_caught(data):
    code = data.draw(LOINCS)
    assert not loinc.is_valid(changed(data.draw, code))


@given(DEAS, st.integers(0, 9))
def test_one_wrong_check_digit_of_a_dea_number_is_caught(number, digit):
    assert dea.is_valid(number[:-1] + str(digit)) == (str(digit) == number[-1])


@given(NPIS, st.integers(0, 8))
def test_swapped_neighbours_are_caught_except_nought_and_nine(number, at):
    left, right = number[at], number[at + 1]
    swapped = number[:at] + right + left + number[at + 2 :]
    if left != right and {left, right} != {"0", "9"}:  # Luhn's known blind spot
        assert not npi.is_valid(swapped)


@pytest.mark.parametrize(("digits", "right"), [("79927398713", True), ("79927398710", False), ("0", True)])
def test_luhn_total_is_zero_modulo_ten_when_the_check_digit_is_right(digits, right):
    assert (luhn_total(digits) % 10 == 0) == right
