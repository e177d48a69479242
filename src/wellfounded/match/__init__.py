"""Room 4, what the chart shows: each requirement met, not met or unknown, and for every gap one line to ask."""

from dataclasses import replace
from datetime import date
from types import ModuleType

from wellfounded.match import gaps, paired, restrictions, sane, tails, tree
from wellfounded.match.agents import agents
from wellfounded.match.json import as_json
from wellfounded.match.passages import once, passages
from wellfounded.match.tree import NOT, denied, leads, verdict
from wellfounded.match.view import View, index
from wellfounded.match.visits import visits
from wellfounded.model.asks import Absent, Diagnosis, Documentation, Function, Other, ProcedureDone, Severity, Test
from wellfounded.model.case import Case
from wellfounded.model.criteria import Criterion, Policy, Requirement, requirements
from wellfounded.model.finding import Finding, Match, Verdict
from wellfounded.packs.library import Library
from wellfounded.plugin import modules

__all__ = ["as_json", "match", "spared"]

MOST = 12  # statements a finding keeps on each side, the newest first: a long chart repeats itself
# What a statement tells of: present where the chart shows it, and not there only where the chart denies it.
_TOLD = (Diagnosis, Documentation, Function, Other, ProcedureDone, Severity)
_RENEWAL = ("continuation", "renewal", "reauthorization")


def match(policy: Policy, case: Case, on: date, library: Library) -> Match:
    """Decide every requirement of *policy* over *case*: the tree first, then its exclusions and limits.

    Recency counts back from the day of the request where the case knows it, else from *on*. The root is decided by
    Kleene's logic over the tree alone; an exclusion found "met" applies, and is for a person to weigh. What must not
    hold (under a Not, or an exclusion) carries its gap line where it is met or unknown, all else where it is not met
    or unknown.
    """
    requested = case.requested.value if case.requested else on
    said = passages(case)
    root = _root(policy, case)
    over = dict(leads(root)) if root is not None else {}
    view = View(
        case, requested, max(on, requested), sane.evidence(case), said, agents(library), index(said), visits(said), over
    )
    leaves = tuple(requirements(root)) if root is not None else ()
    unwanted = frozenset(denied(root)) if root is not None else frozenset()
    findings = [_decide(leaf, view, unwanted=leaf.id in unwanted) for leaf in leaves]
    held = {finding.requirement: finding.verdict for finding in findings}
    findings += [_decide(leaf, view, unwanted=True) for leaf in policy.exclusions]
    findings += [_limit(leaf, view) for leaf in policy.limits]
    return Match(policy.id, Verdict.UNKNOWN if root is None else verdict(root, held), tuple(findings))


def spared(policy: Policy, match: Match) -> frozenset[str]:
    """Give the ids of the requirements whose gaps cannot change the root: another way to what they serve is met."""
    held = {finding.requirement: finding.verdict for finding in match.findings}
    return frozenset(tree.spared(policy.root, held)) if policy.root is not None else frozenset()


def _root(policy: Policy, case: Case) -> Criterion | None:
    if policy.continuation is not None and any(word in case.asks.lower() for word in _RENEWAL):
        return policy.continuation
    return policy.root


def _decide(requirement: Requirement, view: View, *, unwanted: bool) -> Finding:
    """Decide one requirement by the file of its test's kind; what must not hold, by the words that deny or show it."""
    if isinstance(requirement.asks, _TOLD) and restrictions.points_elsewhere(requirement.text):
        finding = _run(Other(), requirement, view)
    else:
        finding = _run(requirement.asks, requirement, view)
    if unwanted and isinstance(requirement.asks, _TOLD) and finding.verdict is not Verdict.MET:
        finding = _turned(_run(Absent(requirement.text), requirement, view))
    if finding.verdict is Verdict.UNKNOWN and not unwanted:
        finding = _again(requirement, view) or finding
    if not unwanted:
        finding = paired.held(requirement, tails.held(requirement, finding, view), view)
    finding = replace(finding, supports=once(finding.supports)[:MOST], despite=once(finding.despite)[:MOST])
    if not unwanted:
        return finding
    if finding.verdict is Verdict.NOT_MET:
        return replace(finding, gap=None)
    return replace(finding, gap=gaps.unwanted(view, requirement, finding))


def _run(asks: Test, requirement: Requirement, view: View) -> Finding:
    finding: Finding = _deciders()[asks.kind].decide(asks, requirement, view)
    return finding


def _again(requirement: Requirement, view: View) -> Finding | None:
    """Look at the words of a requirement that its typed test left open."""
    looks = modules("wellfounded.match.frames", "decide")
    return next((found for look in looks if (found := look.decide(requirement, view)) is not None), None)


def _turned(absent: Finding) -> Finding:
    """Say of a thing itself what was found of its absence."""
    return replace(absent, verdict=NOT[absent.verdict], supports=absent.despite, despite=absent.supports)


def _limit(requirement: Requirement, view: View) -> Finding:
    """Decide one limit; where the request gives nothing to compare, a person must hold it against the words."""
    finding = _decide(requirement, view, unwanted=False)
    return replace(finding, gap=gaps.limit(requirement)) if finding.verdict is Verdict.UNKNOWN else finding


def _deciders() -> dict[str, ModuleType]:
    return {module.KIND: module for module in modules("wellfounded.match.decide", "KIND", "decide")}
