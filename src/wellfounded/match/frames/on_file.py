"""A result that must be on file, whatever it is: "hemoglobin A1c dated within 90 days", "liver enzymes measured"."""

import re
from collections.abc import Iterable

from wellfounded.match import names
from wellfounded.match.frames._span import bare, opens
from wellfounded.match.timing import newest, since
from wellfounded.match.view import View
from wellfounded.match.words import GENERIC, content, plain, stem
from wellfounded.model.criteria import Requirement
from wellfounded.model.evidence import Evidence, EvidenceKind
from wellfounded.model.finding import Finding, Verdict

_FILED = re.compile(
    r"\b(?:results?|levels?|values?|measure\w*|report(?:ed|s)?|panels?|obtained|drawn|checked|performed|completed|dated"
    r"|on file|submitted|provided|recorded|document\w*|score|test(?:ed|ing)?|baseline)\b",
    re.IGNORECASE,
)
_BOUND = re.compile(
    r"[<>≤≥]|\b(?:at least|at most|above|below|greater|less|more|higher|lower|over|under|negative|positive|normal"
    r"|abnormal|elevated|improv\w+|increase|decrease|reduc\w+|change|twice|two|both|each)\b",
    re.IGNORECASE,
)
_WORDS = """result level value measure measured measurement report reported panel obtained drawn checked
    performed completed dated date file submitted provided recorded score test tested testing baseline request order
    serum plasma blood total recent laboratory lab"""
_PLAIN = frozenset(stem(word) for word in _WORDS.split())


def decide(requirement: Requirement, view: View) -> Finding | None:
    """Met where every quantity that the words name has a value recent enough, and the words ask no more than that."""
    text = bare(requirement.text)
    if not _FILED.search(text) or _BOUND.search(text):
        return None
    rest = plain(text)
    held: list[Evidence] = []
    first = opens(requirement, view)
    kinds = (EvidenceKind.LAB, EvidenceKind.SCORE, EvidenceKind.VITAL)
    known = [each for each in view.of(*kinds) if each.value is not None and each.assertion.holds]
    for name in _longest({each.name for each in known}):
        spelled = [said for said in _longest(names.spellings(name)) if len(said) > 1 and _named(plain(said), rest)]
        if not spelled:
            continue
        new = [each for each in known if each.name == name and since(each, first, view.today) is Verdict.MET]
        if not new:
            return None
        held.append(max(new, key=newest))
        for said in spelled:
            rest = rest.replace(plain(said), " ")
    if not held or content(rest) - _PLAIN - GENERIC:
        return None
    return Finding(requirement.id, Verdict.MET, tuple(held), why="The chart holds the result, recent enough.")


def _longest(written: Iterable[str]) -> list[str]:
    """Give the longest first, for "a1c" taken out of "hemoglobin a1c" leaves a word; then by letters, for one order."""
    return sorted(written, key=lambda text: (-len(text), text))


def _named(said: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(said)}(?!\w)", text) is not None
