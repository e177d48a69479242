"""Cases built from the gold of tests/stories and the papers of examples, with no reading room in between."""

import hashlib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import docx
import pypdfium2
import yaml

from wellfounded.model import asks as tests
from wellfounded.model.basis import Attestation, Fact, Source, SourceId
from wellfounded.model.case import Case, OwnWords, Service
from wellfounded.model.coding import Coding, Duration, PartialDate, Quantity
from wellfounded.model.criteria import All, AtLeast, Criterion, Policy, Requirement
from wellfounded.model.criteria import Any as OneOf
from wellfounded.model.determination import CriterionCited, Field, Kind, Reading
from wellfounded.model.document import Document, Page
from wellfounded.model.evidence import Evidence
from wellfounded.model.finding import Match, Verdict
from wellfounded.model.parties import Coverage, Organization, Patient, Practitioner
from wellfounded.write.dated import dated
from write.goldevidence import find, finding, notes, scores, trials

ROOT = Path(__file__).parents[2]
MEDIA = {".pdf": "application/pdf", ".txt": "text/plain", ".docx": "application/docx", ".json": "application/fhir+json"}


def documents(folder: Path) -> tuple[Document, ...]:
    found = []
    for path in sorted(folder.glob("*/*")):
        name = path.relative_to(folder).as_posix()
        pages = text_of(path)
        text, spans = "", []
        for number, page in enumerate(pages, 1):
            spans.append(Page(number, len(text), len(text) + len(page)))
            text += page + "\n"
        id_ = SourceId(hashlib.sha256(path.read_bytes()).hexdigest())
        found.append(Document(Source(id_, name, MEDIA.get(path.suffix, "text/plain"), len(pages)), text, tuple(spans)))
    return tuple(found)


def text_of(path: Path) -> list[str]:
    if path.suffix == ".pdf":
        held = pypdfium2.PdfDocument(path)
        return [held[n].get_textpage().get_text_range().replace("\r\n", "\n") for n in range(len(held))]
    if path.suffix == ".docx":
        held = docx.Document(str(path))
        cells = [" ".join(cell.text for cell in row.cells) for table in held.tables for row in table.rows]
        return ["\n".join([*(p.text for p in held.paragraphs), *cells])]
    return [path.read_text(encoding="utf-8")]


@cache
def told(slug: str) -> tuple[Case, Policy, Match]:
    """Give the case, policy and match of one story."""
    story = yaml.load((ROOT / "tests" / "stories" / f"{slug}.yaml").read_text(), yaml.CSafeLoader)
    folder = ROOT / "examples" / slug
    entry = yaml.load((folder / "case.yaml").read_text(), yaml.CSafeLoader)
    held = documents(folder)
    by = {document.source.path: document for document in held}
    policy = policy_of(slug, story, next(d for d in held if d.source.path.startswith("policy/")))
    evidence = [*trials(story, held), *scores(story, held), *notes(slug, held)]
    findings = tuple(finding(each, policy, by, evidence) for each in story["verdicts"]["leaves"])
    match = Match(policy.id, Verdict(story["verdicts"]["root"]), findings)
    evidence += [item for each in findings for item in (*each.supports, *each.despite) if item not in evidence]
    return case_of(entry, story, held, tuple(evidence)), policy, match


def policy_of(slug: str, story: dict[str, Any], document: Document) -> Policy:
    held = story["policy"]
    return Policy(
        slug,
        held["title"],
        node(story["criteria"], document),
        held.get("number", ""),
        held.get("version", ""),
        payer=story["denial"][0]["value"],
    )


def node(data: dict[str, Any], document: Document) -> Criterion:
    label = str(data.get("id", ""))
    if "test" in data:
        test = dict(data["test"])
        return Requirement(label, data["text"], test_of(test), find(document, data["text"]), label)
    if "all" in data:
        return All(tuple(node(each, document) for each in data["all"]), label)
    if "any" in data:
        return OneOf(tuple(node(each, document) for each in data["any"]), label)
    return AtLeast(data["at_least"]["n"], tuple(node(each, document) for each in data["at_least"]["of"]), label)


