"""The words of a payer's paper as a tagger sees them: each with its shape, and what kind of value it could be."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from wellfounded.read.payer import codes
from wellfounded.read.payer.amounts import MARKED, MONEY
from wellfounded.read.payer.contacts import PHONE
from wellfounded.read.payer.dates import DATE, SHORT
from wellfounded.read.payer.paper import Paper
from wellfounded.read.payer.windows import SPAN

TOKEN = re.compile(r"[A-Za-zÀ-ÿ]+(?:'[a-zA-Z]+)?|\d+(?:[.,]\d+)*|[^\w\s]")
LETTERS = re.compile(r"[A-Za-zÀ-ÿ]+")
LOOKS = (  # what a run of words could be by its form alone; the first that fits a word names it
    ("date", DATE),
    ("day", SHORT),
    ("phone", PHONE),
    ("span", SPAN),
    ("icd", codes.ICD),
    ("hcpcs", codes.HCPCS),
    ("ndc", codes.NDC),
    ("cpt", codes.CPT),
)


READ = 6000  # words of a paper that are tagged: some twelve pages, and no letter's values stand later


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or mark: its place, its plain form (digits as 0), its shape, and what it looks like."""

    start: int
    end: int
    word: str
    shape: str
    looks: str


@lru_cache(maxsize=8)
def tokens(paper: Paper) -> tuple[Token, ...]:
    """Give the words of the paper in the order of the text."""
    found = list(TOKEN.finditer(paper.plain))
    looks = _looks(paper, [one.start() for one in found])
    return tuple(
        Token(one.start(), one.end(), form(one[0]), shape(one[0]), look) for one, look in zip(found, looks, strict=True)
    )


def form(text: str) -> str:
    """Give a word in small letters; a number by how many digits it has."""
    return re.sub(r"\d", "0", text) if text[0].isdigit() else text.lower()


@lru_cache(maxsize=512)  # a line is asked for once a word
def words(text: str) -> tuple[str, ...]:
    """Give the words of *text* in small letters, without numbers and marks."""
    return tuple(one.lower() for one in LETTERS.findall(text))


@lru_cache(maxsize=4096)
def shape(text: str) -> str:
    """Give the look of a word: X for a capital, x for a small letter, d for a digit; long runs are cut to three."""
    plain = re.sub(r"\d", "d", re.sub(r"[a-zß-ÿ]", "x", re.sub(r"[A-ZÀ-Þ]", "X", text)))
    return re.sub(r"(.)\1{3,}", r"\1\1\1", plain)


def _looks(paper: Paper, starts: list[int]) -> list[str]:
    looks = [""] * len(starts)
    for name, span in _spans(paper):
        at = bisect_left(starts, span[0])
        while at < len(starts) and starts[at] < span[1]:
            looks[at] = looks[at] or name
            at += 1
    return looks


def _spans(paper: Paper) -> Iterator[tuple[str, tuple[int, int]]]:
    for name, pattern in LOOKS:
        for found in pattern.finditer(paper.plain):
            yield name, found.span()
    for found in MONEY.finditer(paper.plain):
        if MARKED.search(found[0]):
            yield "money", found.span()
