"""Small tables say what a code stands for, in our words."""

import pytest

from wellfounded.terms import InvalidCode, cpt, hcpcs, place_of_service, us_state


@pytest.mark.parametrize(
    ("code", "category"), [("90868", "I"), ("1000F", "II"), ("0042T", "III"), ("0018U", "PLA"), ("0002M", "MAAA")]
)
def test_a_cpt_code_tells_its_category(code, category):
    assert cpt.category(code) == category


@pytest.mark.parametrize(
    ("code", "kind"), [("E1390", "durable medical equipment"), ("B4035", "enteral and parenteral nutrition")]
)
def test_a_hcpcs_letter_tells_what_it_is_for(code, kind):
    assert hcpcs.kind(code) == kind


def test_a_place_of_service_is_told_in_words():
    assert place_of_service.says("10") == "telehealth, patient at home"
    with pytest.raises(InvalidCode):
        place_of_service.says("29")


def test_every_state_is_known_by_name_and_by_abbreviation():
    assert len(us_state.NAMES) == 56
    for code, name in us_state.NAMES.items():
        assert us_state.validate(name) == us_state.validate(name.lower()) == us_state.validate(code) == code
        assert us_state.name(code) == name
