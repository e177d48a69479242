"""The criteria as a tree of rows: verdict, the plan's words, and every passage for and against."""

import re
from dataclasses import dataclass, field, replace

from wellfounded import match as matching
from wellfounded.clinic.showing.links import Passage, entered, passage, word
from wellfounded.clinic.showing.said import BARRED, VERDICTS
from wellfounded.model.asks import Lab, Measurement, Score
from wellfounded.model.basis import Attestation, quotes
from wellfounded.model.case import Case
from wellfounded.model.criteria import All, Any, AtLeast, Criterion, Not, Policy, Requirement
from wellfounded.model.evidence import Evidence
from wellfounded.model.finding import Finding, Match, Verdict
from wellfounded.pipeline import Tour

DATA = (".json", ".xml")  # data for programs: a paper that says the same is shown first
SPARED = "spared"  # a line that another way stands in for
FEW = 2  # passages shown at once; the rest open on demand


@dataclass(frozen=True, slots=True)
class Line:
    """One node of the policy: a heading ("one of these") or a requirement with its verdict."""

    depth: int
    label: str
    words: str
    joins: str = ""  # for a heading: all of these, one of these, ...
    css: str = ""
    verdict: str = ""
    why: str = ""
    gap: str = ""
    id: str = ""
    policy: Passage | None = None
    supports: list[Passage] = field(default_factory=list)
    despite: list[Passage] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    own: str = ""  # of a line that is not needed: what was found of it all the same
    kept: list[str] = field(default_factory=list)  # people's words about this line that do not settle it
    lacks: str = ""  # why they do not
    changed: str = ""  # a person's word that it reads as it does

    @property
    def first(self) -> list[Passage]:
        """Give the passages for it that are shown at once."""
        return self.supports[:FEW]

    @property
    def against(self) -> list[Passage]:
        """Give the passages against it that are shown at once."""
        return self.despite[:FEW]

    @property
    def more_against(self) -> list[Passage]:
        """Give the other passages against it."""
        return self.despite[FEW:]

    @property
    def more(self) -> list[Passage]:
        """Give the other passages for it."""
        return self.supports[FEW:]


def lines(policy: Policy, match: Match, case: Case, token: str) -> list[Line]:
    """Give the tree as rows in the order of the text; no rows where the policy holds no criteria."""
    if policy.root is None:
        return []
    findings = {finding.requirement: finding for finding in match.findings}
    rows = _node(policy.root, findings, case, token, 0)
    changed = {each.node: f"{each.word.says} ({each.word.by}, {each.word.on})" for each in policy.edits}
    rows = [replace(row, changed=changed.get(row.id or row.label, "")) for row in rows]
    spared = matching.spared(policy, match)
    return [
        replace(r, css=SPARED, verdict="Not needed", own=r.verdict) if r.id in spared and r.css else r for r in rows
    ]


def beside(tour: Tour, token: str) -> list[tuple[str, list[Line]]]:
    """Give what stands beside the criteria: limits of amount and time, exclusions, how long an approval lasts."""
    policy, match = tour.policy, tour.match
    if policy is None or match is None:
        return []
    findings = {finding.requirement: finding for finding in match.findings}
    groups = (("Limits", policy.limits), ("Not covered", policy.exclusions))
    out = [
        (name, [_leaf(each, findings.get(each.id), tour.case, token, 0, bars=name == "Not covered") for each in held])
        for name, held in groups
    ]
    lasts = [Line(0, "", policy.approval)] if policy.approval else []
    return [(name, rows) for name, rows in (*out, ("An approval lasts", lasts)) if rows]


def counted(rows: list[Line]) -> dict[str, int]:
    """Count requirements by verdict, under the names of the style sheet with a line for a hyphen."""
    every = (*(css for css, _ in VERDICTS.values()), SPARED)
    return {css.replace("-", "_"): sum(row.css == css for row in rows) for css in every}


def _node(
    node: Criterion, findings: dict[str, Finding], case: Case, token: str, depth: int, *, bars: bool = False
) -> list[Line]:
    if isinstance(node, Requirement):
        return [_leaf(node, findings.get(node.id), case, token, depth, bars=bars)]
    inside = bars is not isinstance(node, Not)
    parts = (node.of,) if isinstance(node, Not) else node.of
    joins = {All: "all of these", Any: "one of these", Not: "none of these"}.get(type(node), "")
    if isinstance(node, AtLeast):
        joins = f"at least {node.n} of these"
    head = [Line(depth, node.label, " ".join(node.text.split()), joins=joins)] if depth or node.text else []
    below = [row for part in parts for row in _node(part, findings, case, token, depth + len(head), bars=inside)]
    return head + below


def _leaf(
    node: Requirement, finding: Finding | None, case: Case, token: str, depth: int, *, bars: bool = False
) -> Line:
    words = " ".join(node.text.split())
    at = passage(node.quote, case, token) if node.quote else None
    if finding is None:
        return Line(depth, node.label, words, css="not-found", verdict="Not found", policy=at, id=node.id)
    good = Verdict.NOT_MET if bars else Verdict.MET
    used = [each for each in finding.basis if isinstance(each, Attestation)]
    about = [each for each in case.attestations if node.label and _of(each, node.label) and each not in used]
    css, verdict = (BARRED if bars else VERDICTS)[finding.verdict]
    return Line(
        depth,
        node.label,
        words,
        css=css,
        verdict=verdict,
        why=finding.why,
        gap=finding.gap.line if finding.gap else "",
        id=node.id,
        policy=at,
        supports=_passages(finding.supports, case, token),
        despite=_passages(finding.despite, case, token),
        kept=[f"{each.says} ({each.by})" for each in about] if finding.verdict is not good else [],
        lacks=_lacks(node),
        people=[f"{entered(b.says)} ({word(b)})" for b in finding.basis if isinstance(b, Attestation)],
    )


def _of(word: Attestation, label: str) -> bool:
    return word.says.strip().lower().startswith(f"{label.lower()}:")


def _lacks(node: Requirement) -> str:
    """Say why a person's word is not enough for what a line tests."""
    if isinstance(node.asks, Score | Lab | Measurement):
        return "the policy asks for a value with its day, in a report or note"
    if getattr(node.asks, "within", None) is not None or re.search(
        r"\bwithin\b.*\b(?:days|weeks|months|year)", node.text
    ):
        return "the policy asks for a dated report"
    return "the chart must show it"


def _passages(held: tuple[Evidence, ...], case: Case, token: str) -> list[Passage]:
    found = [passage(quote, case, token) for item in held for quote in quotes(item.basis)]
    papers = sorted(
        (each for each in found if each is not None), key=lambda each: each.where.split(",")[0].endswith(DATA)
    )
    return list(dict.fromkeys(papers))
