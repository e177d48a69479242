from dataclasses import replace
from datetime import date

import pytest

from wellfounded import plugin
from wellfounded.argue import argue
from wellfounded.argue.grounds.trials import ORDERED
from wellfounded.argue.need import STEPS
from wellfounded.argue.route import parts, stands, steps
from wellfounded.model.asks import Other
from wellfounded.model.basis import Citation, Quote, SourceId, Span, leaves
from wellfounded.model.criteria import All, Any, AtLeast, Criterion, Not, Requirement
from wellfounded.model.determination import Field, Kind, Reading, ReasonKind
from wellfounded.model.finding import Finding, Match, Verdict
from wellfounded.model.law import Right
from wellfounded.packs import shipped
from write import goldcase

ON = date(2026, 3, 20)
WORDS = Quote("words", Span(SourceId("policy"), 0, 5, 1))
MET, NOT, OPEN = Verdict.MET, Verdict.NOT_MET, Verdict.UNKNOWN


def leaf(id_: str) -> Requirement:
    return Requirement(id_, f"words of {id_}", Other(), WORDS, id_)


A, B, C = leaf("a"), leaf("b"), leaf("c")


def match(**verdicts: Verdict) -> Match:
    return Match("p", OPEN, tuple(Finding(name, verdict, basis=(WORDS,)) for name, verdict in verdicts.items()))


@pytest.mark.parametrize(
    ("node", "verdicts", "expected"),
    [
        (All((A, B)), {"a": MET, "b": MET}, MET),
        (All((A, B)), {"a": MET, "b": OPEN}, OPEN),
        (All((A, B)), {"a": NOT, "b": OPEN}, NOT),
        (Any((A, B)), {"a": NOT, "b": MET}, MET),
        (Any((A, B)), {"a": NOT, "b": OPEN}, OPEN),
        (Any((A, B)), {"a": NOT, "b": NOT}, NOT),
        (AtLeast(2, (A, B, C)), {"a": MET, "b": MET, "c": NOT}, MET),
        (AtLeast(2, (A, B, C)), {"a": MET, "b": OPEN, "c": NOT}, OPEN),
        (AtLeast(2, (A, B, C)), {"a": MET, "b": NOT, "c": NOT}, NOT),
        (Not(A), {"a": NOT}, MET),
        (Not(A), {"a": OPEN}, OPEN),
        (Not(Any((A, B))), {"a": NOT, "b": NOT}, MET),
        (Not(Any((A, B))), {"a": NOT, "b": MET}, NOT),
        (Not(All((A, B))), {"a": NOT, "b": MET}, MET),
        (Not(Not(A)), {"a": MET}, MET),
        (All((A, B)), {"a": MET}, OPEN),  # a finding that is missing is unknown
    ],
)
def test_a_node_stands_as_its_parts_make_it_stand(
    node: Criterion, verdicts: dict[str, Verdict], expected: Verdict
) -> None:
    assert stands(node, match(**verdicts)) is expected


@pytest.mark.parametrize(
    ("node", "verdicts", "way"),
    [
        (Any((A, B)), {"a": NOT, "b": MET}, ["b"]),
        (Any((A, B)), {"a": OPEN, "b": MET}, ["b"]),
        (Any((A, B)), {"a": MET, "b": MET}, ["a", "b"]),
        (Any((All((A, B)), C)), {"a": MET, "b": OPEN, "c": OPEN}, ["a", "b"]),
        (AtLeast(2, (A, B, C)), {"a": MET, "b": NOT, "c": MET}, ["a", "c"]),
        (All((A, Any((B, C)))), {"a": MET, "b": NOT, "c": MET}, ["a", "c"]),
        (Not(Any((A, B))), {"a": NOT, "b": NOT}, ["a", "b"]),
    ],
)
def test_the_way_goes_where_the_policy_is_open(node: Criterion, verdicts: dict[str, Verdict], way: list[str]) -> None:
    assert [step.requirement.id for step in steps(node, match(**verdicts))] == way


def test_parts_are_counted_as_a_reviewer_counts_them() -> None:
    node = Any((All((A, B, Any((C,)))), leaf("d")))
    assert parts(node, match(a=MET, b=MET, c=MET, d=NOT)) == (A, B, Any((C,)))
    assert parts(node, match(a=NOT, b=MET, c=MET, d=MET)) == (leaf("d"),)


def test_no_claim_rests_on_nothing() -> None:
    for slug in ("tms", "psoriasis", "oxygen"):
        case, policy, found = goldcase.told(slug)
        brief = argue(case, policy, found, (), shipped(), ON)
        for argument in brief.arguments:
            for claim in (argument.claim, *argument.grounds, *argument.despite):
                assert any(True for basis in claim.basis for _ in leaves(basis)), claim.kind


def test_a_verdict_rests_on_the_policys_words_and_the_charts() -> None:
    case, policy, found = goldcase.told("tms")
    brief = argue(case, policy, found, (), shipped(), ON)
    claim = next(each for each in brief.claims("criterion_met") if each.about == "IV.D.1")
    paths = {case.document(each.at.source).source.path for each in leaves(claim.basis[0]) if isinstance(each, Quote)}
    assert any(path.startswith("policy/") for path in paths)
    assert any(path.startswith("chart/") for path in paths)


