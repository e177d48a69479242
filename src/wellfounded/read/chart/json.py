"""The chart as plain data for `wellfounded chart --json`: an object a piece of evidence, dates ISO, amounts text."""

from typing import Any

from wellfounded.model.basis import Basis, Quote, quotes
from wellfounded.model.case import Conflict
from wellfounded.model.evidence import Evidence, EvidenceKind, Trial


def plain(
    evidence: tuple[Evidence, ...], conflicts: tuple[Conflict, ...] = (), paths: dict[str, str] | None = None
) -> dict[str, Any]:
    """Give `{evidence: [...], conflicts: [...]}`; *paths* names each source id's file, else the id stands."""
    named = paths or {}
    return {
        "evidence": [_plain(each, named) for each in evidence],
        "conflicts": [
            {"about": c.about, "says": [{"value": f.value, "quote": _first(f.basis, named)} for f in c.says]}
            for c in conflicts
        ],
    }


def _plain(evidence: Evidence, paths: dict[str, str]) -> dict[str, Any]:
    held: dict[str, Any] = {"kind": evidence.kind.value}
    held |= _trial(evidence.trial) if evidence.trial else _other(evidence)
    meant = evidence.assertion
    held["assertion"] = {
        "polarity": meant.polarity,
        "time": meant.time,
        "experiencer": meant.experiencer,
        "certainty": meant.certainty,
    }
    passages = [_quote(quote, paths) for quote in quotes(evidence.basis)]
    held["quote"] = passages[0]
    held |= {"quotes": passages} if len(passages) > 1 else {}
    held |= {
        key: value for key, value in (("author", evidence.author), ("written", str(evidence.written or ""))) if value
    }
    return held


def _trial(trial: Trial) -> dict[str, Any]:
    return {
        "agent": trial.agent,
        "ingredient": trial.ingredient,
        "classes": list(trial.classes),
        "listed": trial.listed,
        "dose": str(trial.dose) if trial.dose else None,
        "route": trial.route or None,
        "frequency": trial.frequency or None,
        "start": str(trial.start) if trial.start else None,
        "stop": str(trial.stop) if trial.stop else None,
        "duration": str(trial.duration) if trial.duration else None,
        "status": trial.status.value,
        "outcome": trial.outcome.value,
        "reason_stopped": trial.reason_stopped or None,
    }


def _other(evidence: Evidence) -> dict[str, Any]:
    held: dict[str, Any] = {"name": evidence.name}
    if evidence.value is not None:
        pair = evidence.name == "blood pressure" and evidence.finding
        held["value"] = evidence.finding if pair else evidence.value.value
        held["unit"] = evidence.value.unit
        held["comparator"] = evidence.value.comparator
    held["date"] = str(evidence.on) if evidence.on else None
    if evidence.coding:
        held["codes"] = [{"system": c.system, "code": c.code} for c in evidence.coding]
    if evidence.finding and evidence.name != "blood pressure":
        held["finding"] = evidence.finding
    if evidence.kind not in {EvidenceKind.SCORE, EvidenceKind.LAB, EvidenceKind.VITAL}:
        held["statement"] = evidence.statement
    return held


def _first(basis: Basis, paths: dict[str, str]) -> dict[str, Any] | None:
    return next((_quote(quote, paths) for quote in quotes(basis)), None)


def _quote(quote: Quote, paths: dict[str, str]) -> dict[str, Any]:
    at = quote.at
    return {
        "exact": quote.exact,
        "source": paths.get(at.source, at.source),
        "page": at.page,
        "start": at.start,
        "end": at.end,
    }
