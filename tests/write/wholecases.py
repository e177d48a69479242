"""Whole cases of many specialties as one clinic would send them: charts that are read, a policy and a notice."""

import hashlib
import re
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from wellfounded import read
from wellfounded.match import match
from wellfounded.model import asks
from wellfounded.model.basis import Attestation, Fact, Source, SourceId
from wellfounded.model.case import Case, Service
from wellfounded.model.coding import Coding, Duration, Quantity
from wellfounded.model.criteria import All, Criterion, Policy, Requirement, requirements
from wellfounded.model.criteria import Any as OneOf
from wellfounded.model.determination import CriterionCited, Field, Kind, Reading
from wellfounded.model.document import Document, Page
from wellfounded.model.finding import Match, Verdict
from wellfounded.model.parties import Coverage, Organization, Patient, Practitioner
from wellfounded.packs import shipped

WHOLE = Path(__file__).parents[1] / "match" / "whole"
TESTS = {test.kind: test for test in asks.Test.__args__}
WORD = Attestation("Lena Ortiz", "coordinator", date(2026, 1, 5), "entered")
CODE = re.compile(r"\(([A-Z]\d\d(?:\.[\dA-Z]{1,4})?)\)")


def names() -> list[str]:
    return sorted(path.stem for path in WHOLE.glob("*.yaml"))


@cache
def told(name: str) -> tuple[Case, Policy, Match, date]:
    """Give the case, the policy without what is not met, the match and the day."""
    data = spelled(yaml.load((WHOLE / f"{name}.yaml").read_text("utf-8"), yaml.CSafeLoader))
    on = data["on"]
    charts = tuple(read.document(f"chart/{path}", text.encode()) for path, text in data["charts"].items())
    readings = tuple(read.read_chart(document) for document in charts)
    evidence, conflicts = read.merge(readings)
    lines: list[str] = []
    root = node(data["tree"], lines, "")
    title, number = f"{service_name(data)[:1].upper()}{service_name(data)[1:]}", f"MP-{len(name)}7"
    policy_paper = paper("policy/policy.txt", f"Medical Policy {number}\n{title}\n\n" + "\n".join(lines))
    assert root is not None
    policy = Policy(name, title, quoted(root, policy_paper), number)
    case = case_of(name, data, charts, readings, evidence, conflicts, policy_paper)
    found = match(policy, case, on, shipped())
    failed = {each.requirement for each in found.findings if each.verdict is Verdict.NOT_MET}
    policy = Policy(name, policy.title, without(policy.root, failed), policy.number)
    found = match(policy, case, on, shipped())
    return refused(case, policy, found, on), policy, found, on


def refused(case: Case, policy: Policy, found: Match, on: date) -> Case:
    """Add a notice that disputes the first two requirements about treatment or severity that are met."""
    met = {each.requirement for each in found.findings if each.verdict is Verdict.MET}
    leaves = [leaf for leaf in requirements(policy.root) if leaf.id in met]
    kinds = {"trial", "score", "lab", "measurement", "imaging", "procedure", "other"}
    cited = [leaf for leaf in leaves if leaf.asks.kind in kinds][:2]
    day = on - timedelta(days=21)
    said = [f"Section {leaf.label}. The records sent do not show this." for leaf in cited]
    text = (
        "\n".join((f"Northgate Health Plan\nDate: {day.isoformat()}\n\nNotice of denial. Reference NG-{case.id}.", ""))
        + "\nThe service is not medically necessary.\n"
        + "\n".join(said)
    )
    notice = paper("payer/notice.txt", text)

    def field(name: str, value: Any, words: str) -> Field:
        at = notice.text.index(words)
        return Field(name, value, notice.quote(at, at + len(words)))

    fields = [field("notice_date", day, day.isoformat()), field("reference_number", f"NG-{case.id}", f"NG-{case.id}")]
    fields.append(field("reason", "not_medically_necessary", "not medically necessary"))
    for leaf in cited:
        cite = CriterionCited(policy.title, policy.number, leaf.label)
        fields.append(field("criterion_cited", cite, f"Section {leaf.label}"))
    reading = Reading(notice.source.id, Kind.DENIAL, tuple(fields))
    return replace_case(case, documents=(notice, *case.documents), readings=(reading, *case.readings))


def replace_case(case: Case, **changes: Any) -> Case:
    from dataclasses import replace  # noqa: PLC0415 - one use

    return replace(case, **changes)


