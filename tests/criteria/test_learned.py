"""What labelled policies teach is held to what no label may undo."""

import pytest

from wellfounded.criteria.json import test as slots
from wellfounded.criteria.learned.typed import typed
from wellfounded.criteria.marks import mark
from wellfounded.criteria.tests import Words, read
from wellfounded.criteria.tests._given import given


@pytest.mark.parametrize("text", ["No dementia", "Patient is not pregnant", "Absence of active infection"])
def test_a_no_is_never_lost(text):
    assert typed(Words(text), read(Words(text))).kind in {"absent", "other"}


def test_a_laboratory_value_without_a_bound_has_no_number():
    assert slots(given("lab", Words("Low C4 level"))) == {"kind": "lab", "name": "Low C4 level"}


def test_what_has_no_no_in_it_is_never_read_as_absence():
    assert given("absent", Words("A metal implant within 30 cm of the coil")) is None


def test_a_bound_is_read_of_a_name_no_list_holds():
    asks = given("measurement", Words("skull density ratio on CT is 0.40 or more"))
    assert (asks.comparator, asks.value) == (">=", 0.4)


@pytest.mark.parametrize(
    ("text", "label"), [("#3 Signed agreement", "3"), ("B-1.2 NYHA class II", "B-1.2"), ("[1.c] No aneurysm", "1.c")]
)
def test_an_enumerator_may_stand_behind_a_sign_or_a_letter(text, label):
    assert mark(text)[0].label == label


@pytest.mark.parametrize("text", ["PHQ-9 of 10 or more", "T-score of -2.5", "ICD-10 codes"])
def test_a_scale_with_a_hyphen_is_no_enumerator(text):
    assert mark(text)[0] is None
