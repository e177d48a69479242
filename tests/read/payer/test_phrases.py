import re
from importlib import import_module

import pytest

from wellfounded.read.payer.phrases import phrases

WORDS = (
    "decision_words",
    "reason_words",
    "window_words",
    "service_words",
    "name_words",
    "offers",
    "contacts",
    "routes",
)


def patterns(name):
    held = vars(import_module(f"wellfounded.read.payer.{name}")).values()
    flat = [one for each in held for one in (each.values() if isinstance(each, dict) else [each])]
    return [one for one in flat if isinstance(one, re.Pattern)]


@pytest.mark.parametrize("name", WORDS)
def test_no_list_of_phrases_finds_nothing_at_all(name):
    assert [pattern.pattern[:60] for pattern in patterns(name) if pattern.fullmatch("")] == []


@pytest.mark.parametrize(
    ("written", "finds", "leaves"),
    [
        ("not covered", ["is not covered", "not\ncovered"], ["knot covered", "not coveredness"]),
        ("is~not covered", ["is not covered", "isn't covered", "is no longer covered"], ["is covered"]),
        ("not ~2 covered", ["not covered", "not really covered", "not at all covered"], ["not one two three covered"]),
        ("exclu*", ["excluded", "exclusion"], ["inclusion"]),
        ("approved (in part)?", ["approved", "approved in part"], ["disapproved"]),
        ("a | b c", ["a", "b c"], ["b"]),
        ("(a\n    |b) c", ["a c", "b c"], ["c"]),
    ],
)
def test_phrases_are_read_as_they_are_written(written, finds, leaves):
    pattern = phrases(written)
    assert all(pattern.search(text) for text in finds)
    assert not any(pattern.search(text) for text in leaves)


def test_a_part_that_is_not_given_is_an_error():
    with pytest.raises(KeyError):
        phrases("{nothing} here")
