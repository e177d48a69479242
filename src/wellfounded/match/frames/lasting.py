"""A condition that must have lasted: "low back pain for at least 3 months", "symptoms of 6 months' duration"."""

import re
from collections.abc import Iterable

from wellfounded.match.clauses import clauses
from wellfounded.match.frames._span import bare
from wellfounded.match.topic import affirms, topic
from wellfounded.match.view import View
from wellfounded.match.words import plain
from wellfounded.model.coding import Duration
from wellfounded.model.criteria import Requirement
from wellfounded.model.evidence import Evidence, EvidenceKind
from wellfounded.model.finding import Finding, Verdict

_NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
_N = {word: i for i, word in enumerate(_NUMBERS.split(), 1)}
_NUMBER = rf"(\d+|{'|'.join(_N)})"
_UNIT = r"(day|week|wk|month|mo|year|yr)s?\b"
_ASKED = re.compile(
    rf"^(?P<what>.{{4,90}}?),? (?:(?:present|persist\w+|lasting|last\w*|that ha\w+ (?:lasted|persisted)|ongoing"
    rf"|ha(?:s|ve) (?:lasted|persisted|continued|been present|gone on)"
    rf"|symptoms) )?"
    rf"(?:for|of|over|lasting|exceeding|>=?)? ?(?:at least|more than|greater than|a minimum of|>=?|over) {_NUMBER}"
    rf"(?: or more)?[ -]{_UNIT}(?:'s?)?(?: (?:duration|or (?:more|longer)))?\W*$",
    re.IGNORECASE,
)
_TOLD = re.compile(
    rf"(?:\b(?:for|x|over|past|last|>) ?(?:about |approximately |nearly |almost |over |more than |the past "
    rf"|the last |at least )*"
    rf"{_NUMBER}[ -]?(?:\+ ?)?{_UNIT}|\b{_NUMBER}[ -]{_UNIT} (?:history|h/o|duration|of)\b"
    rf"|\( ?{_NUMBER}[ -]{_UNIT} ?\))",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\b(?:since|onset|from|diagnosed(?: in)?|dx) (?:\w+ ){0,2}?(?:\d{1,2}/)?((?:19|20)\d{2})\b", re.IGNORECASE
)
_GOES_ON = re.compile(r"(?:It|This|These|They|The (?:pain|symptoms?)) (?:has|have|began|started|is|are|was)\b")
_UNITS = {"wk": "weeks", "mo": "months", "yr": "years"}


def decide(requirement: Requirement, view: View) -> Finding | None:
    """Met by a sentence that tells of the condition and of as long a time."""
    found = _ASKED.match(plain(bare(requirement.text)).strip())
    if found is None:
        return None
    told = lasted(found["what"], _length(found[2], found[3]), view)
    return Finding(requirement.id, Verdict.MET, (told,), why="A note says for how long.") if told else None


def lasted(what: str, least: Duration, view: View) -> Evidence | None:
    """Give the sentence that says a condition has lasted at least so long, on the day of the request."""
    thing = topic(what)
    words = frozenset(word for one in thing.alternatives for word in one.affirm)
    for each in sorted(view.about(words), key=lambda one: str(one.written or ""), reverse=True):
        if each.kind is not EvidenceKind.STATEMENT or each.assertion.experiencer != "patient":
            continue
        if not any(affirms(one, each.statement) for one in thing.alternatives):
            continue
        told = _next(each, view)
        if any(clause.meant() for clause in clauses(each.statement)) and _long(each, least, view):
            return each
        if told is not None and _long(told, least, view):
            return told
    return None


def _next(each: Evidence, view: View) -> Evidence | None:
    """The sentence after it, where that goes on about the same thing: "It has gone on for seven months"."""
    at = next((i for i, one in enumerate(view.passages) if one is each), -1)
    other = view.passages[at + 1] if 0 <= at < len(view.passages) - 1 else None
    if other is None or other.written != each.written or not _GOES_ON.match(other.statement):
        return None
    return other if all(clause.meant() for clause in clauses(other.statement)) else None


def _long(each: Evidence, least: Duration, view: View) -> bool:
    told = max((span.days for span in _spans(plain(each.statement))), default=0.0)
    written = each.written.earliest() if each.written and each.written.day else view.on
    since = max(((view.on - written).days + told if told else 0.0), _years(each.statement, view))
    return since >= least.days * 0.99


def _spans(text: str) -> Iterable[Duration]:
    for found in _TOLD.finditer(text):
        yield _length(found[1] or found[3] or found[5], found[2] or found[4] or found[6])


def _years(text: str, view: View) -> float:
    """Days since the last day of the year a sentence says it began in: the least it can be."""
    return max(((view.on.year - int(year) - 1) * 365.25 for year in _SINCE.findall(text)), default=0.0)


def _length(n: str, unit: str) -> Duration:
    word, bare = n.lower(), unit.lower()
    return Duration(float(word) if word.isdigit() else _N[word], _UNITS.get(bare, f"{bare}s"))
