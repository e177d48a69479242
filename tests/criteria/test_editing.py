"""A person's changes to how a policy was read: each makes a new policy, and says whose word it is."""

from datetime import date

import pytest

from wellfounded import criteria
from wellfounded.criteria import editing
from wellfounded.errors import InputError
from wellfounded.model.asks import Lab, TrialOf
from wellfounded.model.basis import Attestation
from wellfounded.model.coding import Duration
from wellfounded.model.criteria import Any, AtLeast, Not, Requirement, requirements
from wellfounded.read import document

TEXT = """Blood Thinner Policy X-1

Zorvexa is approved when ALL of the following are met:
1. Age 18 years or older
2. A platelet count of 50 or more
3. ONE of the following:
   a. A trial of warfarin for at least 8 weeks
   b. A contraindication to warfarin
The plan keeps this policy under review.
"""
PAPER = document("x.txt", TEXT.encode())
WORD = Attestation("Dana Reyes", "nurse", date(2026, 3, 20), "a change")


@pytest.fixture
def policy():
    return criteria.policy(PAPER)


def place(policy, words):
    return next(at for at, held in editing.places(policy.root) if isinstance(held, Requirement) and words in held.text)


def group(policy, words):
    held = [at for at, node in editing.places(policy.root) if not isinstance(node, Requirement) and words in node.text]
    return held[-1]


def said(policy):
    return [leaf.text for leaf in requirements(policy.root)]


def test_a_line_is_read_as_another_test(policy):
    asks = editing.test_of("lab", {"name": "platelet count", "comparator": ">=", "value": "50", "within": "3 months"})
    new = editing.retest(policy, place(policy, "platelet"), asks, WORD)
    leaf = editing.node(new, place(new, "platelet"))
    assert leaf.asks == Lab("platelet count", ">=", 50.0, within=Duration(3, "months"))
    assert leaf.quote.exact.startswith("A platelet count")
    assert [(each.node, each.word) for each in new.edits] == [(leaf.id, WORD)]


@pytest.mark.parametrize(("how", "n", "kind"), [("any", 0, Any), ("some", 2, AtLeast), ("none", 0, Not)])
def test_a_group_asks_for_another_number_of_its_lines(policy, how, n, kind):
    new = editing.regroup(policy, group(policy, "ONE of"), how, n, WORD)
    assert isinstance(editing.node(new, group(policy, "ONE of")), kind)
    assert said(new) == said(policy)


def test_a_number_that_the_group_has_not_is_refused(policy):
    with pytest.raises(InputError):
        editing.regroup(policy, group(policy, "ONE of"), "some", 3, WORD)


def test_what_is_taken_out_stays_beside_the_criteria(policy):
    new = editing.remove(policy, place(policy, "Age"), WORD)
    assert not any("Age" in text for text in said(new))
    assert [(each.why, each.of[0].text) for each in new.aside if each.why == "removed"] == [
        ("removed", "Age 18 years or older")
    ]


def test_a_line_is_moved_under_another_group(policy):
    new = editing.move(policy, place(policy, "platelet"), group(policy, "ONE of"), WORD)
    under = editing.node(new, group(new, "ONE of"))
    assert [leaf.text for leaf in requirements(under)][-1] == "A platelet count of 50 or more"
    assert sorted(said(new)) == sorted(said(policy))


def test_a_group_is_not_put_into_itself(policy):
    at = group(policy, "ONE of")
    with pytest.raises(InputError):
        editing.move(policy, at, at, WORD)


def test_an_added_line_quotes_the_policy(policy):
    new = editing.add(policy, "", "keeps this\n policy under review", editing.test_of("other", {}), PAPER, WORD)
    leaf = list(requirements(new.root))[-1]
    assert leaf.quote.exact == "keeps this policy under review"
    with pytest.raises(InputError):
        editing.add(policy, "", "words the plan never wrote", editing.test_of("other", {}), PAPER, WORD)


def test_a_changed_policy_is_the_same_after_its_pack(policy):
    new = editing.remove(policy, place(policy, "Age"), WORD)
    asks = editing.test_of("trial", {"agents": "warfarin\napixaban", "n": "2", "min_duration": "8 weeks"})
    assert asks == TrialOf(("warfarin", "apixaban"), n=2, min_duration=Duration(8, "weeks"))
    new = editing.retest(new, place(new, "warfarin"), asks, WORD)
    kept = criteria.from_pack(criteria.to_pack(new))
    assert (kept.root, kept.edits, kept.aside) == (new.root, new.edits, new.aside)


@pytest.mark.parametrize(
    ("kind", "slots"), [("lab", {"value": "many"}), ("trial", {"min_duration": "long"}), ("magic", {})]
)
def test_a_field_that_cannot_be_read_is_refused_in_words(kind, slots):
    with pytest.raises(InputError) as told:
        editing.test_of(kind, slots)
    assert told.value.hint
