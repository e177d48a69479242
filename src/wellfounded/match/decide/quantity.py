"""How much is requested against how much the plan allows."""

import re
from typing import TYPE_CHECKING

from wellfounded.match import gaps
from wellfounded.match.view import View
from wellfounded.match.words import stem
from wellfounded.model.asks import QuantityLimit
from wellfounded.model.case import Service
from wellfounded.model.coding import Duration
from wellfounded.model.criteria import Requirement
from wellfounded.model.finding import Finding, Verdict

if TYPE_CHECKING:
    from wellfounded.model.basis import Basis

KIND = QuantityLimit.kind
_RATE = re.compile(
    r"(\d+(?:\.\d+)?)\s*(?:\w+\s+){0,2}?(?:a|an|per|every|each|/)\s*(\d+)?\s*(day|week|month|year)s?\b", re.IGNORECASE
)
_AMOUNT = re.compile(r"(\d+(?:\.\d+)?) ([A-Za-z]+)")
_EVERY = re.compile(r"\s*(?:once )?every\s+(\d+)?\s*[- ]?(day|week|month|year)s?\W*$", re.IGNORECASE)
_PER = re.compile(r"(\d+(?:\.\d+)?)?\s*[- ]?(day|week|month|year)", re.IGNORECASE)
_PHASES = re.compile(
    r"\bthen\b|\btaper|\bfollowed by\b|\bloading\b|\bweeks? 0\b|\bfor \d+ (?:day|week|month)s?\b", re.IGNORECASE
)
_UNITS = {
    "visit": "session",
    "treatment": "session",
    "application": "session",
    "dose": "dose",
    "tab": "tablet",
    "cap": "capsul",
}


def decide(asks: QuantityLimit, requirement: Requirement, view: View) -> Finding:
    """Add what is requested in the plan's unit and hold it against the limit; another unit is asked about."""
    services = [service for service in view.case.services if _same_unit(service, asks.unit)]
    limit = f"{asks.n:g} {asks.unit}{f' per {asks.per}' if asks.per else ''}"
    spans = [service.duration for service in services if service.duration is not None]
    whole = max(spans, key=lambda span: span.days, default=None)  # one request: what states no time has the request's
    rates = [rate for service in services if (rate := _rate(service, asks, whole)) is not None]
    basis: tuple[Basis, ...] = tuple(service.description.basis for service in services)
    if not services or len(rates) != len(services):
        gap = gaps.ask(
            view,
            f"how many {asks.unit or 'units'} are requested{f' per {asks.per}' if asks.per else ''}; the plan "
            f"allows {limit}",
        )
        return Finding(
            requirement.id, Verdict.UNKNOWN, gap=gap, why="The request states no amount that can be compared."
        )
    total = sum(rates)
    if total > asks.n and (told := _told(services, asks.unit)):
        gap = gaps.ask(view, f"which amount is given: the request bills {total:g} {asks.unit} and describes {told}")
        return Finding(requirement.id, Verdict.UNKNOWN, basis=basis, gap=gap, why="The request states two amounts.")
    if total <= asks.n + 1e-9:
        return Finding(
            requirement.id, Verdict.MET, basis=basis, why=f"{total:g} {asks.unit} requested, {limit} allowed."
        )
    gap = gaps.ask(view, f"to lower the request from {total:g} to {limit}, or for the reason more is needed")
    return Finding(
        requirement.id, Verdict.NOT_MET, basis=basis, gap=gap, why=f"{total:g} {asks.unit} requested, {limit} allowed."
    )


def _told(services: list[Service], unit: str) -> str:
    """Give the amount that a description tells and its quantity does not, as with a dose drawn from a larger vial."""
    for service in services:
        for n, word in _AMOUNT.findall(service.description.value):
            if unit and _unit(word) == _unit(unit) and service.quantity and float(n) != service.quantity.value:
                return f"{n} {word}"
    return ""


def _unit(word: str) -> str:
    bare = stem(word.lower().split()[-1]) if word.strip() else ""
    return _UNITS.get(bare, bare)


def _same_unit(service: Service, unit: str) -> bool:
    if service.quantity is None:
        return False
    return not unit or _unit(service.quantity.unit) == _unit(unit)


def _days(n: float, unit: str) -> float:
    return Duration(n, f"{unit.lower()}s").days


def _rate(service: Service, asks: QuantityLimit, whole: Duration | None) -> float | None:
    """The requested amount in the limit's own period; None where the request gives no period to compare."""
    if service.quantity is None:
        return None
    period = _PER.search(asks.per)
    if period is None:  # per course, per request, per lifetime: the whole amount counts
        return service.quantity.value
    asked = _days(float(period[1] or 1), period[2])
    stated = _RATE.search(service.frequency)
    rate = float(stated[1]) * asked / _days(float(stated[2] or 1), stated[3]) if stated else None
    if every := _EVERY.match(service.frequency):  # "155 units" with "every 12 weeks": the amount is that of each time
        return service.quantity.value * asked / _days(float(every[1] or 1), every[2])
    whole_amount = _whole(service, asked, whole)
    if rate is None or whole_amount is None:
        return whole_amount if rate is None else rate
    if _PHASES.search(service.frequency):  # "5 a week for 6 weeks, then a taper": only the whole amount is true
        return whole_amount
    return rate if (rate <= asks.n) == (whole_amount <= asks.n) else None


def _whole(service: Service, asked: float, whole: Duration | None) -> float | None:
    """The whole amount over the time it is for, in the limit's period of *asked* days."""
    if service.quantity is None:
        return None
    span = service.duration or whole
    if span is not None and span.days:
        share = 1.0 if span.days <= asked * 1.02 else asked / span.days
        return service.quantity.value * share
    if service.start and service.end:
        days = (service.end.latest() - service.start.earliest()).days + 1
        return service.quantity.value if days <= asked * 1.02 else None
    return None
