"""A value of case.yaml is changed by a named person, whole or not at all."""

from datetime import date

import pytest

from wellfounded import casefolder
from wellfounded.errors import InputError

BY = {"by": "Dana Reyes", "role": "staff", "on": date(2026, 3, 16)}


def test_a_corrected_value_is_the_word_of_who_corrected_it(tmp_path):
    casefolder.make(tmp_path, letter=None, on=date(2026, 3, 1), by="Sam Ito")
    casefolder.amend(tmp_path, {"patient.name": "Jordan Ellis", "received.denial": date(2026, 3, 12)}, **BY)
    case = casefolder.open_case(tmp_path, date(2026, 3, 20))
    assert (case.patient.name.value, case.patient.name.basis.by) == ("Jordan Ellis", "Dana Reyes")
    assert dict(case.received)["denial"].value == date(2026, 3, 12)
    assert case.entered.by == "Sam Ito"


def test_an_empty_value_takes_the_field_out(tmp_path):
    casefolder.amend(tmp_path, {"patient.name": "Jordan Ellis"}, **BY)
    casefolder.amend(tmp_path, {"patient.name": ""}, **BY)
    assert "name" not in casefolder.entered(tmp_path)["patient"]


def test_a_value_the_case_cannot_hold_changes_nothing(tmp_path):
    casefolder.amend(tmp_path, {"patient.name": "Jordan Ellis"}, **BY)
    before = (tmp_path / "case.yaml").read_bytes()
    with pytest.raises(InputError, match=r"case\.yaml"):
        casefolder.amend(tmp_path, {"patient.birth_date": "last spring"}, **BY)
    assert (tmp_path / "case.yaml").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["case.yaml"]


def test_a_code_of_digits_stays_the_text_it_is(tmp_path):
    services = [{"description": "Mapping", "system": "cpt", "code": "00867"}]
    casefolder.amend(tmp_path, {"services": services}, **BY)
    assert casefolder.open_case(tmp_path, date(2026, 3, 20)).services[0].coding.code == "00867"


def test_a_day_that_has_not_come_changes_nothing(tmp_path):
    casefolder.amend(tmp_path, {"received.denial": date(2026, 3, 12)}, **BY)
    with pytest.raises(InputError, match=r"received\.denial is 2026-04-02"):
        casefolder.amend(tmp_path, {"received.denial": date(2026, 4, 2)}, **BY)
    assert casefolder.entered(tmp_path)["received"] == {"denial": date(2026, 3, 12)}
