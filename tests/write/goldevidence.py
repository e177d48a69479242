"""Statements of a chart and verdicts on a policy, built from the gold of a story and the papers it names."""

import re
from datetime import date
from typing import Any

from wellfounded.model.basis import Attestation, Quote
from wellfounded.model.coding import Coding, Duration, PartialDate, Quantity
from wellfounded.model.criteria import Policy, Requirement, requirements
from wellfounded.model.document import Document
from wellfounded.model.evidence import Assertion, Evidence, EvidenceKind, Outcome, Trial, TrialStatus
from wellfounded.model.finding import Finding, Gap, Verdict

NOTES = {  # statements a reading room would find in the notes, by case
    "tms": [
        (
            EvidenceKind.FUNCTION,
            "2026-02-17",
            "On medical leave from the county court since 10/27/2025; she cannot hold attention long enough",
        ),
        (EvidenceKind.FUNCTION, "2026-02-17", "Her sister Mara cooks, sets out her pills and pays her bills."),
        (EvidenceKind.FUNCTION, "2026-02-17", "She has not driven since October."),
        (EvidenceKind.SAFETY, "2026-02-17", "She denies any plan, intent, preparation or past attempt."),
        (EvidenceKind.SAFETY, "2026-02-17", "Passive suicidal ideation without plan or intent."),
        (EvidenceKind.PLAN, "2026-02-17", "Target: PHQ-9 down by at least half by session 30 and below 5 at the end."),
        (EvidenceKind.PLAN, "2026-02-17", "PHQ-9 every week during the course."),
        (EvidenceKind.PLAN, "2026-02-17", "If TMS is not approved we would consider lithium augmentation."),
        (
            EvidenceKind.DIAGNOSIS,
            "2024-10-08",
            "Major depressive disorder, recurrent, severe, without psychotic features (F33.2).",
        ),
        (
            EvidenceKind.DIAGNOSIS,
            "2026-02-17",
            "Major depressive disorder, recurrent, severe, without psychotic features (F33.2), with an inadequate",
        ),
    ],
}
NONDRUG = {
    "cognitive behavioral therapy": ("nondrug/psychotherapy",),
    "narrowband UVB": ("nondrug/phototherapy",),
}
AUTHORS = {
    "2024-10-08": "Elena Marsh, DO",
    "2025-02-04": "Elena Marsh, DO",
    "2025_": "Karen Whitfield, PMHNP-BC",
    "2025-07-24": "Tomas Lindqvist, LCSW",
    "2025-11-04": "Karen Whitfield, PMHNP-BC",
    "2026-01-06": "Karen Whitfield, PMHNP-BC",
    "2026-02-17": "Priya Raman, MD",
    "2026-03-31": "Ines Calloway, MD",
    "2025-11-18": "Ines Calloway, MD",
    "2024-12-03": "Ines Calloway, MD",
    "2021-2022": "",
    "2023-02-14": "",
}


def find(document: Document, says: str) -> Quote | None:
    pattern = r"\s+".join(re.escape(word) for word in says.split())
    match = re.search(pattern, document.text)
    return document.quote(match.start(), match.end()) if match else None


def written(document: Document) -> PartialDate | None:
    found = re.match(r"chart/(\d{4}-\d{2}-\d{2})", document.source.path)
    return PartialDate.parse(found[1]) if found else None


def author(document: Document) -> str:
    name = document.source.path.removeprefix("chart/")
    return next((who for start, who in AUTHORS.items() if name.startswith(start)), "")


def trials(story: dict[str, Any], held: tuple[Document, ...]) -> list[Evidence]:
    found = []
    for each in story["trials"]:
        agent = each["agent"]
        quotes = [
            q
            for d in held
            if d.source.path.startswith("chart/") and not d.source.path.endswith("json")
            for q in sentences(d, agent)
        ]
        start = PartialDate.parse(str(each["start"])) if each.get("start") else None
        stop = PartialDate.parse(str(each["stop"])) if each.get("stop") else None
        best = max(
            quotes,
            key=lambda q: (sum(word in q.exact for word in spelled(start, stop, each)), len(q.exact)),
            default=None,
        )
        if best is None:
            continue
        amount = str(each.get("dose", "")).split(" ", 1)
        trial = Trial(
            agent,
            agent,
            (str(each.get("class", "")),) if each.get("class") else NONDRUG.get(agent, ()),
            dose=Quantity(float(amount[0]), amount[1])
            if each.get("dose") and amount[0].replace(".", "").isdigit()
            else None,
            frequency=each.get("frequency", ""),
            start=start,
            stop=stop,
            duration=Duration(each["duration"]["n"], each["duration"]["unit"]) if each.get("duration") else None,
            status=TrialStatus(each["status"]),
            outcome=Outcome(each["outcome"]),
            reason_stopped=each.get("reason_stopped", ""),
        )
        document = next(d for d in held if d.source.id == best.at.source)
        found.append(
            Evidence(
                EvidenceKind.TREATMENT_TRIAL,
                agent,
                best,
                " ".join(best.exact.split()),
                trial=trial,
                author=author(document),
                written=written(document),
            )
        )
    return found


