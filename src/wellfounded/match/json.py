"""What `wellfounded match CASE --json` prints: findings with their quotes, and the verdict at the root."""

from typing import TypedDict

from wellfounded.model.basis import Attestation, Basis, Citation, Quote, leaves, quotes
from wellfounded.model.criteria import Criterion, Policy, Requirement, requirements
from wellfounded.model.evidence import Evidence
from wellfounded.model.finding import Finding, Match

Plain = dict[str, object]


class FindingJson(TypedDict):
    """One finding as JSON."""

    requirement: str
    label: str
    text: str
    verdict: str
    supports: list[Plain]
    despite: list[Plain]
    rests_on: list[Plain]  # case facts and people's words, which have no place in a chart
    gap: Plain | None
    why: str


class MatchJson(TypedDict):
    """The whole answer."""

    policy: str
    root: str
    findings: list[FindingJson]


def as_json(match: Match, policy: Policy) -> MatchJson:
    """Give plain data in the order of the policy; a statement that rests on no passage is named without a quote."""
    nodes: tuple[Criterion, ...] = tuple(node for node in (policy.root, policy.continuation) if node is not None)
    known = {leaf.id: leaf for node in (*nodes, *policy.exclusions, *policy.limits) for leaf in requirements(node)}
    return {
        "policy": match.policy,
        "root": match.root.value,
        "findings": [_finding(finding, known.get(finding.requirement)) for finding in match.findings],
    }


def _finding(finding: Finding, requirement: Requirement | None) -> FindingJson:
    return {
        "requirement": finding.requirement,
        "label": requirement.label if requirement else "",
        "text": requirement.text if requirement else "",
        "verdict": finding.verdict.value,
        "supports": [evidence(each) for each in finding.supports],
        "despite": [evidence(each) for each in finding.despite],
        "rests_on": [_leaf(leaf) for basis in finding.basis for leaf in leaves(basis)],
        "gap": {"do": finding.gap.do, "line": finding.gap.line} if finding.gap else None,
        "why": finding.why,
    }


def evidence(each: Evidence) -> Plain:
    """Give one statement with the chart's own field names; what is not stated is left out."""
    found: Plain = {"kind": each.kind.value, "name": each.name or each.statement[:80], "statement": each.statement}
    if each.trial is not None:
        trial = each.trial
        found |= {
            "agent": trial.agent, "ingredient": trial.ingredient, "dose": _text(trial.dose), "route": trial.route,
            "frequency": trial.frequency, "start": _text(trial.start), "stop": _text(trial.stop),
            "duration": _text(trial.duration), "status": trial.status.value, "outcome": trial.outcome.value,
            "reason_stopped": trial.reason_stopped,
        }  # fmt: skip
    if each.value is not None:
        found |= {"value": each.value.value, "unit": each.value.unit, "comparator": each.value.comparator}
    found |= {"date": _text(each.on), "written": _text(each.written), "finding": each.finding}
    found |= {"codes": [{"system": coding.system, "code": coding.code} for coding in each.coding]}
    kept = {key: value for key, value in found.items() if value not in ("", None, [])}
    meant = each.assertion
    kept["assertion"] = {
        "polarity": meant.polarity, "time": meant.time, "experiencer": meant.experiencer, "certainty": meant.certainty,
    }  # fmt: skip
    first = next(iter(quotes(each.basis)), None)
    kept["quote"] = quote(first) if first else None
    return kept


def quote(each: Quote) -> Plain:
    """Give a passage with its place; offsets count characters of the source's text."""
    return {
        "exact": each.exact,
        "source": each.at.source,
        "page": each.at.page,
        "start": each.at.start,
        "end": each.at.end,
    }


def _leaf(leaf: Basis) -> Plain:
    if isinstance(leaf, Quote):
        return {"quote": quote(leaf)}
    if isinstance(leaf, Attestation):
        return {"attestation": {"by": leaf.by, "role": leaf.role, "on": leaf.on.isoformat(), "says": leaf.says}}
    if isinstance(leaf, Citation):
        return {"citation": {"authority": leaf.authority, "url": leaf.url, "as_of": leaf.as_of.isoformat()}}
    return {"rule": leaf.rule}


def _text(value: object) -> str:
    return "" if value is None else str(value)