def test_a_requirement_that_fails_with_no_other_way_is_a_stop_with_what_else_could_be_done() -> None:
    case, policy, found = goldcase.told("oxygen")
    brief = argue(case, policy, found, (), shipped(), date(2026, 6, 15))
    assert [stop.requirement for stop in brief.stops] == ["2"]
    assert not {claim.about for claim in brief.claims("criterion_met")} & {"2.a", "2.b", "2.c", "2.d"}


def test_an_open_requirement_is_asked_and_not_argued() -> None:
    case, policy, found = goldcase.told("tms")
    brief = argue(case, policy, found, (), shipped(), ON)
    assert brief.open == ("IV.G",)
    assert any("2026-03-02" in gap.line for gap in brief.asks)


def test_with_no_policy_the_criteria_are_asked_for_first() -> None:
    case, _, _ = goldcase.told("tms")
    brief = argue(case, None, None, (), shipped(), ON)
    assert not list(brief.claims("criterion_met"))
    assert any("before arguing" in gap.line for gap in brief.asks)


def test_every_reason_a_payer_gives_has_a_strategy() -> None:
    files = plugin.modules("wellfounded.argue.strategies", "ANSWERS", "argue")
    assert {kind for file in files for kind in file.ANSWERS} == set(ReasonKind)


def refused(kind: ReasonKind) -> Reading:
    case, _, _ = goldcase.told("tms")
    document = next(d for d in case.documents if d.source.path.startswith("payer/"))
    quote = document.quote(0, 40)
    return Reading(document.source.id, Kind.DENIAL, (Field("reason", kind.value, quote),))


@pytest.mark.parametrize(
    ("reason", "stop"),
    [
        (ReasonKind.CODING, "coding"),
        (ReasonKind.NO_PRIOR_AUTHORIZATION, "authorization"),
        (ReasonKind.OUT_OF_NETWORK, "network"),
        (ReasonKind.TIMING_OR_PLAN_YEAR, "dates"),
    ],
)
def test_what_need_cannot_answer_is_a_stop_that_says_what_can(reason: ReasonKind, stop: str) -> None:
    case, policy, found = goldcase.told("tms")
    brief = argue(replace(case, readings=(refused(reason),)), policy, found, (), shipped(), ON)
    assert stop in {each.requirement for each in brief.stops}
    assert all(each.instead for each in brief.stops)


def test_an_exclusion_is_answered_by_coverage_language_or_not_at_all() -> None:
    case, policy, found = goldcase.told("tms")
    case = replace(case, readings=(refused(ReasonKind.NOT_COVERED_BENEFIT),))
    assert list(argue(case, policy, found, (), shipped(), ON).claims("covered_by_policy"))
    assert [each.requirement for each in argue(case, None, None, (), shipped(), ON).stops] == ["coverage"]


def test_a_stop_on_a_step_names_the_exception_the_law_gives() -> None:
    case, policy, found = goldcase.told("oxygen")
    right = Right("step_therapy_exception", "The plan must decide an exception request.", Citation("a statute", "", ON))
    stepped = replace(case, readings=(refused(ReasonKind.STEP_THERAPY),))
    brief = argue(stepped, policy, found, (right,), shipped(), date(2026, 6, 15))
    assert any(right.says in each.instead for each in brief.stops)


def test_a_service_called_experimental_with_no_reference_is_asked_for_one() -> None:
    case, policy, found = goldcase.told("oxygen")
    case = replace(case, services=(), readings=(refused(ReasonKind.EXPERIMENTAL_INVESTIGATIONAL),))
    brief = argue(case, policy, found, (), shipped(), date(2026, 6, 15))
    assert any("reference pack" in gap.line for gap in brief.asks)


def test_a_citation_of_a_whole_section_is_met_only_when_the_section_is() -> None:
    case, policy, found = goldcase.told("psoriasis")
    changed = tuple(Finding(f.requirement, NOT) if f.requirement == "3.5(a)" else f for f in found.findings)
    changed = tuple(Finding(f.requirement, OPEN) if f.requirement == "3.5(b)" else f for f in changed)
    for verdicts, expected in ((found.findings, "yes"), (changed, "no")):
        brief = argue(case, policy, replace(found, findings=verdicts), (), shipped(), date(2026, 4, 28))
        cited = next(claim for claim in brief.claims("payer_cited") if claim.slot("section") == "3.5")
        assert cited.slot("met") == expected


def test_a_treatment_only_talked_of_was_not_ordered() -> None:
    assert ORDERED.search("prescribed in May but never filled")
    assert ORDERED.search("wrote for 20 mg, she never picked up the bottle")
    assert not ORDERED.search("was discussed by allergy at the time and never started")


def test_how_to_appeal_is_no_reason() -> None:
    assert STEPS.match("STEP 1  Ask us in writing to reconsider our initial decision.")
    assert STEPS.match("You may ask for a review within 60 days.")
    assert not STEPS.match("You used the machine on 41 percent of days.")
