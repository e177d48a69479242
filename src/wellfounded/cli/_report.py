"""The analysis of a case as plain text: what was decided, what is shown, what is due, what to ask."""

import textwrap
from collections.abc import Iterable, Iterator
from typing import Any

from wellfounded import criteria, law
from wellfounded import match as matching
from wellfounded.cli._law import deadline_table, provision_list, stake_list, step_list
from wellfounded.model.basis import quotes
from wellfounded.model.case import Case
from wellfounded.model.criteria import Policy, barred, requirements
from wellfounded.model.determination import REFUSALS
from wellfounded.model.document import Document
from wellfounded.model.evidence import Evidence
from wellfounded.model.finding import Match, Verdict
from wellfounded.pipeline import Tour

WIDTH = 100
SAID = {Verdict.MET: "MET", Verdict.NOT_MET: "NOT MET", Verdict.UNKNOWN: "NOT FOUND"}
BARRED = {Verdict.MET: "PRESENT", Verdict.NOT_MET: "ABSENT", Verdict.UNKNOWN: "NOT FOUND"}  # of what must not hold
DECISION = ("payer", "delegate", "plan_market", "notice_date", "reference_number", "claim_number", "service", "reason")


def analysis(tour: Tour) -> str:
    """Give the whole analysis; every value names the file and page it came from."""
    parts = [
        ("The decision", list(_decision(tour.case))),
        (
            "Criteria",
            criteria_table(tour.policy, tour.match, tour.case) if tour.policy and tour.match else _no_policy(tour),
        ),
        ("Next steps", step_list(tour.steps)),
        ("Deadlines", deadline_table(tour.deadlines, tour.limits, law.questions(tour.case), tour.on)),
        ("What is at stake", stake_list(law.recoverable(tour.case))),
        ("Health account", provision_list(tour.spending)),
        ("Stops", [line for stop in tour.brief.stops for line in _wrapped([stop.says, *stop.instead])]),
        ("Still to find, chart, order or ask", [f"- {gap.line}" for gap in tour.brief.asks]),
        ("Documents that disagree", list(_conflicts(tour.case))),
        ("Read in part or not at all", list(unread(tour.case.documents))),
        ("Problems in the letter", [f"{p.code} {p.severity.value}: {p.message}" for p in tour.problems]),
    ]
    out: list[str] = []
    for title, lines in parts:
        if lines:
            out += [title.upper(), *(f"  {line}" for line in lines), ""]
    return "\n".join(out).rstrip() + "\n"


def criteria_table(policy: Policy, match: Match, case: Case) -> list[str]:
    """Give the criteria table: verdict, the plan's number and words, and the passages for and against."""
    dated = f", effective {policy.effective}" if policy.effective else ""
    out = [f"{policy.title} {policy.number}{dated}".strip(), f"Taken together: {SAID[match.root]}", ""]
    held = {each.id: each for each in requirements(policy.root)} if policy.root else {}
    held |= {each.id: each for each in (*policy.exclusions, *policy.limits)}
    bars = {each.id for each in (*(barred(policy.root) if policy.root else ()), *policy.exclusions)}
    spared = matching.spared(policy, match)
    for finding in match.findings:
        requirement = held.get(finding.requirement)
        words = " ".join(requirement.text.split()) if requirement else finding.requirement
        label = f"{requirement.label} " if requirement and requirement.label else ""
        said = (BARRED if finding.requirement in bars else SAID)[finding.verdict]
        out += textwrap.wrap(f"{said:<10}{label}{words}", WIDTH, subsequent_indent=" " * 10)
        out += [f"            for: {line}" for item in finding.supports[:3] for line in [_passage(item, case)]]
        out += [f"        against: {line}" for item in finding.despite[:3] for line in [_passage(item, case)]]
        if finding.requirement in spared:
            out.append(f"{'':12}> Not needed: another way is met.")
        elif finding.gap:
            out += textwrap.wrap(finding.gap.line, WIDTH, initial_indent=" " * 12 + "> ", subsequent_indent=" " * 14)
    return out


def outline(tour: Tour) -> dict[str, Any]:
    """Give every noun of the tour but the documents' texts, for tour.json."""
    return {
        "readings": tour.case.readings,
        "evidence": tour.case.evidence,
        "conflicts": tour.case.conflicts,
        "policy": tour.policy,
        "match": tour.match,
        "jurisdictions": tour.jurisdictions,
        "deadlines": tour.deadlines,
        "rights": tour.rights,
        "steps": tour.steps,
        "limits": tour.limits,
        "spending": tour.spending,
        "stakes": law.recoverable(tour.case),
        "brief": tour.brief,
        "problems": tour.problems,
        "sources": tuple(document.source for document in tour.case.documents),
    }


def pack(policy: Policy) -> str:
    """Give the policy as a pack to edit: put it into the case's packs/policy/ and the next run uses it."""
    return criteria.to_pack(policy)


def _decision(case: Case) -> Iterator[str]:
    reading = case.reading(*REFUSALS)
    if reading is None:
        yield "No denial is here: this is a first request."
        for other in case.readings:
            if (path := case.document(other.source).source.path).startswith("payer/"):
                yield f"{path}: read as {other.kind.value.replace('_', ' ')}, not as a denial"
        return
    document = case.document(reading.source)
    yield f"{document.source.path}: {reading.kind.value.replace('_', ' ')}"
    for name in DECISION:
        for field in reading.all(name):
            yield f"{name.replace('_', ' ')}: {field.value}   (p. {field.basis.at.page})"


def _no_policy(tour: Tour) -> list[str]:
    del tour
    return ["No policy is here. The first step is to ask the plan for the criteria it used; the letter does that."]


def _conflicts(case: Case) -> Iterator[str]:
    for conflict in case.conflicts:
        yield f"{conflict.about}:"
        for fact in conflict.says:
            held = next(quotes(fact.basis), None)
            where = f"{case.document(held.at.source).source.path}, p. {held.at.page}" if held else "case.yaml"
            yield f"    {fact.value}   ({where})"


def unread(documents: Iterable[Document]) -> Iterator[str]:
    """Say which documents were not read whole, so that nobody takes their silence for an answer."""
    for document in documents:
        where = document.source.path
        yield from (remark if remark.startswith(where) else f"{where}: {remark}" for remark in document.remarks)
        if not document.text.strip():
            yield f"{where}: no text was found in it"
        elif scanned := [str(page.number) for page in document.pages if page.scanned]:
            yield f"{where}: read from pictures of pages; compare names, numbers and dates (p. {', '.join(scanned)})"


def _passage(item: Evidence, case: Case) -> str:
    held = next(quotes(item.basis), None)
    if held is None:
        return item.statement or item.name
    where = f"{case.document(held.at.source).source.path}, p. {held.at.page}"
    return f'"{textwrap.shorten(" ".join(held.exact.split()), WIDTH - 20)}"  {where}'


def _wrapped(lines: list[str]) -> Iterator[str]:
    for line in lines:
        yield from textwrap.wrap(line, WIDTH)
