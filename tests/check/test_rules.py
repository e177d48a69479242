"""A rule's docstring is its page and its test: each Bad line must be reported, and no Good line."""

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
import yaml

from check.told import case
from conftest import resting
from wellfounded import check as checking
from wellfounded.check import view
from wellfounded.check.chart import Chart
from wellfounded.check.draft import spans
from wellfounded.model.basis import Source, SourceId
from wellfounded.model.letter import Draft, Sentence
from wellfounded.packs import shipped

ON = date(2026, 6, 10)
EXAMPLE = re.compile(r"^(Bad|Good):\s+(.+)$", re.MULTILINE)
MANY = re.compile(r"(\S[^.\n]*\.) \{x(\d+)\}")  # a sentence, so many times over
RULES = {rule.__name__.rpartition(".")[2]: rule for rule in checking.rules()}
CASES = [(rule, *match.groups()) for rule in RULES.values() for match in EXAMPLE.finditer(rule.__doc__ or "")]
FILES = sorted(Path(__file__).parent.glob("*/*.yaml"))
HARDER = [
    (RULES[path.stem], kind.title(), f"{line}  <-  {told}" if told and "  <-  " not in line else line)
    for path in FILES
    for held in yaml.load_all(path.read_text(), yaml.CSafeLoader)
    for told in [held.get("case", "")]
    for kind in ("bad", "good")
    for line in held.get(kind, ())
]


def marks(rule, line):
    text, _, told = (part.strip() for part in line.partition("  <-  "))
    text = MANY.sub(lambda match: " ".join(f"{n} {match[1]}" for n in range(int(match[2]))), text.replace(" // ", "\n"))
    asked = checking._asks(rule)
    if asked.part is Sentence:
        return list(rule.check(resting(line)))
    chart = Chart(case(told), shipped()) if told else None
    return list(checking._marks(asked, view.Prose(draft_of(text), ON, shipped()), chart))


def draft_of(text):
    return Draft(Source(SourceId("t"), "t.txt", "text/plain", 1), text, tuple(spans(text)))


@pytest.mark.parametrize(("rule", "kind", "line"), CASES + HARDER, ids=lambda v: getattr(v, "CODE", str(v)))
def test_an_example_is_reported_when_bad_and_passed_when_good(rule, kind, line):
    assert bool(marks(rule, line)) == (kind == "Bad")


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_shows_what_is_wrong_and_what_is_right(rule):
    kinds = [match[1] for match in EXAMPLE.finditer(rule.__doc__ or "")]
    assert {"Bad", "Good"} <= set(kinds)


@pytest.mark.parametrize("name", RULES)
def test_a_rule_is_shown_ten_paraphrases_and_ten_near_misses_by_another_hand(name):
    counted = Counter(kind for rule, kind, _ in HARDER if rule is RULES[name])
    assert counted["Bad"] >= 10, counted
    assert counted["Good"] >= 10, counted
