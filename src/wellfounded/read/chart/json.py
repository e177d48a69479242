"""The chart as plain data for `wellfounded chart --json`: an object a piece of evidence, dates ISO, amounts text."""

from datetime import timedelta
from itertools import pairwise
from typing import Any

from wellfounded.model.basis import Basis, Quote, quotes
from wellfounded.model.case import Conflict
from wellfounded.model.evidence import Evidence, EvidenceKind, Trial
from wellfounded.model.use import Session, Supply, Tally, Use


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
    } | ({"supply": supply(trial.supply)} if trial.supply else {})


def _other(evidence: Evidence) -> dict[str, Any]:
    held: dict[str, Any] = {"name": evidence.name}
    held |= use(evidence.use) if evidence.use is not None else {}
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


def supply(held: Supply) -> dict[str, Any]:
    """Give what the fills of a treatment add up to; `last_is` says whether the last day is the last dose."""
    ends = [*held.blocks, (held.last + timedelta(days=1), held.last)]
    gaps = [(a[1] + timedelta(days=1), b[0] - timedelta(days=1)) for a, b in pairwise(ends)]
    return {
        "first": held.first.isoformat(),
        "last": held.last.isoformat(),
        "last_is": "last_dose" if held.closed else "end_of_supply",
        "days": held.days,
        "days_covered": held.covered,
        "proportion_covered": round(held.share, 4),
        "gaps": [{"from": a.isoformat(), "to": b.isoformat(), "days": (b - a).days + 1} for a, b in gaps if a <= b],
        "fills": [
            {"date": f.filled.isoformat(), "days_supply": f.days, "from": f.start.isoformat(), "to": f.end.isoformat()}
            for f in held.fills
        ],
        "sum": held.sum,
    }


def use(held: Use) -> dict[str, Any]:
    """Give what a row of a record of use states."""
    if isinstance(held, Tally):
        period = held.period
        return {
            "n": held.n,
            "of": held.of,
            "unit": held.unit,
            "least": held.least or None,
            "from": str(period.start) if period.start else None,
            "to": str(period.end) if period.end else None,
        }
    if isinstance(held, Session):
        return {"attended": held.attended, "why": held.why or None}
    return {
        "agent": held.agent,
        "ingredient": held.ingredient,
        "classes": list(held.classes),
        "listed": held.listed,
        "form": held.form or None,
        "strength": str(held.strength) if held.strength else None,
        "quantity": str(held.quantity) if held.quantity else None,
        "days_supply": held.days,
        "standing": held.standing,
    }


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
