"""A pattern without case finds what re.IGNORECASE finds, at the same places, in a copy of the text in small letters."""

import re

import pytest

from wellfounded.wire.caseless import caseless, small


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"\bMRI\b", "An mri, an MRI and a primrI."),
        (r"(?P<N>[A-C]\d)\S*\B.", "a1x B2y C3"),
        (r"\W(?:QuantiFERON|PPD)\b", "\u0130 QUANTIFERON-gold, ppd"),
        (r"fasting", "Fa\u017fting FAST\u0131NG"),
    ],
)
def test_a_pattern_finds_what_it_finds_when_case_is_ignored(pattern, text):
    found = [match.span() for match in caseless(pattern).finditer(small(text))]
    assert found
    assert found == [match.span() for match in re.finditer(pattern, text, re.IGNORECASE)]


@pytest.mark.parametrize("text", ["", "PHQ-9", "\u0130stanbul", "STRA\u1e9eE \u00c4RZTE", "\ufb03 \u03a3\u03a3"])
def test_every_character_keeps_its_place(text):
    assert len(small(text)) == len(text)
