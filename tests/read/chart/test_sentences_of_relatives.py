"""What a note says of a relative is no diagnosis of the patient's."""

import pytest

from wellfounded.read.assertion import assertion


@pytest.mark.parametrize(
    ("sentence", "words", "whose"),
    [
        (" Sister has psoriasis, on methotrexate.", "psoriasis", "family"),
        ("Father with diabetes.", "diabetes", "family"),
        ("Her mother had breast cancer and died at 60.", "breast cancer", "family"),
        ("Lives with her mother, has COPD.", "COPD", "patient"),
        ("Sister drives; she has epilepsy.", "epilepsy", "patient"),
        ("Patient has psoriasis.", "psoriasis", "patient"),
    ],
)
def test_a_verb_ends_no_scope_of_its_own_subject(sentence, words, whose):
    at = sentence.index(words)
    assert assertion(sentence, at, at + len(words), (0, len(sentence))).experiencer == whose
