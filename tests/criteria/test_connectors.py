import pytest

from criteria.sample import passage
from wellfounded.criteria.connectors import lead as read_lead
from wellfounded.criteria.connectors import leading, trailing


@pytest.mark.parametrize(
    ("words", "op", "n"),
    [
        ("The patient meets all of the following criteria:", "all", 1),
        ("BOTH of the following:", "all", 1),
        ("Meets criteria 1 through 5:", "all", 1),
        ("the four criteria below must all be satisfied:", "all", 1),
        ("Coverage criteria are as follows:", "all", 1),
        ("One of the following:", "any", 1),
        ("EITHER of the following:", "any", 1),
        ("Documentation of one or more of the following", "any", 1),
        ("≥ 1 of the following", "any", 1),
        ("one (1) of the following:", "any", 1),
        ("At least 2 of the following symptoms:", "some", 2),
        ("Any three (3) of the following", "some", 3),
        ("A drug from at least two of the following groups:", "some", 2),
        ("treatment with at least 2 medications from any of the following classes:", "some", 2),
        ("The patient has none of the following:", "none", 1),
        ("Patient does not have any of the following contraindications:", "none", 1),
        ("Absence of all of the following:", "none", 1),
        ("No history of the following:", "none", 1),
        ("If any of the following are absent:", "none", 1),
    ],
)
def test_a_lead_in_says_how_its_items_are_joined(words, op, n):
    found = read_lead(words)
    assert found is not None
    assert (found.op, found.n) == (op, n)


def test_a_sentence_without_a_lead_in_leads_nothing():
    assert read_lead("The member is 18 years of age or older.") is None


def test_a_colon_alone_leads_in_without_saying_how():
    found = read_lead("Laboratory criteria:")
    assert found is not None
    assert not found.said


@pytest.mark.parametrize(
    ("words", "rest", "word"),
    [
        ("Age 18 or older; and", "Age 18 or older", "and"),
        ("Age 18 or older, OR", "Age 18 or older", "or"),
        ("Age 18 or older and/or", "Age 18 or older", "or"),
        ("Age 18 or older;", "Age 18 or older", ""),
        ("Evaluated by a neurosurgeon for band", "Evaluated by a neurosurgeon for band", ""),
    ],
)
def test_the_connector_that_ends_an_item_is_no_part_of_it(words, rest, word):
    held, found = trailing(passage(words))
    assert (held.text, found) == (rest, word)


def test_the_connector_that_opens_an_item_is_no_part_of_it():
    held, found = leading(passage("OR a contraindication to methotrexate"))
    assert (held.text, found) == ("a contraindication to methotrexate", "or")
