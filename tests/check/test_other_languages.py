"""A letter of ours in Spanish or German is not read by rules that know English words."""

from dataclasses import replace
from datetime import date

import pytest

from letters import letter
from wellfounded.check import check

WORDED = {"ID102", "CR102", "SV104"}


@pytest.mark.parametrize("language", ["es", "de"])
def test_rules_of_english_words_are_silent(language):
    held = replace(letter(kind="patient_appeal_es"), language=language)
    assert not [p.code for p in check(held, on=date(2026, 6, 10)) if p.code in WORDED]


@pytest.mark.parametrize("kind", ["widerspruch", "einsprache_ch", "patient_appeal_es"])
def test_a_patient_who_signs_needs_no_credential(kind):
    own = letter(kind=kind)
    bare = replace(own, signer=replace(own.signer, credentials=None))
    assert "SG102" not in {p.code for p in check(bare, on=date(2026, 6, 10))}
