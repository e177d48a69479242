"""Every code system keeps the same promises: samples pass, near misses fail with `InvalidCode` alone."""

import importlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellfounded.terms import InvalidCode

# system: as people write it, its compact form, as it is printed, near misses
SAMPLES = {
    "npi": [("NPI: 1234567893", "1234567893", "1234567893"), ("80840 1234567893", "1234567893", "1234567893")],
    "dea": [("DEA# ab1234563", "AB1234563", "AB1234563"), ("A91111119", "A91111119", "A91111119")],
    "loinc": [("LOINC 4548-4", "4548-4", "4548-4"), ("44261-6", "44261-6", "44261-6")],
    "ndc": [
        ("NDC 0002-1433-80", "00002143380", "00002-1433-80"),
        ("50242-040-62", "50242004062", "50242-0040-62"),
        ("60575-4112-1", "60575411201", "60575-4112-01"),
        ("00002143380", "00002143380", "00002-1433-80"),
    ],
    "mbi": [("MBI 1eg4-te5-mk73", "1EG4TE5MK73", "1EG4-TE5-MK73")],
    "cpt": [("CPT 90868", "90868", "90868"), ("99213-25", "99213", "99213"), ("0018U", "0018U", "0018U")],
    "hcpcs": [("HCPCS: e1390-RR", "E1390", "E1390"), ("J0135", "J0135", "J0135")],
    "revenue": [("Rev. code 450", "0450", "0450"), ("0912", "0912", "0912")],
    "place_of_service": [("POS 11", "11", "11"), ("2", "02", "02")],
    "us_state": [("new york", "NY", "NY"), ("D.C.", "DC", "DC"), ("State of Ohio", "OH", "OH"), ("PR", "PR", "PR")],
    "carc": [("CO-50", "50", "50"), ("PR 096", "96", "96"), ("CARC 197", "197", "197"), ("CO-B8", "B8", "B8")],
    "rarc": [("RARC N115", "N115", "N115"), ("ma01", "MA1", "MA1"), ("M25", "M25", "M25")],
    "icd10cm": [("ICD-10-CM: m0579", "M05.79", "M05.79"), ("F33.2", "F33.2", "F33.2"), ("E11", "E11", "E11")],
}
NEAR_MISSES = {
    "npi": ["1234567890", "3234567893", "123456789", "12345678931", ""],
    "dea": ["AB1234564", "1B1234563", "AB123456"],
    "loinc": ["4548-5", "45484", "7777-", "0-0"],
    "ndc": ["0002143380", "00002-143-8", "123-4567-89", "000021433801"],
    "mbi": ["1SG4TE5MK73", "0EG4TE5MK73", "1EG4TE5MK7", "1EG4TE5MK7A"],
    "cpt": ["00012", "9086", "908688", "9086X", "E1390"],
    "hcpcs": ["I1234", "E777", "13900", "N1234", "EE390"],
    "revenue": ["0000", "9999", "45"],
    "place_of_service": ["00", "28", "100", "clinic"],
    "us_state": ["New Jorsey", "ZZ", "", "Ontario"],
    "carc": ["", "0", "1000", "ABC", "CO"],
    "rarc": ["N0", "X12", "N1234", "50"],
    "icd10cm": ["05.79", "M0", "M05.79999", "MM5.1", ""],
}
SYSTEMS = sorted(SAMPLES)


@pytest.mark.parametrize("name", SYSTEMS)
def test_a_code_written_as_people_write_it_is_read_and_printed(name):
    system = importlib.import_module(f"wellfounded.terms.{name}")
    for written, compact, printed in SAMPLES[name]:
        assert system.compact(written) == compact
        assert system.validate(written) == compact
        assert system.format(written) == printed
        assert system.is_valid(written)


@pytest.mark.parametrize("name", SYSTEMS)
def test_a_near_miss_is_refused_without_repeating_it(name):
    system = importlib.import_module(f"wellfounded.terms.{name}")
    for value in NEAR_MISSES[name]:
        assert not system.is_valid(value), value
        with pytest.raises(InvalidCode) as refused:
            system.validate(value)
        assert len(value) < 4 or value not in str(refused.value)


@pytest.mark.parametrize("name", SYSTEMS)
@given(value=st.text(max_size=16))
def test_any_text_is_valid_or_invalid_and_never_an_accident(name, value):
    system = importlib.import_module(f"wellfounded.terms.{name}")
    if system.is_valid(value):
        assert system.validate(system.format(value)) == system.validate(value)
