"""A quotation inside a quotation belongs to the outer one; the mark of an inch opens none."""

import pytest

from wellfounded.check.says.quotations import quotations


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('He says "it hurts".', ["it hurts"]),
        (
            'The note reads "she says "I cannot sleep" nightly" and "she cries".',
            ['she says "I cannot sleep" nightly', "she cries"],
        ),
        ('The note reads ""I cannot sleep," she says" and "she cries".', ['"I cannot sleep," she says', "she cries"]),
        ('It reads "he calls it "the fog"", and "he forgets".', ['he calls it "the fog"', "he forgets"]),
        ('A lesion 3" wide, "moderate stenosis".', ["moderate stenosis"]),
        ('("enclosed")', ["enclosed"]),
        ('"never closed', []),
        ("no marks", []),
    ],
)
def test_outermost_quotations_are_found(text, words):
    assert [text[a:b] for a, b in quotations(text)] == words
