"""How often match decides as a person did: `python bench/match.py tests/match/dev -v`, or `tests/match/whole`.

The cases of `dev` hold evidence as a chart reader should give it; those of `whole` hold notes that are read first.
"""

import hashlib
import sys
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from wellfounded import read
from wellfounded.match import match
from wellfounded.match import tree as kleene
from wellfounded.model import asks
from wellfounded.model.basis import Attestation, Fact, Quote, Source, SourceId, Span
from wellfounded.model.case import Case, Conflict, Service
from wellfounded.model.coding import Coding, Duration, PartialDate, Quantity
from wellfounded.model.criteria import All, AtLeast, Criterion, Not, Policy, Requirement, requirements
from wellfounded.model.criteria import Any as Some
from wellfounded.model.determination import Kind, Reading
from wellfounded.model.document import Document, Page
from wellfounded.model.evidence import Assertion, Evidence, EvidenceKind, Outcome, Trial, TrialStatus
from wellfounded.model.finding import Match, Verdict
from wellfounded.model.parties import Coverage, Organization, Patient, Practitioner
from wellfounded.packs.library import shipped

TESTS = {test.kind: test for test in asks.Test.__args__}
RENAMED = {"class": "agent_class"}
ENTERED = Attestation("Sam Fields", "coordinator", date(2026, 1, 2), "entered")


def duration(text: str | None) -> Duration | None:
    if not text:
        return None
    n, unit = str(text).split(maxsplit=1)
    return Duration(float(n), unit if unit.endswith("s") else f"{unit}s")


def quantity(text: object) -> Quantity | None:
    if text is None:
        return None
    words = str(text).split(maxsplit=2)
    comparator = words.pop(0) if words[0] in {"<", "<=", ">", ">="} else "="
    number, _, unit = " ".join(words).partition(" ")
    return Quantity(float(number), unit, comparator)


def test(data: dict[str, Any]) -> asks.Test:
    held = {RENAMED.get(key, key): value for key, value in data.items() if key != "kind"}
    for key, value in held.items():
        if key in {"within", "min_duration"}:
            held[key] = duration(value)
        elif isinstance(value, list):
            held[key] = tuple(str(each) for each in value)
    return TESTS[data["kind"]](**held)


def tree(data: dict[str, Any], gold: dict[str, str]) -> Criterion:
    if "all" in data:
        return All(tuple(tree(part, gold) for part in data["all"]))
    if "any" in data:
        return Some(tuple(tree(part, gold) for part in data["any"]))
    if "at_least" in data:
        return AtLeast(data["at_least"]["n"], tuple(tree(part, gold) for part in data["at_least"]["of"]))
    if "not" in data:
        return Not(tree(data["not"], gold))
    leaf = Requirement(str(data["id"]), data["text"], test(data["test"]), None, str(data.get("label", "")))
    gold[leaf.id] = data["gold"]
    return leaf


def document(name: str, note: dict[str, Any]) -> Document:
    text = f"Note of {note['on']}.\n{note['text']}" if "on" in note else note["text"]
    source = Source(SourceId(hashlib.sha256(text.encode()).hexdigest()), f"chart/{name}", "text/plain", 1)
    return Document(source, text, (Page(1, 0, len(text)),))


def partial(value: object) -> PartialDate | None:
    return None if value is None else PartialDate.parse(str(value))


def evidence(data: dict[str, Any], documents: dict[str, Document], notes: dict[str, Any]) -> Evidence:
    data = dict(data)
    kind = next(
        each for each in EvidenceKind if each.value in data or (each.value == "treatment_trial" and "trial" in data)
    )
    name = str(data.pop("trial" if kind is EvidenceKind.TREATMENT_TRIAL else kind.value))
    held = documents.get(data.pop("in", ""))
    says = str(data.pop("says", ""))
    basis = Quote(says or name, Span(SourceId("0" * 64), 0, len(says or name), 1))
    written = partial(data.pop("written", None))
    if held is not None:
        at = held.text.find(says)
        assert at >= 0, f"{says!r} is not in the note"
        basis = held.quote(at, at + len(says))
        written = written or partial(notes[held.source.path.removeprefix("chart/")].get("on"))
    trial = None
    if kind is EvidenceKind.TREATMENT_TRIAL:
        trial = Trial(
            name, str(data.pop("ingredient", name)), tuple(data.pop("classes", ())), data.pop("listed", True),
            quantity(data.pop("dose", None)), "", data.pop("frequency", ""), partial(data.pop("start", None)),
            partial(data.pop("stop", None)), duration(data.pop("duration", None)),
            TrialStatus(data.pop("status", "past")), Outcome(data.pop("outcome", "unknown")), data.pop("reason", ""),
        )  # fmt: skip
    codes = data.pop("code", "")
    coding = tuple(Coding("icd10cm", code) for code in str(codes).split() if code)
    on, value, finding, author = (data.pop(key, None) for key in ("on", "value", "finding", "author"))
    meant = Assertion(
        **{key: data.pop(key) for key in list(data) if key in {"polarity", "time", "experiencer", "certainty"}}
    )
    assert not data, f"not read: {data}"
    return Evidence(
        kind,
        name,
        basis,
        says,
        coding,
        partial(on),
        quantity(value),
        finding or "",
        trial,
        meant,
        author or "",
        written,
    )


