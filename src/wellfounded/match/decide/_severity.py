"""How severe the chart calls a condition, in the words the chart and ICD-10-CM use."""

import re
from dataclasses import dataclass

from wellfounded.match import names
from wellfounded.match.clauses import clauses
from wellfounded.match.timing import newest
from wellfounded.match.view import View
from wellfounded.match.words import GENERIC, MODIFIERS, content, tokens
from wellfounded.model.evidence import Evidence, EvidenceKind
from wellfounded.model.finding import Verdict
from wellfounded.terms import icd10cm

_LEVELS = ("mild", "moderate", "severe")
_WORD = re.compile(r"\b(mild|moderate(?:ly)?|severe(?:ly)?)\b", re.IGNORECASE)
_TO = re.compile(r"\b(mild|moderate)(?:ly)?[- ](?:to|or)[- ](moderate|severe)(?:ly)?\b", re.IGNORECASE)
_SPOKEN = re.compile(
    r"\b(?:at least )?(?:mild|moderate(?:ly)?|severe(?:ly)?)(?:[- ](?:to|or|and)[- ](?:moderate|severe)(?:ly)?)?\b",
    re.IGNORECASE,
)
_INSIDE = re.compile(r"\(([^()]*)\)")
_GRADE = r"(?:IV|I{1,3}|VI{0,3}|\d)"
_STAGE = re.compile(
    rf"\b([A-Z][\w' -]{{1,40}}?)\s+({_GRADE}[ab]?(?:\s*(?:,|or|to|and|-|\u2013)\s*(?:or )?{_GRADE}[ab]?)*)\b(?!\s*%)"
)
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8}
_AT_LEAST = re.compile(r"\b(?:at least|or (?:worse|greater|higher))\b", re.IGNORECASE)
_LEVEL_STEMS = frozenset({"mild", "moderat", "sever", "severity", "at", "degre"})


def levels(text: str) -> frozenset[str]:
    """Give the levels a phrase spans: "moderate to severe" is both; "moderately severe" lies between them."""
    found: set[str] = set()
    for first, last in _TO.findall(text):
        found |= set(_LEVELS[_LEVELS.index(first.lower()) : _LEVELS.index(last.lower()) + 1])
    rest = _TO.sub(" ", text)
    if re.search(r"\bmoderately[- ]severe\b", rest, re.IGNORECASE):
        found |= {"moderate", "severe"}
        rest = re.sub(r"(?i)\bmoderately[- ]severe\b", " ", rest)
    found |= {word.lower().removesuffix("ly") for word in _WORD.findall(rest)}
    if found and _AT_LEAST.search(text):
        found = set(_LEVELS[min(_LEVELS.index(each) for each in found) :])
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class Level:
    """What the chart says of the severity asked for, with the newest statements either way."""

    verdict: Verdict
    supports: tuple[Evidence, ...] = ()
    despite: tuple[Evidence, ...] = ()


def level(asked: frozenset[str], about: str, view: View) -> Level:
    """Hold the newest statement of severity about a condition against the levels asked for."""
    heads = frozenset(word for word in content(about) if word not in MODIFIERS | GENERIC | _LEVEL_STEMS)
    if not heads:
        named = [fact.value.display for fact in view.case.diagnoses]
        named += [each.name for each in view.of(EvidenceKind.DIAGNOSIS) if each.assertion.holds]
        heads = frozenset(word for name in named for word in content(name)) - MODIFIERS - GENERIC
    held = [(each, said) for each in view.about(heads) if (said := _said(each, heads))]
    held.sort(key=lambda pair: newest(pair[0]), reverse=True)
    if not held:
        return Level(Verdict.UNKNOWN)
    last = newest(held[0][0])
    now = [(each, said) for each, said in held if newest(each) == last]
    fits = [each for each, said in now if said <= asked]
    off = [each for each, said in now if not said & asked]
    if fits and not off:
        return Level(Verdict.MET, tuple(fits))
    if off and not fits and len(off) == len(now):
        return Level(Verdict.NOT_MET, despite=tuple(off))
    return Level(Verdict.UNKNOWN, tuple(fits), tuple(off))


def without_level(name: str) -> str:
    """Give a diagnosis without the words of its severity, which are weighed by themselves."""
    bare = _SPOKEN.sub(" ", name).strip()
    return bare if content(bare) - MODIFIERS - GENERIC else name


def staged(text: str, view: View) -> Level | None:
    """Hold the newest grade of a scale that *text* names in brackets, "(Hurley stage II or III)", or None."""
    for inside in _INSIDE.findall(text):
        found = _STAGE.search(inside)
        if found is None:
            continue
        held = [each for each in view.of(EvidenceKind.SCORE) if each.value and names.same(found[1], each.name)]
        held = [each for each in held if each.assertion.holds]
        if not held:
            return None
        asked = {_grade(each) for each in re.findall(r"[IVX]+|\d", found[2])}
        if re.search(r"-|\u2013|\bto\b", found[2]):
            asked = set(range(min(asked), max(asked) + 1))
        last = max(held, key=newest)
        if last.value is not None and last.value.value in asked:
            return Level(Verdict.MET, (last,))
        return Level(Verdict.NOT_MET, despite=(last,))
    return None


def _grade(word: str) -> int:
    return int(word) if word.isdigit() else _ROMAN.get(word, 0)


def _said(each: Evidence, heads: frozenset[str]) -> frozenset[str]:
    if not each.assertion.holds or each.kind not in {EvidenceKind.DIAGNOSIS, EvidenceKind.STATEMENT}:
        return frozenset()
    titles = [
        entry.title
        for coding in each.coding
        if coding.system.startswith("icd10")
        for entry in icd10cm.find(coding.code)
    ]
    for text in (each.name, each.statement, *titles):
        if levels(text) and _near(text, heads):
            return levels(text)
    return frozenset()


def _near(text: str, heads: frozenset[str]) -> bool:
    """Whether a word of severity stands by the condition, in a clause that says so of the patient."""
    if not any(clause.meant() for clause in clauses(text)):
        return False
    words = [token.stem for token in tokens(text) if token.word[0].isalnum()]
    at = [i for i, word in enumerate(words) if word in {"mild", "moderat", "sever", "moderate", "severe"}]
    return any(set(words[max(0, i - 6) : i + 7]) & heads for i in at)
