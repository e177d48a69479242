"""Whether a treatment reached the dose asked for: a stated number, the usual adequate dose, or a person's word."""

import re

from wellfounded.match.units import convert
from wellfounded.match.view import View
from wellfounded.match.words import content
from wellfounded.model.coding import Quantity
from wellfounded.model.evidence import Evidence, Trial
from wellfounded.model.finding import Verdict

_AMOUNT = re.compile(r"(\d+(?:[.,]\d+)*)\s*(mg/kg|mg|mcg|ug|g|units?|iu|ml)\b", re.IGNORECASE)
_PER = re.compile(r"\b(week|month|day|daily|weekly|monthly|nightly)", re.IGNORECASE)
_STATED = re.compile(
    r"\b(?:maxim(?:um|al|ally)[- ](?:tolerated |recommended |labeled )?dos\w*|max(?:imum)? tolerated|full dose"
    r"|adequate dos\w*"
    r"|therapeutic dos\w*|target dos\w*|optimi[sz]ed dos\w*|highest (?:tolerated )?dose|maximally tolerated)",
    re.IGNORECASE,
)
_TOLERATED = re.compile(r"toler", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:not|never|sub|without|below|less than|under)[- ]?(?:\w+ ){0,3}$", re.IGNORECASE)
# How many doses a day, by the words of a sig; a dose in a week or a month is compared with its like only.
_DAILY = (
    (re.compile(r"\b(?:bid|twice (?:a |per )?da\w+|2 times|every 12 hours|q12h?)\b", re.IGNORECASE), 2.0),
    (re.compile(r"\b(?:tid|three times (?:a |per )?da\w+|3 times|every 8 hours|q8h?)\b", re.IGNORECASE), 3.0),
    (re.compile(r"\b(?:qid|four times|4 times|every 6 hours|q6h?)\b", re.IGNORECASE), 4.0),
    (
        re.compile(
            r"\b(?:daily|da\w*|qd|qam|qpm|qhs|nightly|night|bedtime|once a day|every day|morning|evening)\b",
            re.IGNORECASE,
        ),
        1.0,
    ),
)


def reached(asked: str, trial: Trial, evidence: Evidence, view: View) -> Verdict:
    """Decide the dose of one treatment; unknown where neither a number nor a statement settles it."""
    number = _AMOUNT.search(asked)
    if number:
        bound, period = _read(asked)
        return _at_least(trial, bound, period) if bound else Verdict.UNKNOWN
    if _said(trial, evidence, view):
        return Verdict.MET
    if _TOLERATED.search(asked) or re.search(r"maxim", asked, re.IGNORECASE):
        return Verdict.UNKNOWN
    usual = view.agents.adequate.get(trial.ingredient.lower().replace("-", " "))
    if usual is None or not usual.dose:
        return Verdict.UNKNOWN
    bound, period = _read(usual.dose)
    verdict = _at_least(trial, bound, period) if bound else Verdict.UNKNOWN
    return Verdict.UNKNOWN if verdict is Verdict.NOT_MET else verdict  # a low dose may be all the patient could take


def _said(trial: Trial, evidence: Evidence, view: View) -> bool:
    """Whether the chart says in words that the dose was adequate or the most that was tolerated, of this treatment."""
    names = {trial.agent.lower(), trial.ingredient.lower()}
    if _stated(evidence.statement) or _stated(trial.reason_stopped):
        return True
    titles = {view.agents.titles.get(each, "").lower() for each in view.agents.of(trial)}
    words = {name for name in names | titles | set(view.agents.spoken(trial)) if len(name) > 2}
    return any(
        each.assertion.experiencer == "patient" and _stated(each.statement)
        and any(re.search(rf"\b{re.escape(word)}s?\b", each.statement.lower()) for word in words)
        for each in view.about(frozenset(stem for word in words for stem in content(word)))
    )  # fmt: skip


def _stated(text: str) -> bool:
    found = _STATED.search(text)
    return bool(found and not _DENIED.search(text[: found.start()]))


def _read(text: str) -> tuple[Quantity | None, str]:
    found = _AMOUNT.search(text)
    if found is None:
        return None, ""
    period = _PER.search(text[found.start() :])
    return Quantity(float(found[1].replace(",", "")), found[2].lower()), _period(period[1] if period else "")


def _period(word: str) -> str:
    lower = word.lower()
    return "week" if "week" in lower else "month" if "month" in lower else "day"


def _at_least(trial: Trial, bound: Quantity, period: str) -> Verdict:
    if trial.dose is None:
        return Verdict.UNKNOWN
    value = convert(trial.dose.value, trial.dose.unit.removesuffix("/day").removesuffix("/week"), bound.unit)
    given = f"{trial.frequency} {trial.dose.unit}"
    if value is None:
        return Verdict.UNKNOWN
    if period != "day" or re.search(r"week|month", given, re.IGNORECASE):
        stated = _PER.search(given)
        if stated and _period(stated[1]) != period:
            return Verdict.UNKNOWN
        return Verdict.MET if value >= bound.value else Verdict.NOT_MET
    times = next((n for pattern, n in _DAILY if pattern.search(given)), 1.0)
    return Verdict.MET if value * times >= bound.value else Verdict.NOT_MET