def read_charts(data: dict[str, Any]) -> dict[str, Any]:
    """Read a case's `charts` as the program reads them: documents, readings, evidence and conflicts."""
    documents = tuple(read.document(f"chart/{name}", text.encode()) for name, text in data["charts"].items())
    readings = tuple(read.read_chart(document) for document in documents)
    evidence, conflicts = read.merge(readings)
    return {"documents": documents, "readings": readings, "evidence": evidence, "conflicts": conflicts}


def case(data: dict[str, Any]) -> Case:
    notes = data.get("notes", {})
    documents = {name: document(name, note) for name, note in notes.items()}
    held = tuple(evidence(each, documents, notes) for each in data.get("evidence", ()))
    readings = tuple(
        Reading(
            doc.source.id,
            Kind.CHART_NOTE,
            (),
            tuple(e for e in held if isinstance(e.basis, Quote) and e.basis.at.source == doc.source.id),
        )
        for doc in documents.values()
    )
    patient, who = data.get("patient", {}), data.get("practitioner", {})
    fact = lambda value: None if value is None else Fact(value, ENTERED)  # noqa: E731
    services = tuple(
        Service(
            Fact(each["what"], ENTERED), None, Quantity(each["n"], each.get("unit", "")) if "n" in each else None,
            each.get("frequency", ""), duration(each.get("duration")),
            partial(each.get("start")), partial(each.get("end")),
            each.get("place", ""),
        )
        for each in data.get("services", ())
    )  # fmt: skip
    conflicts = tuple(
        Conflict(
            each["about"],
            tuple(
                Fact(str(value), Quote(str(value), Span(SourceId(where), 0, 1, 1)))
                for where, value in each["says"].items()
            ),
        )
        for each in data.get("conflicts", ())
    )
    return Case(
        data.get("name", "case"),
        Patient(birth_date=fact(patient.get("born")), sex=fact(patient.get("sex"))), Coverage(),
        Practitioner(name=fact(who.get("name")), specialty=fact(who.get("specialty")),
        board_certification=fact(who.get("certification"))),
        Organization(), services,
        tuple(Fact(Coding("icd10cm", *str(each).split(" ", 1)), ENTERED) for each in data.get("diagnoses", ())),
        requested=fact(data.get("requested")),
        attestations=tuple(Attestation(**each) for each in data.get("attest", ())),
        documents=tuple(documents.values()), readings=readings, evidence=held,
        conflicts=conflicts, asks=data.get("asks", ""),
    )  # fmt: skip


def run(data: dict[str, Any]) -> tuple[Match, dict[str, str], Policy]:
    """Match one case as written; gives the answer, the gold by requirement, and the policy."""
    gold: dict[str, str] = {}
    policy = Policy("dev", data.get("name", ""), tree(data["tree"], gold))
    held = case(data)
    if "charts" in data:
        held = replace(held, **read_charts(data))
    return match(policy, held, data["on"], shipped()), gold, policy


def load(folder: Path) -> list[dict[str, Any]]:
    """Give every case under *folder*; a file may hold several."""
    texts = (path.read_text("utf-8") for path in sorted(folder.glob("*.yaml")))
    return [spelled(each) for text in texts for each in yaml.load_all(text, yaml.CSafeLoader) if each]


def spelled(data: Any) -> Any:
    """YAML 1.1 reads the key `on` as true."""
    if isinstance(data, dict):
        return {"on" if key is True else key: spelled(value) for key, value in data.items()}
    return [spelled(each) for each in data] if isinstance(data, list) else data


def measure(folder: Path, *, show: bool = False) -> dict[str, float]:
    """Give pairs, accuracy, the share of false met among met, false not met, needless unknown, and root accuracy."""
    pairs: Counter[tuple[str, str]] = Counter()
    roots = right = 0
    for data in load(folder):
        found, gold, policy = run(data)
        leaves = {leaf.id: leaf for leaf in requirements(policy.root)} if policy.root else {}
        for id_, want in gold.items():
            got = found.of(id_)
            pairs[want, got.verdict.value] += 1
            if show and got.verdict.value != want:
                print(f"{data.get('name')} {id_}: {want} but {got.verdict.value}: {leaves[id_].text[:90]} | {got.why}")
        if policy.root is not None:  # the gold of the root is that of its leaves, by Kleene
            want = kleene.verdict(policy.root, {id_: Verdict(each) for id_, each in gold.items()})
            roots += 1
            right += found.root is want
            if show and found.root is not want:
                print(f"{data.get('name')} root: {want.value} but {found.root.value}")
    total = sum(pairs.values())
    met = sum(n for (_, got), n in pairs.items() if got == "met")
    wrong = {
        verdict: sum(n for (want, got), n in pairs.items() if got == verdict != want)
        for verdict in ("met", "not_met", "unknown")
    }
    return {
        "pairs": total, "accuracy": sum(n for (want, got), n in pairs.items() if want == got) / max(total, 1),
        "false_met": wrong["met"] / max(met, 1), "false_not_met": wrong["not_met"],
        "needless_unknown": wrong["unknown"],
        "cost": 10 * wrong["met"] + 3 * wrong["not_met"] + wrong["unknown"], "roots": roots,
        "root_accuracy": right / max(roots, 1),
    }  # fmt: skip


if __name__ == "__main__":
    for name, figure in measure(
        Path(sys.argv[1] if len(sys.argv) > 1 else "tests/match/dev"), show="-v" in sys.argv
    ).items():
        print(f"{name:18} {figure:.3f}" if isinstance(figure, float) else f"{name:18} {figure}")
