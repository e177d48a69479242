"""What a chooser is told of a requirement's words: the words, their neighbours, and what they could be by form."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from wellfounded.criteria.known import treatments
from wellfounded.criteria.numbers import COMPARATOR, durations
from wellfounded.criteria.tests._numbered import LABS, MEASURES, SCALES
from wellfounded.criteria.tests._units import UNIT
from wellfounded.criteria.tests.imaging import STUDY
from wellfounded.criteria.tests.procedure import NAMED
from wellfounded.criteria.words import CLASS, DRUG, SPECIALTY, disease, icd10

TOKEN = re.compile(r"[A-Za-zÀ-ÿ]+(?:['\u2019][a-zA-Z]+)?|\d+(?:[.,]\d+)*|[<>≥≤=%/+]|[^\w\s]")
_MARKS = (
    ("scale", SCALES),
    ("lab", LABS),
    ("measure", MEASURES),
    ("unit", re.compile(rf"\d\s*-?{UNIT}(?![A-Za-z])", re.IGNORECASE)),
    ("compared", re.compile(COMPARATOR, re.IGNORECASE)),
    ("study", STUDY),
    ("done", NAMED),
    ("who", SPECIALTY),
    ("class", CLASS),
)
_OPENING, _CLOSING = 3, 2  # words told by their place from either end
_LONG = 7  # letters from which a word's stem is told as well
_MOST = 80  # words that are looked at


def tokens(text: str) -> list[str]:
    """Give the words of *text* in small letters, numbers by how many digits they have."""
    return [re.sub(r"\d", "0", one) if one[0].isdigit() else one.lower() for one in TOKEN.findall(text)[:_MOST]]


def said(text: str, name: str = "") -> Iterator[str]:
    """Give the words of *text* and their pairs as features, each under *name*."""
    found = tokens(text)
    for word in dict.fromkeys(found):
        yield f"{name}w={word}"
        if len(word) >= _LONG:
            yield f"{name}s={word[:5]}"
            yield f"{name}x={word[-4:]}"
    for one, two in zip(["^", *found], [*found, "$"], strict=True):
        yield f"{name}two={one}|{two}"


def looks(text: str) -> Iterator[str]:
    """Tell what the words of *text* could be by their form alone, what comes first of it, and how it ends."""
    found = tokens(text)
    for at, word in enumerate(found[:_OPENING]):
        yield f"first{at}={word}"
    for at, word in enumerate(found[: -_CLOSING - 1 : -1]):
        yield f"last{at}={word}"
    if len(found) > 1:
        yield f"opens={'_'.join(found[:2])}"
        yield f"opens3={'_'.join(found[:3])}"
    yield f"long={min(6, len(found) // 5)}"
    yield from (f"is={mark}" for mark in marks(text))


@lru_cache(maxsize=2048)
def marks(text: str) -> tuple[str, ...]:
    """Name what *text* holds by form: a drug, a disease, a number with a unit, a length of time, the first of them."""
    held: list[tuple[int, str]] = []
    for name, pattern in _MARKS:
        if match := pattern.search(text):
            held.append((match.start(), name))
    if sick := disease(text):
        held.append((sick.start(), "disease"))
    if treated := treatments(text):
        held.append((treated[0].start, "treatment"))
        if any(each.is_drug for each in treated):
            held.append((treated[0].start, "drug"))
    for word in re.finditer(r"[A-Za-z-]{5,}", text):
        if DRUG.match(word[0].lower()):
            held.append((word.start(), "stem"))
            break
    if lasting := durations(text):
        held.append((lasting[0][0], "time"))
    if number := re.search(r"\d", text):
        held.append((number.start(), "number"))
    if icd10(text):
        held.append((len(text), "icd"))
    order = [name for _, name in sorted(held)]
    return (*order, *(f"1st {name}" for name in order[:1]), *(f"{one}+{two}" for one, two in pairwise(order)))
