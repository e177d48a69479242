"""What a policy says beside its criteria is not asked of the patient, and what it asks of others neither."""

from pathlib import Path

import pytest

from wellfounded import criteria
from wellfounded.criteria.pack import from_pack
from wellfounded.model.criteria import Not, requirements
from wellfounded.read import document

HERE = Path(__file__).parent / "scope"
CASES = (
    ("biologics_by_indication", ("dupilumab", "atopic dermatitis"), 7, ("eosinophil", "Hurley", "adherent")),
    ("biologics_by_indication", ("dupilumab", "asthma"), 5, ("Hurley", "dermatitis", "adherent")),
    ("monitor_with_provisions", (), 6, ("convenience", "70 percent", "Professional monitoring")),
    ("migraine_with_appendices", ("galcinetug", "chronic migraine"), 8, ("cluster", "verapamil", "previously met")),
    ("wound_pump_with_an_end", (), 5, ("no longer being used", "monthly documents", "A6550")),
)


def policy(name, about=()):
    return criteria.policy(document(f"{name}.txt", (HERE / f"{name}.txt").read_bytes()), about=about)


@pytest.mark.parametrize(("name", "about", "most", "others"), CASES)
def test_only_what_is_asked_of_this_request_is_counted(name, about, most, others):
    leaves = list(requirements(policy(name, about).root))
    assert 0 < len(leaves) <= most
    said = " ".join(leaf.text for leaf in leaves).lower()
    assert not [words for words in others if words.lower() in said]


def test_another_indication_is_set_aside_with_what_it_asks():
    held = [each for each in policy("biologics_by_indication", ("atopic dermatitis",)).aside if each.why == "other"]
    assert {each.title.split(" Asthma")[0].split()[0] for each in held} == {"Asthma", "Hidradenitis"}
    assert all(each.of for each in held)


def test_what_ends_coverage_must_not_be_there_when_it_goes_on():
    ends = [node for node in policy("wound_pump_with_an_end").continuation.of if isinstance(node, Not)]
    assert any("no longer being used" in leaf.text for node in ends for leaf in requirements(node))


@pytest.mark.parametrize("name", sorted({case[0] for case in CASES}))
def test_definitions_and_codes_are_named_as_set_aside_and_kept_in_the_pack(name):
    read = policy(name)
    assert {"definitions", "codes"} & {each.why for each in read.aside} or name == "migraine_with_appendices"
    assert from_pack(criteria.to_pack(read)).aside == read.aside
