from functools import cache
from pathlib import Path

import pytest

from criteria.sample import document
from wellfounded.criteria import compare, from_pack, plain, policy, to_pack
from wellfounded.errors import PackInvalid
from wellfounded.model.criteria import requirements

DEV = Path(__file__).parent / "dev"
EVERY = sorted(DEV.glob("*.txt"))


def reading(path):
    return policy(document(path.read_bytes().decode("utf-8")))


first = cache(reading)  # nobody can change a policy, so that one serves every test


@pytest.mark.parametrize("path", EVERY, ids=lambda path: path.stem)
def test_a_policy_survives_its_pack(path):
    held = first(path)
    assert from_pack(to_pack(held)) == held


@pytest.mark.parametrize("path", EVERY, ids=lambda path: path.stem)
def test_every_quote_stands_where_it_says(path):
    text = path.read_bytes().decode("utf-8")
    held = first(path)
    for root in (held.root, held.continuation, *held.exclusions, *held.limits):
        for requirement in requirements(root) if root else ():
            assert requirement.quote is not None
            requirement.quote.verify(text)


@pytest.mark.parametrize("path", EVERY, ids=lambda path: path.stem)
def test_reading_twice_gives_the_same(path):
    again = reading(path)
    assert plain(again) == plain(first(path))
    assert to_pack(again) == to_pack(first(path))


def test_a_pack_with_an_unknown_test_is_refused():
    pack = "id: a\ntitle: A\ncriteria:\n  text: Age 18\n  test: {kind: horoscope}\n"
    with pytest.raises(PackInvalid, match="no known kind"):
        from_pack(pack)


def test_a_pack_with_two_operators_in_one_node_is_refused():
    with pytest.raises(PackInvalid, match="exactly one"):
        from_pack("id: a\ntitle: A\ncriteria:\n  all: []\n  any: []\n")


def test_a_pack_that_is_no_yaml_names_its_line():
    with pytest.raises(PackInvalid, match=":3:"):
        from_pack("id: a\ntitle: [\n")


OLD = """Drug X policy

Criteria
Drug X is approved when all of the following are met:
1. Member is 18 years of age or older
2. Tried and failed methotrexate for at least 12 weeks
3. Prescribed by a dermatologist
"""
NEW = OLD.replace("12 weeks", "8 weeks").replace("3. Prescribed by a dermatologist\n", "3. BMI is less than 30 kg/m2\n")


def test_two_versions_differ_by_added_removed_and_changed_requirements():
    changes = compare(policy(document(OLD)), policy(document(NEW)))
    assert [(change.kind, (change.new or change.old).label) for change in changes] == [
        ("changed", "2"),
        ("added", "3"),
        ("removed", "3"),
    ]
    assert [(slot.name, slot.old, slot.new) for slot in changes[0].slots] == [("min_duration", "12 weeks", "8 weeks")]


def test_a_version_compared_with_itself_has_no_changes():
    assert compare(policy(document(OLD)), policy(document(OLD))) == ()


def test_another_operator_over_the_same_requirements_is_a_change():
    any_of = OLD.replace("all of the following", "any of the following")
    kinds = {change.kind for change in compare(policy(document(OLD)), policy(document(any_of)))}
    assert kinds == {"joined"}
