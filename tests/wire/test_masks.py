"""What names a person is blotted out, sign for sign."""

import pytest

from wellfounded.wire.masks import masked


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("Seen 02/17/2026 by Dr. Raman.", ("02/17", "2026", "Raman")),
        ("on February 17, 2026 and 17 Feb 2026 and 2026-02-17", ("17", "February", "2026")),
        ("since June 2024 he", ("June", "2024")),
        ("call (555) 555-0148 or a.b@clinic.example", ("0148", "clinic.example", "a.b")),
        ("MRN HL-551448, claim 26-UM-5540917, member ARH447190226", ("551448", "5540917", "447190226")),
        ("lives at 48 Quarry Street, Millbrook Falls, PA 15999", ("Quarry", "Millbrook", "15999")),
        ("Her sister Mara cooks.", ("Mara",)),
        ("Seen with Elena Marsh, DO", ("Elena", "Marsh")),
        ("a 93-year-old woman", ("93",)),
        ("Jordan was tired; ELLIS, JORDAN", ("Jordan", "ELLIS", "JORDAN")),
    ],
)
def test_what_names_a_person_is_gone_and_every_offset_holds(text, gone):
    shown = masked(text, ("Jordan Avery Ellis",))
    assert len(shown) == len(text)
    assert not [word for word in gone if word in shown]


def test_doses_scores_and_drugs_stay():
    text = "Sertraline 200 mg daily, PHQ-9 22, no response; a 41-year-old."
    assert masked(text, ("Jordan Ellis",)) == text
