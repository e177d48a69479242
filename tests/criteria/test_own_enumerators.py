"""Enumerators and groups that only one policy uses are read as items all the same."""

import pytest

from criteria.sample import document, tree
from wellfounded.criteria import policy

ITEMS = ("Age 18 or older", "PASI of 12 or more", "Prescribed by a dermatologist")


@pytest.mark.parametrize(
    "marks",
    [("[a]", "[b]", "[c]"), ("4-12.1", "4-12.2", "4-12.3"), ("Door 1.", "Door 2.", "Door 3."), ("::", "::", "::")],
    ids=" ".join,
)
def test_a_mark_of_the_policys_own_opens_an_item(marks):
    listed = "\n".join(f"  {mark}  {item}" for mark, item in zip(marks, ITEMS, strict=True))
    text = f"Drug X criteria\n\nDrug X is covered when ALL of the following are met:\n\n{listed}\n"
    assert tree(policy(document(text)).root) == ("all", *ITEMS)
