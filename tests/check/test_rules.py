"""A rule's docstring is its page and its test: each Bad line must be reported, and no Good line."""

import re
from datetime import date

import pytest

from wellfounded import check as checking
from wellfounded.check import view
from wellfounded.check.draft import spans
from wellfounded.model.basis import Source, SourceId
from wellfounded.model.letter import Draft
from wellfounded.packs import shipped

ON = date(2026, 6, 10)
EXAMPLE = re.compile(r"^(Bad|Good):\s+(.+)$", re.MULTILINE)
CASES = [(rule, *match.groups()) for rule in checking.rules() for match in EXAMPLE.finditer(rule.__doc__ or "")]


def prose(text):
    return view.Prose(Draft(Source(SourceId("t"), "t.txt", "text/plain", 1), text, tuple(spans(text))), ON, shipped())


def marks(rule, text):
    asked = checking._asks(rule)
    return list(checking._marks(asked, prose(text), None))


@pytest.mark.parametrize(("rule", "kind", "text"), CASES, ids=lambda v: getattr(v, "CODE", str(v)))
def test_an_example_is_reported_when_bad_and_passed_when_good(rule, kind, text):
    assert bool(marks(rule, text)) == (kind == "Bad")
