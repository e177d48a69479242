from datetime import date

import pytest

from wellfounded.check.says import slips


@pytest.mark.parametrize(
    ("said", "known", "right"),
    [
        ("ARH 447 190 262", "ARH447190226", "ARH 447 190 226"),
        ("26-0402-7718", "2604207718", "26-0420-7718"),
        ("ARH447190226", "ARH447190226", None),
        ("XYZ000111222", "ARH447190226", None),
        ("ARH44719022", "ARH447190226", None),
    ],
)
def test_a_number_is_put_right_in_its_own_spacing(said, known, right):
    assert slips.number(said, known) == right


@pytest.mark.parametrize(
    ("said", "right"),
    [
        ("06/12/1984", "06/02/1984"),
        ("6/12/84", "6/2/84"),
        ("02/06/1984", "06/02/1984"),
        ("06-02-1994", "06-02-1984"),
        ("1984-06-12", "1984-06-02"),
        ("June 12, 1984", "June 2, 1984"),
        ("Jun. 2, 1994", "Jun. 2, 1984"),
        ("May 2, 1984", None),
        ("11/23/1960", None),
        ("2 June 1994", None),
        ("06/02/1984", None),
    ],
)
def test_a_birth_date_is_put_right_in_its_own_form_where_it_is_a_slip(said, right):
    assert slips.day(said, date(1984, 6, 2)) == right


@pytest.mark.parametrize(("said", "known", "right"), [("41", 42, "42"), ("17", 18, None), ("18", 17, None)])
def test_an_age_is_put_right_where_its_article_may_stay(said, known, right):
    assert slips.age(said, known) == right
