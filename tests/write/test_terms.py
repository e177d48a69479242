"""Names of treatments stand in the letter's language where our table has them, else as they are printed."""

import pytest

from wellfounded.write.words.terms import LANGUAGES, TERMS, term


@pytest.mark.parametrize(
    ("name", "language", "said"),
    [
        ("Sertraline", "es", "Sertralina"),
        ("sertraline", "de", "Sertralin"),
        ("Cognitive behavioral therapy", "es", "Terapia cognitivo-conductual"),
        ("cognitive  behavioral therapy", "de", "kognitive Verhaltenstherapie"),
        ("transcranial magnetic stimulation", "es", "estimulación magnética transcraneal"),
        ("Zoloft", "es", "Zoloft"),
        ("guselkumab 100 mg subcutaneous injection", "de", "guselkumab 100 mg subcutaneous injection"),
        ("sertraline", "en", "sertraline"),
        ("sertraline", "fr", "sertraline"),
        ("", "es", ""),
    ],
)
def test_a_name_is_said_in_the_letters_language_or_kept(name, language, said):
    assert term(name, language) == said


def test_every_name_of_the_table_has_both_languages():
    assert all(name == name.lower() and len(said) == len(LANGUAGES) and all(said) for name, said in TERMS.items())