def spelled(start: PartialDate | None, stop: PartialDate | None, each: dict[str, Any]) -> list[str]:
    words = [f"{d.month:02d}/{d.day:02d}/{d.year}" for d in (start, stop) if d is not None and d.day]
    return [*words, str(each.get("dose", "~"))]


def sentences(document: Document, word: str) -> list[Quote]:
    runs = re.finditer(r"[^.!?\n]*(?:\n(?!\s*\n)[^.!?\n]*|\.(?=\S)[^.!?\n]*)*[.!?\n]", document.text)
    return [document.quote(run.start(), run.end()) for run in runs if word.lower() in run[0].lower()]


def scores(story: dict[str, Any], held: tuple[Document, ...]) -> list[Evidence]:
    found = []
    for each in story.get("scores", []):
        for day, value in each["values"].items():
            for document in held:
                if not document.source.path.startswith("chart/") or document.source.path.endswith("json"):
                    continue
                match = re.search(rf"{re.escape(each['name'])}\D{{0,20}}{value:g}\b", document.text)
                if (match and str(day) in document.source.path) or (match and "2021-2022" in document.source.path):
                    quote = document.quote(match.start(), match.end())
                    unit = {"percent": "%"}.get(each.get("unit", ""), "")
                    found.append(
                        Evidence(
                            EvidenceKind.SCORE,
                            each["name"],
                            quote,
                            quote.exact,
                            on=PartialDate.parse(str(day)),
                            value=Quantity(value, unit),
                            author=author(document),
                            written=written(document),
                        )
                    )
                    break
    return found


def notes(slug: str, held: tuple[Document, ...]) -> list[Evidence]:
    found = []
    for kind, day, says in NOTES.get(slug, []):
        document = next(d for d in held if day in d.source.path)
        quote = find(document, says)
        assert quote is not None, says
        code = re.search(r"\b[A-Z]\d\d\.\d\b", says)
        coding = (Coding("icd10cm", code[0]),) if code else ()
        assertion = Assertion(time="planned") if kind is EvidenceKind.PLAN else Assertion()
        found.append(
            Evidence(
                kind,
                kind.value,
                quote,
                " ".join(quote.exact.split()),
                coding,
                assertion=assertion,
                author=author(document),
                written=written(document),
            )
        )
    return found


def finding(each: dict[str, Any], policy: Policy, by: dict[str, Document], evidence: list[Evidence]) -> Finding:
    leaf = next(r for r in requirements(policy.root) if r.id == str(each["id"]))
    verdict = Verdict(each["verdict"])
    gap = Gap("find", each["ask"]) if each.get("ask") else None
    document = by.get(each.get("file", ""))
    quote = find(document, each["says"]) if document is not None else None
    shown: list[Evidence] = []
    if leaf.asks.kind == "trial" and verdict is Verdict.MET:
        shown = [
            e
            for e in evidence
            if e.trial
            and e.trial.outcome.value in {"failed", "intolerant"}
            and e.trial.status.value == "past"
            and counts(e.trial, leaf)
        ]
    elif leaf.asks.kind == "score" and quote is not None:
        shown = [e for e in evidence if e.kind is EvidenceKind.SCORE and e.name == leaf.asks.name][-1:]
    if quote is not None and not shown:
        value = re.search(r"([A-Z][A-Za-z0-9-]+)(?: total)? (\d+(?:\.\d+)?) ?(%)?", quote.exact)
        shown = [
            Evidence(
                EvidenceKind.SCORE if leaf.asks.kind in {"score", "measurement"} else EvidenceKind.STATEMENT,
                value[1] if value and leaf.asks.kind in {"score", "measurement"} else leaf.id,
                quote,
                " ".join(quote.exact.split()),
                on=written(document),
                value=Quantity(float(value[2]), value[3] or "")
                if value and leaf.asks.kind in {"score", "measurement"}
                else None,
                author=author(document),
                written=written(document),
            )
        ]
    basis = (
        (Attestation("Dana Reyes", "coordinator", date(2026, 3, 16), "entered patient.birth_date"),)
        if each.get("file") == "case.yaml"
        else ()
    )
    against = each.get("despite")
    despite = ()
    if against:
        quote = find(by[against["file"]], against["says"])
        despite = (
            Evidence(
                EvidenceKind.STATEMENT,
                leaf.id,
                quote,
                " ".join(quote.exact.split()),
                author=author(by[against["file"]]),
                written=written(by[against["file"]]),
            ),
        )
    if verdict is Verdict.NOT_MET:
        return Finding(leaf.id, verdict, (), tuple(shown), basis, gap)
    return Finding(leaf.id, verdict, tuple(shown), despite, basis, gap)


def counts(trial: Trial, leaf: Requirement) -> bool:
    text = leaf.text.lower()
    if "psychotherapy" in text or "therapy for depression" in text:
        return "therapy" in trial.agent
    if "antidepressant" in text:
        return trial.agent in {"sertraline", "venlafaxine"}
    table = {
        "topical": {"clobetasol", "calcipotriene"},
        "phototherapy": {"narrowband UVB"},
        "methotrexate": {"methotrexate"},
        "adalimumab": {"adalimumab"},
    }
    return any(key in text and trial.agent in agents for key, agents in table.items())
