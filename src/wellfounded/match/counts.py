"""How often a thing happened: "two or more exacerbations in the past 12 months" against "three ... last year"."""

import re
from dataclasses import dataclass
from functools import lru_cache

from wellfounded.match.clauses import clauses
from wellfounded.match.view import View
from wellfounded.match.words import GENERIC, content, plain, tokens
from wellfounded.model.coding import Duration
from wellfounded.model.evidence import Evidence
from wellfounded.model.finding import Verdict

_NUMBER = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "ten": 10, "twelve": 12,
}  # fmt: skip
_N = rf"(?:\d+|{'|'.join(_NUMBER)})"
_TIME = (
    r"\s+(?:in|within|during|over)\s+(?:the\s+)?(?:past|last|previous|prior|preceding)\s+"
    r"(?:(?P<m>\d+|\w+)\s+)?(?P<u>month|year|week)s?"
)
_WHAT = r"\s+(?P<what>[a-z][a-z ,'-]{2,80}?)"
_ASKED = re.compile(rf"\b(?:at least (?P<least>{_N})|(?P<n>{_N}) or more|(?P<ge>{_N})\+){_WHAT}{_TIME}")
_STATED = re.compile(rf"\b(?P<n>{_N}){_WHAT}{_TIME}")


@dataclass(frozen=True, slots=True)
class Count:
    """A number of events within a time."""

    n: int
    what: frozenset[str]
    days: float


def _int(word: str | None) -> int:
    if not word:
        return 1
    return int(word) if word.isdigit() else _NUMBER.get(word, 0)


def _count(match: re.Match[str], n: str | None) -> Count | None:
    number, span = _int(n), _int(match["m"])
    if not number or not span:
        return None
    return Count(number, content(match["what"]) - GENERIC, Duration(span, f"{match['u']}s").days)


@lru_cache(maxsize=512)
def asked(text: str) -> Count | None:
    """Read a requirement that counts events in a time; None where it does not."""
    found = _ASKED.search(plain(text))
    return _count(found, found["least"] or found["n"] or found["ge"]) if found else None


def counted(text: str, view: View) -> tuple[Verdict, tuple[Evidence, ...]]:
    """Decide by the newest statement that counts the same events: enough in no longer a time, or too few in no shorter.

    What else the requirement says of them ("treated with steroids") must be said too; a drug stands for its class.
    """
    want = asked(text)
    if want is None or not want.what:
        return Verdict.UNKNOWN, ()
    rest = content(text) - want.what - GENERIC
    for each in sorted(view.passages, key=lambda one: str(one.written or ""), reverse=True):
        found = _STATED.search(plain(each.statement))
        have = _count(found, found["n"]) if found else None
        if have is None or not want.what <= content(each.statement) or not _meant(each):
            continue
        if have.n < want.n and have.days >= want.days * 0.98:
            return Verdict.NOT_MET, (each,)
        if have.n >= want.n and have.days <= want.days * 1.02 and rest <= _with_classes(each.statement, view):
            return Verdict.MET, (each,)
    return Verdict.UNKNOWN, ()


def _meant(each: Evidence) -> bool:
    plainly = each.assertion.experiencer == "patient" and each.assertion.time != "planned"
    return plainly and all(clause.meant() for clause in clauses(each.statement))


def _with_classes(text: str, view: View) -> frozenset[str]:
    """The words of a text and of the classes its drugs are in: prednisone is a systemic corticosteroid."""
    held = set(content(text))
    for token in tokens(text):
        if view.agents.ingredient(token.word):
            for class_id in view.agents.of_name(token.word):
                held |= content(class_id.replace("_", " ")) | content(view.agents.titles.get(class_id, ""))
    return frozenset(held)
