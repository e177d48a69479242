import pytest

from wellfounded.criteria.marks import mark


@pytest.mark.parametrize(
    ("line", "label", "rest"),
    [
        ("1. Age", "1", "Age"),
        ("(2) Age", "2", "Age"),
        ("3) Age", "3", "Age"),
        ("A. Age", "A", "Age"),
        ("(iv) Age", "iv", "Age"),
        ("XII. Age", "XII", "Age"),
        ("4.1.2 Age", "4.1.2", "Age"),
        ("Criterion 3: Age", "3", "Age"),
        ("□ a. Age", "a", "Age"),
        ("[ ] 2. Age", "2", "Age"),
        ("• Age", "", "Age"),
        ("o Age", "", "Age"),
        ("- Age", "", "Age"),
        ("▢ Age", "", "Age"),
    ],
)
def test_an_enumerator_is_read_and_left_out(line, label, rest):
    found, used = mark(line)
    assert found is not None
    assert (found.label, line[used:]) == (label, rest)


@pytest.mark.parametrize(
    "line", ["7.0% or higher", "12 weeks of therapy", "Age 18", "mg/dL", "2.5 mg daily", "A1c of 7"]
)
def test_what_only_looks_like_an_enumerator_is_none(line):
    assert mark(line)[0] is None


def test_an_i_may_be_a_letter_or_a_roman_one():
    found, _ = mark("i. Age")
    assert found is not None
    assert dict(found.readings) == {"lower letter.": 9, "lower roman.": 1}
