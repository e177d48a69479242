"""Words of requirements and charts brought to one form, so that "seizures" meets "seizure" and "SI" meets thoughts."""

import re
from functools import lru_cache
from typing import NamedTuple

from wellfounded.match.lexicon import ABBREVIATIONS, GENERIC_WORDS, HOLLOW_WORDS, MODIFIER_WORDS, PHRASES, SAME, STOP

TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]+(?:['\u2019][^\W\d_]{1,2}\b)?|[^\w\s]")
_EVEN = str.maketrans({"\u2019": "'", "\u2011": "-", "\u2010": "-", "\u2013": "-", "\u2014": " - "})
_MISSED = re.compile(r"\bmiss(?:ed|es|ing)? (?:\w+ ){0,3}?(school|work)\b(?: days?)?")
_SPACE = re.compile(r"\s+")
_HYPHEN = re.compile(r"(?<=[a-z])-(?=[a-z])")
_DOUBLED = re.compile(r"([bdgmnprt])\1$")
_NUMBERS = {"two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "eight": "8", "twelve": "12"}


class Token(NamedTuple):
    """A word as written in lower case, its stem, and where it stands."""

    word: str
    stem: str
    at: int

    @property
    def content(self) -> bool:
        """Whether the word says what is spoken of, and not how."""
        return self.word[0].isalnum() and self.word not in STOP and self.stem not in STOP and not self.number

    @property
    def number(self) -> bool:
        """Whether it is a number."""
        return self.word.replace(",", "").replace(".", "", 1).isdigit()


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """Bring inflections of one English word together; the result need not be a word."""
    if len(word) > 3 and word[0].isalpha():
        word = _plain(word)
    return SAME.get(word, word)


def _plain(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith(("sses", "xes", "ches", "shes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        bare = word.removesuffix(ending)
        if bare != word and len(bare) >= 3 and re.search(r"[aeiouy]", bare):
            word = _DOUBLED.sub(r"\1", bare)
            break
    if word.endswith("ly") and len(word) > 5:
        word = word[:-2]
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


# Words that name no thing by themselves, and words that say how a thing is.
GENERIC = frozenset(stem(word) for word in GENERIC_WORDS.split())
HOLLOW = frozenset(stem(word) for word in HOLLOW_WORDS.split())
MODIFIERS = frozenset(stem(word) for word in MODIFIER_WORDS.split())


def _pattern(held: dict[str, str], no_more: str = "") -> re.Pattern[str]:
    joined = "|".join(re.escape(key) for key in sorted(held, key=len, reverse=True))
    return re.compile(rf"(?<![^\W_])(?:{joined})(?![^\W_]){no_more}")


# Capitals before a ZIP code are a state, and those before "-E" are part of a longer name: "Ada, MI 49301", "MI-E".
_SHORT, _LONG = _pattern(ABBREVIATIONS, r"(?!-[A-Z](?![^\W_]))(?! \d{5}(?!\d))"), _pattern(PHRASES)


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """Put *text* in lower case with abbreviations written out and known phrases said one way."""
    even = _SPACE.sub(" ", text if text.isascii() else text.translate(_EVEN))
    long = _SHORT.sub(lambda match: ABBREVIATIONS[match.group()], even).lower()
    kept = _MISSED.sub(r"missed \1", long) if "miss" in long else long
    said = _LONG.sub(lambda match: PHRASES[match.group()], kept)
    return _HYPHEN.sub(" ", said) if "-" in said else said


@lru_cache(maxsize=65536)
def tokens(text: str) -> tuple[Token, ...]:
    """Give the tokens of *text* after `plain`; small number words become digits."""
    found = TOKEN.finditer(plain(text))
    return tuple(
        Token(word := _NUMBERS.get(match.group(), match.group()), stem(word), i) for i, match in enumerate(found)
    )


@lru_cache(maxsize=65536)
def content(text: str) -> frozenset[str]:
    """Give the stems of the content words of *text*."""
    return frozenset(token.stem for token in tokens(text) if token.content)


@lru_cache(maxsize=65536)
def numbers(text: str) -> frozenset[float]:
    """Give the numbers *text* states."""
    return frozenset(float(token.word.replace(",", "")) for token in tokens(text) if token.number)
