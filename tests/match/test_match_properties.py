import sys
from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations, product
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))

import match as bench
from wellfounded.match import as_json, match
from wellfounded.match import tree as kleene
from wellfounded.match.timing import back, since
from wellfounded.model.basis import Quote, SourceId, Span
from wellfounded.model.coding import Duration, PartialDate, Quantity
from wellfounded.model.criteria import All, AtLeast, Not, Requirement
from wellfounded.model.criteria import Any as Some
from wellfounded.model.evidence import Evidence, EvidenceKind
from wellfounded.model.finding import Verdict
from wellfounded.packs.library import shipped

DEV = Path(__file__).parent / "dev"
VERDICTS = st.sampled_from(list(Verdict))
LEAVES = [Requirement(name, name, bench.TESTS["other"]()) for name in "abcd"]


def decided(node, *verdicts):
    return kleene.verdict(node, {leaf.id: each for leaf, each in zip(LEAVES, verdicts, strict=False)})


def test_a_double_negation_is_no_negation():
    for each in Verdict:
        assert decided(Not(Not(LEAVES[0])), each) is each


def test_de_morgan_holds():
    a, b = LEAVES[:2]
    for x, y in product(Verdict, repeat=2):
        assert decided(Not(All((a, b))), x, y) is decided(Some((Not(a), Not(b))), x, y)
        assert decided(Not(Some((a, b))), x, y) is decided(All((Not(a), Not(b))), x, y)


def test_order_and_nesting_change_nothing():
    a, b, c = LEAVES[:3]
    for verdicts in product(Verdict, repeat=3):
        for group in (All, Some):
            flat = decided(group((a, b, c)), *verdicts)
            assert all(decided(group(order), *verdicts) is flat for order in permutations((a, b, c)))
            assert decided(group((a, group((b, c)))), *verdicts) is flat


def test_all_is_at_least_n_and_any_is_at_least_one():
    for verdicts in product(Verdict, repeat=3):
        assert decided(All(tuple(LEAVES[:3])), *verdicts) is decided(AtLeast(3, tuple(LEAVES[:3])), *verdicts)
        assert decided(Some(tuple(LEAVES[:3])), *verdicts) is decided(AtLeast(1, tuple(LEAVES[:3])), *verdicts)


def test_learning_what_was_unknown_never_turns_a_decided_group():
    for n, verdicts in product((1, 2, 3), product(Verdict, repeat=4)):
        node = AtLeast(n, tuple(LEAVES))
        before = decided(node, *verdicts)
        if before is Verdict.UNKNOWN:
            continue
        for i, each in enumerate(verdicts):
            for other in Verdict if each is Verdict.UNKNOWN else ():
                assert decided(node, *verdicts[:i], other, *verdicts[i + 1 :]) is before


def test_a_group_with_nothing_in_it_is_unknown():
    assert decided(All(())) is decided(Some(())) is decided(AtLeast(0, ())) is Verdict.UNKNOWN


def _cases():
    for data in bench.load(DEV):
        gold = {}
        yield bench.Policy("dev", "dev", bench.tree(data["tree"], gold)), bench.case(data), data["on"]


def _line(i, kind, name, text):
    return Evidence(
        kind, name, Quote(text, Span(SourceId("f" * 64), i, i + len(text), 1)), text, on=PartialDate(2026, 1, 1)
    )


IRRELEVANT = (
    _line(0, EvidenceKind.DIAGNOSIS, "onychomycosis", "Onychomycosis of the left great toe."),
    _line(1, EvidenceKind.LAB, "serum copper", "Serum copper 101 ug/dL."),
    replace(_line(2, EvidenceKind.SCORE, "Zebra index", "Zebra index 7."), value=Quantity(7)),
    _line(3, EvidenceKind.STATEMENT, "", "Likes to garden on Sundays."),
)


def test_adding_irrelevant_evidence_changes_no_verdict():
    for policy, case, on in _cases():
        more = replace(case, evidence=(*IRRELEVANT[:2], *case.evidence, *IRRELEVANT[2:]))
        before, after = match(policy, case, on, shipped()), match(policy, more, on, shipped())
        assert [(f.requirement, f.verdict) for f in before.findings] == [
            (f.requirement, f.verdict) for f in after.findings
        ]


def test_without_its_supports_nothing_stays_met():
    for policy, case, on in _cases():
        empty = replace(
            case, evidence=(), documents=(), readings=(), attestations=(), services=(), diagnoses=(),
            patient=replace(case.patient, birth_date=None, sex=None),
            practitioner=replace(case.practitioner, specialty=None, board_certification=None),
        )  # fmt: skip
        assert all(finding.verdict is not Verdict.MET for finding in match(policy, empty, on, shipped()).findings)


def test_the_same_case_gives_the_same_bytes():
    for policy, case, on in _cases():
        assert as_json(match(policy, case, on, shipped()), policy) == as_json(
            match(policy, case, on, shipped()), policy
        )


def test_every_quote_in_the_json_is_word_for_word_in_its_note():
    for policy, case, on in _cases():
        texts = {document.source.id: document.text for document in case.documents}
        for finding in as_json(match(policy, case, on, shipped()), policy)["findings"]:
            for side in ("supports", "despite"):
                for each in finding[side]:
                    quote = each["quote"]
                    if quote["source"] in texts:
                        assert texts[quote["source"]][quote["start"] : quote["end"]] == quote["exact"]


DAYS = st.dates(date(2020, 1, 1), date(2026, 1, 1))


@given(DAYS, st.integers(0, 400), st.integers(1, 24), st.sampled_from(["days", "weeks", "months", "years"]))
@settings(max_examples=150, deadline=None)
def test_a_later_request_never_makes_a_stale_value_fresh(day, gone, n, unit):
    value = replace(IRRELEVANT[2], on=PartialDate.of(day))
    first, later = day + timedelta(days=gone), day + timedelta(days=gone + 200)
    within = Duration(n, unit)
    if since(value, back(first, within), first) is Verdict.NOT_MET:
        assert since(value, back(later, within), later) is Verdict.NOT_MET


@given(DAYS, st.integers(1, 40), st.sampled_from(["days", "weeks", "months", "years"]))
@settings(max_examples=150, deadline=None)
def test_going_back_further_gives_an_earlier_day(day, n, unit):
    assert back(day, Duration(n + 1, unit)) < back(day, Duration(n, unit)) < day