def test_of(data: dict[str, Any]) -> tests.Test:
    kind = data.pop("kind")
    cls = next(each for each in vars(tests).values() if isinstance(each, type) and getattr(each, "kind", "") == kind)
    allowed = {name: value for name, value in data.items() if name in cls.__dataclass_fields__}
    for name, value in allowed.items():
        if isinstance(value, list):
            allowed[name] = tuple(value)
        if isinstance(value, dict):
            allowed[name] = Duration(value["n"], value["unit"])
    if kind == "prescriber":
        allowed["specialty"] = (data["specialty"],) if isinstance(data["specialty"], str) else tuple(data["specialty"])
    if kind == "trial":
        allowed["agent_class"] = data.get("class", "")
        allowed["adequate_dose"] = str(data.get("adequate_dose", ""))
    return cls(**allowed)


def case_of(
    entry: dict[str, Any], story: dict[str, Any], held: tuple[Document, ...], evidence: tuple[Evidence, ...]
) -> Case:
    who = entry["entered"]

    def fact(name: str, value: Any) -> Any:
        return (
            None
            if value in (None, "")
            else Fact(value, Attestation(who["by"], who["role"], who[True], f"entered {name}"))
        )

    p, c, d, o = entry["patient"], entry["coverage"], entry["practitioner"], entry["practice"]
    notice = next(x for x in held if x.source.path.startswith("payer/"))
    return Case(
        "ellis",
        Patient(
            fact("name", p["name"]), fact("birth_date", p["birth_date"]), fact("sex", p.get("sex")), tuple(p["address"])
        ),
        Coverage(
            **{name: fact(name, c.get(name)) for name in ("payer", "plan", "market", "state", "member_id", "group")}
        ),
        Practitioner(
            licence=fact("licence", f"{d['licence']['number']} ({d['licence']['state']})"),
            **{
                name: fact(name, d.get(name))
                for name in ("name", "credentials", "specialty", "board_certification", "npi", "phone", "fax")
            },
        ),
        Organization(fact("name", o["name"]), tuple(o["address"]), fact("phone", o["phone"]), fact("fax", o["fax"])),
        tuple(
            Service(
                fact("service", s["description"]),
                Coding(s["system"], str(s["code"])),
                Quantity(s["quantity"], s.get("unit", "")) if s.get("quantity") else None,
                s.get("frequency", ""),
                Duration(int(s["duration"].split()[0]), s["duration"].split()[1]) if s.get("duration") else None,
                PartialDate.parse(str(s["from"])) if s.get("from") else None,
                PartialDate.parse(str(s["to"])) if s.get("to") else None,
                s.get("place", ""),
            )
            for s in entry["services"]
        ),
        tuple(fact("diagnosis", Coding(x["system"], x["code"], x["description"])) for x in entry["diagnoses"]),
        entry["asks"],
        attestations=tuple(Attestation(a["by"], a["role"], a[True], a["says"]) for a in entry.get("attestations", [])),
        paragraphs=tuple(
            OwnWords(x["part"], x["text"], Attestation(x["by"], "ordering clinician", who[True], x["text"]))
            for x in entry.get("paragraphs", [])
        ),
        documents=held,
        readings=(reading(story, notice),),
        evidence=evidence,
    )


def reading(story: dict[str, Any], notice: Document) -> Reading:
    fields = []
    for each in story["denial"]:
        value = each["value"]
        if each["name"] == "criterion_cited":
            says = value.get("section") or value["number"]
            fields.append(
                Field(
                    each["name"],
                    CriterionCited(value.get("title", ""), value.get("number", ""), value.get("section", "")),
                    find(notice, f"Section {says}") or find(notice, str(says)) or notice.quote(0, 20),
                )
            )
        elif not isinstance(value, dict):
            shown = (
                (dated(notice, PartialDate.of(value)) if isinstance(value, date) else None)
                or find(notice, str(value))
                or find(notice, {"step_therapy": "step therapy"}.get(value, "not medically necessary"))
                or notice.quote(0, 20)
            )
            fields.append(Field(each["name"], value, shown))
    return Reading(notice.source.id, Kind.DENIAL, tuple(fields))
