"""How often a thing happened: "two or more exacerbations in the past 12 months" against "three a month"."""

import re
from dataclasses import dataclass
from functools import lru_cache

from wellfounded.match.clauses import clauses
from wellfounded.match.timing import back
from wellfounded.match.topic import affirms, topic
from wellfounded.match.view import View
from wellfounded.match.visits import Visit
from wellfounded.match.words import GENERIC, content, plain, tokens
from wellfounded.model.coding import Duration
from wellfounded.model.evidence import Evidence, EvidenceKind
from wellfounded.model.finding import Verdict

_NUMBER = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "ten": 10, "twelve": 12,
}  # fmt: skip
_N = rf"(?:\d+|{'|'.join(_NUMBER)})"
_LAST = r"(?:in|within|during|over|for)\s+(?:the\s+)?(?:past|last|previous|prior|preceding)\s+"
_TIME = rf"\s+{_LAST}(?:(?P<m>\d+|\w+)\s+)?(?P<u>month|year|week|day)s?"
_RATE = r"(?:\s+(?:per|a|an|each|every)\s+|\s*/\s*)(?P<r>month|mo|year|yr|week|wk|day|d)\b"
_WHAT = r"\s+(?P<what>[a-z][a-z ,'-]{2,80}?)"
_ASKED = re.compile(
    rf"\b(?:(?:at least|minimum of) (?P<least>{_N})|(?P<n>{_N}) or more|(?P<ge>{_N})\+|>= ?(?P<sign>{_N}))"
    rf"{_WHAT}(?:{_RATE}|{_TIME})"
)
_STATED = re.compile(
    rf"\b(?P<n>{_N})(?:\s*-\s*{_N})?{_WHAT}(?:{_RATE}|{_TIME}|\s+(?:in|over)\s+(?P<m2>{_N})\s+(?P<u2>month|year"
    rf"|week)s?\b)"
)
# Where what is counted ends and what must go with it begins: "exacerbations requiring systemic corticosteroids".
_WITH = re.compile(r"\b(?:requiring|required|needing|treated|that|which|resulting|leading|with|despite|lasting)\b")
_UNITS = {"mo": "months", "yr": "years", "wk": "weeks", "d": "days"}
_APART = 5  # days between two notes that tell of two events; a follow-up of the same week tells of one
_STALE = 200  # days after which a rate says nothing of "the last three months"


@dataclass(frozen=True, slots=True)
class Count:
    """A number of events within a time. *rate*: so many in each such time, and not only once within it."""

    n: int
    what: frozenset[str]
    head: str
    days: float
    rate: bool
    beside: frozenset[str] = frozenset()  # what must go with each


def _int(word: str | None) -> int:
    if not word:
        return 1
    return int(word) if word.isdigit() else _NUMBER.get(word, 0)


def _count(match: re.Match[str], n: str | None) -> Count | None:
    held = match.groupdict()
    span, unit = _int(held.get("m2") or held["m"]), held.get("u2") or held["u"]
    if held["r"]:
        span, unit = 1, _UNITS.get(held["r"], held["r"])
    number = _int(n)
    if not number or not span or not unit:
        return None
    first, beside = _WITH.split(match["what"], maxsplit=1)[0], _WITH.search(match["what"])
    named = [token.stem for token in tokens(first) if token.content]
    rest = content(match["what"][beside.start() :]) - GENERIC if beside else frozenset()
    days = Duration(span, unit if unit.endswith("s") else f"{unit}s").days
    return Count(number, content(first), named[-1] if named else "", days, bool(held["r"]), rest)


@lru_cache(maxsize=512)
def asked(text: str) -> Count | None:
    """Read a requirement that counts events in a time; None where it does not."""
    said = plain(text)
    found = _ASKED.search(said)
    if found is None:
        return None
    count = _count(found, found["least"] or found["n"] or found["ge"] or found["sign"])
    return count if count and count.head else None


def counted(text: str, view: View) -> tuple[Verdict, tuple[Evidence, ...]]:
    """Decide by the newest statement that counts the same events, else by the notes that each tell of one.

    What else the requirement says of them ("treated with steroids") must be said too; a drug stands for its class.
    """
    want = asked(text)
    if want is None:
        return Verdict.UNKNOWN, ()
    for visit in sorted(view.visits, key=lambda one: str(one.day or ""), reverse=True):
        for each in visit.parts:
            verdict = _by_number(want, each, visit, view)
            if verdict is not Verdict.UNKNOWN:
                return verdict, (each,)
    return _by_notes(want, view)


def _by_number(want: Count, each: Evidence, visit: Visit, view: View) -> Verdict:
    found = _STATED.search(plain(each.statement))
    have = _count(found, found["n"]) if found else None
    if have is None or want.head not in have.what or not want.what - GENERIC <= visit.words or not _meant(each):
        return Verdict.UNKNOWN
    if visit.day is None or (view.on - visit.day.earliest()).days > max(_STALE, want.days * 1.02):
        return Verdict.UNKNOWN
    if want.rate:
        more = have.n / have.days >= 0.99 * want.n / want.days
        return Verdict.MET if more and not want.beside else Verdict.UNKNOWN if more else Verdict.NOT_MET
    if have.n < want.n and have.days >= want.days * 0.98 and not have.rate:
        return Verdict.NOT_MET
    enough = have.n >= want.n and have.days <= want.days * 1.02
    return Verdict.MET if enough and want.beside <= _with_classes(each.statement, view) else Verdict.UNKNOWN


def _by_notes(want: Count, view: View) -> tuple[Verdict, tuple[Evidence, ...]]:
    """Count the notes of different days within the time that each tell of such an event with what goes with it."""
    if want.rate:
        return Verdict.UNKNOWN, ()
    first = back(view.on, Duration(want.days, "days"))
    alternatives = topic(want.head).alternatives
    told: list[Evidence] = []
    last = None
    for visit in sorted((one for one in view.visits if one.day and one.day.day), key=lambda one: str(one.day)):
        day = visit.day.earliest() if visit.day else first
        if day < first or day > view.on or (last is not None and (day - last).days < _APART):
            continue
        such = [each for each in visit.parts if _meant(each) and any(affirms(a, each.statement) for a in alternatives)]
        text = " ".join(each.statement for each in visit.parts if each.assertion.time != "planned")
        if such and want.beside <= _with_classes(text, view):
            told.append(such[0])
            last = day
    return (Verdict.MET, tuple(told)) if len(told) >= want.n else (Verdict.UNKNOWN, tuple(told))


def _meant(each: Evidence) -> bool:
    plainly = each.assertion.experiencer == "patient" and each.assertion.time != "planned"
    return plainly and each.kind is EvidenceKind.STATEMENT and all(one.meant() for one in clauses(each.statement))


def _with_classes(text: str, view: View) -> frozenset[str]:
    """The words of a text and of the classes its drugs are in: prednisone is a systemic corticosteroid."""
    held = set(content(text))
    for token in tokens(text):
        if view.agents.ingredient(token.word):
            for class_id in view.agents.of_name(token.word):
                held |= content(class_id.replace("_", " ")) | content(view.agents.titles.get(class_id, ""))
    return frozenset(held)
