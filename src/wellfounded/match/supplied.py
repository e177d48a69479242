"""How long a treatment was taken by its fills: the days of a stretch that had supply, against the time asked for."""

import re
from dataclasses import dataclass

from wellfounded.match.view import View
from wellfounded.model.basis import Quote
from wellfounded.model.coding import Duration
from wellfounded.model.criteria import Requirement
from wellfounded.model.finding import Verdict
from wellfounded.model.use import Supply

_SUPPLY = re.compile(
    r"\bsupply on hand\b|\bdays['\u2019]?\s+supply\b|\bdays\s+covered\b|\bPDC\b|\bMPR\b|\bpossession\s+ratio\b"
    r"|\bsupply\b[^.;]{0,40}\bdays\b|\bcovered\s+days\b",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"(?<![\d.])(?P<n>\d{2,3}(?:\.\d+)?)\s*(?:%|percent\b|per\s+cent\b)", re.IGNORECASE)
_TRIAL = re.compile(r"\btrials?\b|\badheren\w+|\bcompliant\b|\bcompliance\b|\btaken\b|\bfilled\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[^.;]+(?:\.(?=\d)[^.;]*)*")


@dataclass(frozen=True, slots=True)
class Share:
    """The part of the days that must have had supply, 0 to 1, and where the plan says so."""

    least: float
    quote: Quote | None = None


def share(requirement: Requirement, view: View) -> Share | None:
    """Give the share of days with supply that a requirement asks, or that its policy asks of every trial."""
    if (own := _stated(requirement.text)) is not None:
        return Share(own, requirement.quote)
    for document in view.case.documents:
        if not document.source.path.startswith("policy/"):
            continue
        for found in _SENTENCE.finditer(document.text):
            if _TRIAL.search(found[0]) and (least := _stated(found[0])) is not None:
                start = found.start() + len(found[0]) - len(found[0].lstrip())
                return Share(least, document.quote(start, found.end()))
    return None


def _stated(text: str) -> float | None:
    if not _SUPPLY.search(text) or not (found := _PERCENT.search(text)):
        return None
    least = float(found["n"]) / 100
    return least if 0 < least <= 1 else None


def reaches(held: Supply, need: Duration, least: Share | None) -> tuple[Verdict, str]:
    """Whether fills show a time as long as *need*, with the plan's share of days covered where it asks one.

    Without a share, the covered days themselves must be as many as are asked for: a gap is no treatment. Without a
    stated last dose only the days up to the last fill are sure, and too few of them settle nothing: another pharmacy
    may have filled the rest.
    """
    days, covered = (held.days, held.covered) if held.closed else held.until(held.fills[-1].filled)
    asked = need.days
    if held.days < asked:
        says = f"its fills cover no more than {held.days} days of {need}"
        return (Verdict.NOT_MET if held.closed else Verdict.UNKNOWN), says
    if least is not None and held.closed and held.share < least.least:
        percent = int(held.share * 100)
        says = (
            f"supply was on hand for {held.covered} of {held.days} days, {percent}% of the {least.least:.0%} asked for"
        )
        return Verdict.NOT_MET, says
    enough = covered / days >= least.least if least is not None and days else covered >= asked
    if days >= asked and enough:
        return Verdict.MET, ""
    if not held.closed:
        return Verdict.UNKNOWN, f"the day of the last dose is not charted; by the fills it is {held.days} days at most"
    return Verdict.UNKNOWN, f"supply was on hand for {held.covered} of {held.days} days"
