"""What a requirement asks to be shown beside the thing itself: "confirmed by biopsy showing 15 or more eosinophils".

A diagnosis or a treatment that is there meets only the first half of such words. The second is held to the chart by
itself: a count to a value of its own unit, words to one passage that says them of the thing.
"""

import re
from dataclasses import replace

from wellfounded.match import gaps
from wellfounded.match.clauses import clauses
from wellfounded.match.decide._values import compare, is_value
from wellfounded.match.entail import entailing
from wellfounded.match.passages import source_of
from wellfounded.match.specialties import specialties
from wellfounded.match.view import View
from wellfounded.match.words import GENERIC, content, stem
from wellfounded.model.asks import Diagnosis, Imaging, Prescriber, Test, TrialOf
from wellfounded.model.coding import Quantity
from wellfounded.model.criteria import Requirement
from wellfounded.model.evidence import Evidence
from wellfounded.model.finding import Finding, Verdict

_TYPES: tuple[type[Test], ...] = (Diagnosis, TrialOf, Imaging, Prescriber)
_TAIL = re.compile(
    r"[,\s]+(?:as )?(?:confirmed|shown|evidenced|demonstrated|verified|proven|established) (?:by|on|with|through)\b"
    r"|[,\s]+with (?=(?:either|at least one|both|one or more)\b)"
    r"|\s+who (?=(?:has|have) no\b)"
    r"|\s+that (?=(?:match(?:es)?|corresponds?|correlates?|is consistent|agrees?)\b)",
    re.IGNORECASE,
)
_BOUND = re.compile(
    r"(?:(?P<least>at least|>=|\u2265|more than|greater than|over|>) ?)?(?P<n>\d+(?:\.\d+)?)"
    r"(?: (?P<more>or (?:more|greater|higher)))? (?P<what>[a-z][a-z /-]{2,60})",
    re.IGNORECASE,
)
_TIME = re.compile(r"(?:day|week|month|year|hour|time|of\b|or\b|to\b)", re.IGNORECASE)
_FIELD = re.compile(r"(?:\bper |/)\s*(?:hpf|high[ -]power(?:ed)?(?: field)?)\b", re.IGNORECASE)
_MEANWHILE = re.compile(
    r"\b(?:during (?:that|the|this) (?:trial|treatment|time)|while (?:on|taking)"
    r"|on (?:the )?(?:drug|treatment|therapy))\b",
    re.IGNORECASE,
)
_OR = re.compile(r"\s*,?\s*\bor\b(?!\s*(?:more|greater|higher|longer)\b)(?: by)?\s*")
_LOOSE = frozenset(stem(word) for word in ("gene", "test", "testing", "report", "result", "study", "documentation"))
_VARIANT = frozenset(stem(word) for word in ("variant", "mutation"))
_NOTATION = re.compile(r"\b[cgmp]\.\(?[A-Z*]?[a-z]{0,2}\d")  # "c.622G>A" is a variant
_LEAST = 2  # words that a tail must have: a shorter one says nothing of its own


def held(requirement: Requirement, finding: Finding, view: View) -> Finding:
    """Hold a finding that is met to what its words ask beside the thing; unknown where the chart does not show it."""
    if finding.verdict is not Verdict.MET or not isinstance(requirement.asks, _TYPES):
        return finding
    told: list[Evidence] = []
    for tail in _tails(requirement.text):
        if not content(tail) - GENERIC or len(content(tail)) < _LEAST or specialties((tail,)) - {tail.strip().lower()}:
            continue  # who made it is asked elsewhere
        shown = _shown(tail, finding.supports, view)
        if shown is None:
            gap = gaps.chart(view, f"what {gaps.words(requirement)} asks beside it: “{gaps.short(tail)}”")
            why = "The thing is there; what is asked to show it is not."
            return replace(finding, verdict=Verdict.UNKNOWN, gap=gap, why=why)
        told += [each for each in shown if each not in told]
    return replace(finding, supports=(*told, *(each for each in finding.supports if each not in told)))


def _tails(text: str) -> list[str]:
    places = [*_TAIL.finditer(text)]
    ends = [*(found.start() for found in places[1:]), len(text)][: len(places)]
    return [text[found.end() : end].strip(" ,.;") for found, end in zip(places, ends, strict=True)]


def _shown(tail: str, supports: tuple[Evidence, ...], view: View) -> tuple[Evidence, ...] | None:
    """Give what shows a tail: one of its alternatives is enough."""
    for part in _OR.split(re.sub(r"^(?:either|both|one or more of)\s+", "", tail)):
        found = _counted(part, supports, view) if _counts(part) else _said(part, supports, view)
        if found:
            return found
    return None


def _counts(part: str) -> re.Match[str] | None:
    found = _BOUND.search(part)
    return found if found and not _TIME.match(found["what"]) and (found["least"] or found["more"]) else None


def _counted(part: str, supports: tuple[Evidence, ...], view: View) -> tuple[Evidence, ...]:
    """Give the values of the asked unit that reach a bound; of the time of the treatment where that is asked."""
    bound = _counts(part)
    if bound is None:
        return ()
    least = float(bound["n"])
    sign = ">" if re.match(r"more|greater|over|>$", bound["least"] or "", re.IGNORECASE) else ">="
    words = content(bound["what"]) - GENERIC
    fields = bool(_FIELD.search(part))
    found = [
        each
        for each in view.of()
        if each.value is not None
        and is_value(each)
        and (each.value.unit == "/hpf") == fields
        and (fields or words & content(f"{each.name} {each.value.unit}"))
        and compare(Quantity(each.value.value, "", each.value.comparator), sign, least) is Verdict.MET
        and (not _MEANWHILE.search(part) or _meanwhile(each, supports, view))
    ]
    found.sort(key=lambda each: str(each.on or each.written or ""), reverse=True)
    return tuple(found[:2])


def _meanwhile(each: Evidence, supports: tuple[Evidence, ...], view: View) -> bool:
    """Whether a value's own paper names a treatment among *supports*, so that it was taken under it."""
    quote = source_of(each)
    names = {name for one in supports if one.trial for name in view.agents.spellings(one.trial.ingredient)}
    names |= {one.trial.agent.lower() for one in supports if one.trial}
    texts = [
        document.text.lower() for document in view.case.documents if quote and document.source.id == quote.at.source
    ]
    return any(re.search(rf"\bon {re.escape(name)}\b", text) for text in texts for name in names if name)


def _said(part: str, supports: tuple[Evidence, ...], view: View) -> tuple[Evidence, ...]:
    """Give the passage that says a tail in words of the thing shown."""
    if told := entailing(part, view, None):
        return told
    asked = content(re.split(r",| with ", part, maxsplit=1)[0]) - GENERIC - _LOOSE
    about = {word for each in supports for word in content(each.name or each.statement)}
    near = [
        each
        for each in view.about(asked)
        if asked - (_VARIANT if _NOTATION.search(each.statement) else frozenset()) <= content(each.statement)
        and (about & content(each.statement) or each in supports)
        and each.assertion.holds
        and any(clause.meant() for clause in clauses(each.statement))
    ]
    return tuple(near[:1]) if asked else ()
