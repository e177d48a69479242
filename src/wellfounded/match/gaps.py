"""One line for what is not shown: what to find, chart, order or ask, and of whom."""

import re
from datetime import date

from wellfounded.match.timing import newest, when
from wellfounded.match.view import View
from wellfounded.model.case import Conflict
from wellfounded.model.criteria import Requirement
from wellfounded.model.evidence import Evidence
from wellfounded.model.finding import Finding, Gap

# Letters said with a vowel first, where the name is spelled out; a few capitals are read as words.
_AN = re.compile(
    r"(?!(?:HAM|HAQ|HIT|MADRS|MIDAS|SLEDAI|MELD|FIB)\b)[AEFHILMNORSX](?=[A-Z0-9\W]|$)|HbA|[aeioAEIO][a-z]|u(?!ni)"
)
LONGEST = 140  # characters of a requirement or a passage that a line repeats


def short(text: str) -> str:
    """Cut a text to what a line holds, at a word."""
    one = " ".join(text.split()).strip(" .;:")
    if len(one) <= LONGEST:
        return one
    return one[:LONGEST].rsplit(" ", 1)[0] + " …"


def article(name: str) -> str:
    """Put "a" or "an" before a name as it is read aloud, and nothing before a plural: "an LDL", "a PHQ-9"."""
    if name.endswith("s") and not name.endswith(("ss", "is", "us")):
        return name
    return f"{'an' if _AN.match(name) else 'a'} {name}"


def amount(evidence: Evidence) -> str:
    """Say a value with its unit, its day and its place: "22 on 2025-12-01 (note-3.txt, p. 1)" without the place."""
    day = when(evidence)
    return f"{evidence.value or evidence.finding or evidence.name}{f' on {day}' if day else ' (no date)'}"


def latest(view: View, held: list[Evidence] | tuple[Evidence, ...], what: str = "the latest in the chart") -> str:
    """Say what the chart holds last of a thing, or that it holds nothing."""
    if not held:
        return "none is in the chart"
    last = max(held, key=newest)
    return f"{what} is {amount(last)} ({view.place(last)})"


def on_or_after(first: date | None) -> str:
    """Say from which day a thing counts."""
    return f" dated on or after {first}" if first else ""


def order(view: View, what: str, first: date | None, has: str) -> Gap:
    """Ask the clinician for a new value or study."""
    return Gap("order", f"Ask {view.clinician} for {what}{on_or_after(first)}; {has}.")


def ask(view: View, what: str) -> Gap:
    """Ask the clinician one question."""
    return Gap("ask", f"Ask {view.clinician} {what}.")


def chart(view: View, what: str) -> Gap:
    """Ask the clinician to write something down, dated and signed."""
    return Gap("chart", f"Ask {view.clinician} to chart {what}.")


def find(what: str) -> Gap:
    """Look for a document."""
    return Gap("find", f"Find {what}.")


def settle(view: View, conflict: Conflict, *, where: str = "") -> Gap:
    """Ask which of two sources is right, naming both."""
    said = " or ".join(f"{fact.value}{_source(view, fact.basis)}" for fact in conflict.says)
    return Gap("ask", f"Ask {view.clinician} which is right about {conflict.about}: {said}{where}.")


def _source(view: View, basis: object) -> str:
    from wellfounded.model.basis import Attestation, Quote  # noqa: PLC0415 - narrow, and used once

    if isinstance(basis, Quote):
        paths = (each.source.path for each in view.case.documents if each.source.id == basis.at.source)
        path = next(paths, "")
        return f" ({path.rpartition('/')[2]}, p. {basis.at.page})" if path else f" (p. {basis.at.page})"
    return f" ({basis.by})" if isinstance(basis, Attestation) else ""


def unwanted(view: View, requirement: Requirement, finding: Finding) -> Gap:
    """Ask about a thing that must not hold: whether what the chart shows is so, or that it is not so."""
    if finding.supports:
        said = finding.supports[0]
        seen = f"“{short(said.statement or said.name)}” ({view.place(said)})"
        return ask(view, f"whether {seen} still holds; the plan does not cover it where {words(requirement)}")
    return chart(view, f"in words that this does not apply: {words(requirement)}")


def limit(requirement: Requirement) -> Gap:
    """Ask a person to hold the request against a limit that could not be compared."""
    return Gap("ask", f"Hold the request against the plan's limit {words(requirement)}.")


def words(requirement: Requirement) -> str:
    """Say a requirement with the plan's own number before it."""
    return f"{requirement.label + ' ' if requirement.label else ''}“{short(requirement.text)}”"
