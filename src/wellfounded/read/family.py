"""Which family a paper is of, learned from labelled papers: a payer's notice, a statement, a chart, a policy, a letter.

Readers know their own papers by headings and phrases; a paper of a new hand has neither, and its words still tell.
"""

import re
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from wellfounded.model.document import Document
from wellfounded.wire.crf import weights

WEIGHTS = Path(__file__).with_name("family.crf")
WORD = re.compile(r"[A-Za-zÀ-ÿ]+(?:'[a-z]+)?|\d+|[$%:]")
READ = 5000  # characters from the head that are looked at
TOP = 300  # characters in which a paper says what it is
LEAST = 6  # words under which nothing is said


def features(text: str) -> list[str]:
    """Give the words and pairs of words of a paper's first pages, each once, those of its head apart."""
    words = [_form(word) for word in WORD.findall(text[:READ])]
    top = [_form(word) for word in WORD.findall(text[:TOP])]
    pairs = {f"{one} {two}" for one, two in pairwise(words)}
    return sorted({*words, *pairs, *(f"^{word}" for word in top)})


@lru_cache(maxsize=8)
def family(document: Document) -> dict[str, float]:
    """Give how likely each family is: notice, statement, chart, policy, letter, other; empty for too few words."""
    if len(WORD.findall(document.text[:READ])) < LEAST:
        return {}
    return weights(WEIGHTS).choose(features(document.text))


def _form(word: str) -> str:
    return "0" * min(5, len(word)) if word[0].isdigit() else word.lower()
