"""The words by which shapes are looked for lose none of them."""

from pathlib import Path

import pytest

from wellfounded.read.chart.shapes import _WORDED

NOTES = [path.read_text(encoding="utf-8").lower() for path in sorted(Path(__file__).parent.rglob("*.txt"))]


@pytest.mark.parametrize(("needs", "pattern"), [(needs, pattern) for _, needs, pattern in _WORDED])
def test_every_match_of_a_shape_holds_one_of_the_words_it_needs(needs, pattern):
    found = [match.group() for note in NOTES for match in pattern.finditer(note)]
    assert [text for text in found if not any(need in text for need in needs)] == []
