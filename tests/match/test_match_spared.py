"""What another way stands in for is not asked for; its own finding stays."""

import pytest

from wellfounded.match.tree import spared
from wellfounded.model.asks import Other
from wellfounded.model.criteria import All, Any, AtLeast, Not, Requirement
from wellfounded.model.finding import Verdict

M, N, U = Verdict.MET, Verdict.NOT_MET, Verdict.UNKNOWN


def leaf(name):
    return Requirement(name, name, Other())


A, B, C, D = map(leaf, "abcd")
ROWS = (
    (All((Any((A, B)), C)), {"a": M, "b": U, "c": U}, {"b"}),
    (All((Any((A, B)), C)), {"a": U, "b": U, "c": U}, set()),
    (Any((All((A, B)), C)), {"a": M, "b": U, "c": M}, {"b"}),
    (AtLeast(2, (A, B, C)), {"a": M, "b": N, "c": M}, {"b"}),
    (AtLeast(2, (A, B, C)), {"a": M, "b": U, "c": U}, set()),
    (All((Not(Any((A, B))), C)), {"a": N, "b": U, "c": M}, set()),
    (All((Not(All((A, B))), C)), {"a": N, "b": U, "c": U}, {"b"}),
    (Any((Not(A), B)), {"a": N, "b": U}, {"b"}),
    (All((A, B)), {"a": N, "b": U}, set()),
    (All((Any((A, All((B, Any((C, D)))))),)), {"a": M, "b": M, "c": U, "d": U}, {"c", "d"}),
)


@pytest.mark.parametrize(("root", "verdicts", "wanted"), ROWS)
def test_only_what_a_met_way_stands_in_for_is_spared(root, verdicts, wanted):
    assert set(spared(root, verdicts)) == wanted