def case_of(
    name: str,
    data: dict[str, Any],
    charts: tuple[Document, ...],
    readings: tuple[Reading, ...],
    evidence: Any,
    conflicts: Any,
    policy_paper: Document,
) -> Case:
    who, doctor = data.get("patient", {}), data.get("practitioner", {})
    codes = [found[1] for document in charts for found in CODE.finditer(document.text)][:1]
    leaf = next((n for n in leaves_of(data["tree"]) if n["test"].get("kind") == "diagnosis"), None)
    display = (leaf["test"].get("names") or [""])[0] if leaf else ""
    codes = codes or ([leaf["test"]["codes"][0]] if leaf and leaf["test"].get("codes") else [])
    diagnoses = tuple(Fact(Coding("icd10cm", code, display), WORD) for code in codes) if display else ()
    services = tuple(
        Service(
            Fact(each["what"], WORD),
            None,
            Quantity(float(each["n"]), each.get("unit", "")) if each.get("n") else None,
            str(each.get("frequency", "")),
        )
        for each in data.get("services", ())
    )
    fact = lambda value: None if value in (None, "") else Fact(value, WORD)  # noqa: E731 - as the other builders
    return Case(
        name,
        Patient(fact(who.get("name")), fact(who.get("born")), fact(who.get("sex"))),
        Coverage(payer=fact("Northgate Health Plan"), member_id=fact("NG 445 210")),
        Practitioner(
            name=fact(doctor.get("name")),
            credentials=fact("MD"),
            specialty=fact(doctor.get("specialty")),
            npi=fact("1234567893"),
            licence=fact("MD-100 (OH)"),
            phone=fact("(555) 555-0100"),
            fax=fact("(555) 555-0101"),
        ),
        Organization(fact("Millbrook Clinic"), ("1 Mill Road", "Garrick, OH 44999")),
        services,
        diagnoses,
        documents=(policy_paper, *charts),
        readings=readings,
        evidence=evidence,
        conflicts=conflicts,
    )


def service_name(data: dict[str, Any]) -> str:
    return str(data["services"][0]["what"]) if data.get("services") else str(data["name"])


def leaves_of(data: dict[str, Any]) -> list[dict[str, Any]]:
    if "test" in data:
        return [data]
    parts = data.get("all") or data.get("any") or (data.get("at_least") or {}).get("of") or [data["not"]]
    return [leaf for part in parts for leaf in leaves_of(part)]


def node(data: dict[str, Any], lines: list[str], label: str) -> Criterion | None:
    """Build the tree of what is not known to fail, and the lines of its policy, numbered as a plan would."""
    if "test" in data:
        if data["gold"] == "not_met":
            return None
        lines.append(f"{label} {data['text']}")
        return Requirement(str(data["id"]), data["text"], test_of(data["test"]), None, label)
    key = next(key for key in ("all", "any", "at_least", "not") if key in data)
    held = data[key]["of"] if key == "at_least" else [data[key]] if key == "not" else data[key]
    parts = []
    for n, part in enumerate(held, 1):
        made = node(part, lines, f"{label}.{n}" if label else f"4.{n}")
        if made is not None:
            parts.append(made)
    if not parts:
        return None
    if key in {"any", "at_least"}:
        return OneOf(tuple(parts), label)
    return All(tuple(parts), label)


def without(criterion: Criterion | None, failed: set[str]) -> Criterion:
    kept = prune(criterion, failed)
    assert kept is not None
    return kept


def prune(criterion: Criterion | None, failed: set[str]) -> Criterion | None:
    if isinstance(criterion, Requirement):
        return None if criterion.id in failed else criterion
    assert isinstance(criterion, All | OneOf)
    parts = tuple(part for each in criterion.of if (part := prune(each, failed)) is not None)
    return type(criterion)(parts, criterion.label) if parts else None


def quoted(criterion: Criterion, document: Document) -> Criterion:
    if isinstance(criterion, Requirement):
        at = document.text.index(f"{criterion.label} {criterion.text}") + len(criterion.label) + 1
        quote = document.quote(at, at + len(criterion.text))
        return Requirement(criterion.id, criterion.text, criterion.asks, quote, criterion.label)
    assert isinstance(criterion, All | OneOf)
    return type(criterion)(tuple(quoted(part, document) for part in criterion.of), criterion.label)


def test_of(data: dict[str, Any]) -> asks.Test:
    held = {("agent_class" if key == "class" else key): value for key, value in data.items() if key != "kind"}
    for key, value in held.items():
        if key in {"within", "min_duration"} and value:
            n, unit = str(value).split(maxsplit=1)
            held[key] = Duration(float(n), unit if unit.endswith("s") else f"{unit}s")
        elif isinstance(value, list):
            held[key] = tuple(str(each) for each in value)
    return TESTS[data["kind"]](**held)


def paper(path: str, text: str) -> Document:
    id_ = SourceId(hashlib.sha256(text.encode()).hexdigest())
    return Document(Source(id_, path, "text/plain", 1), text, (Page(1, 0, len(text)),))


def spelled(data: Any) -> Any:
    """YAML 1.1 reads the key `on` as true."""
    if isinstance(data, dict):
        return {"on" if key is True else key: spelled(value) for key, value in data.items()}
    return [spelled(each) for each in data] if isinstance(data, list) else data
