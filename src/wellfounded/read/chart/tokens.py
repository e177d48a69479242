"""Words of a text with their places, and phrases found among them in one walk."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")

_TOKEN = re.compile(r"[^\W\d_]+(?:['\u2019][a-z]{1,2}\b)?|\d+(?:[.,]\d+)*|[^\w\s]|_+")
_PLAIN = re.compile(r"[a-z]+(?:[ -][a-z]+)*")  # most names: no need of the tokenizer
_GROUP = re.compile(r"\[([^\]]*)\]")


class Token(NamedTuple):
    """One word, number or sign in lower case; *start* and *end* count characters of the text."""

    word: str
    start: int
    end: int


@lru_cache(maxsize=1024)
def tokens(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """Split *text* into tokens; a hyphen inside a word is left out, so that `PHQ-9`, `PHQ 9` and `PHQ9` are alike.

    The last are kept: a note's sentences are asked for their measures, and once more for their treatments.
    """
    found: list[Token] = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        word, at = match.group(), match.start()
        if word in "-\u2011" and _inside(text, at):
            continue
        found.append(Token(word.lower().replace("\u2019", "'"), at, match.end()))
    return tuple(found)


def _inside(text: str, at: int) -> bool:
    return 0 < at < len(text) - 1 and text[at - 1].isalnum() and text[at + 1].isalnum()


def words(phrase: str) -> tuple[str, ...]:
    """Give the words of a phrase as `tokens` would."""
    low = phrase.lower()
    if _PLAIN.fullmatch(low):
        return tuple(low.replace("-", " ").split(" "))
    return tuple(token.word for token in tokens(phrase))


def expand(pattern: str) -> Iterator[str]:
    """Give every phrase a pattern stands for: `[no|little] [real|] benefit` stands for four."""
    parts = _GROUP.split(pattern)
    choices = [part.split("|") if i % 2 else [part] for i, part in enumerate(parts)]
    for choice in product(*choices):
        yield " ".join("".join(choice).split())


class _Begun(NamedTuple, Generic[T]):
    """The phrases that begin with one word."""

    phrases: list[tuple[tuple[str, ...], T]]  # the longest first
    second: frozenset[str]  # the words that may follow
    alone: tuple[int, T] | None  # what the word means by itself, with the one token it takes


@dataclass(slots=True)
class Phrasebook(Generic[T]):
    """Phrases by their first word; the longest that fits at a place is the one found there.

    Words in *skips* may stand between the words of a phrase: with "significant" among them, "no benefit" is also found
    in "no significant benefit".
    """

    skips: frozenset[str] = frozenset()
    _first: dict[str, list[tuple[tuple[str, ...], T]]] = field(default_factory=dict)
    _ready: dict[str, _Begun[T]] = field(default_factory=dict)  # of the first words met so far: a text has few of them

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, T]], skips: frozenset[str] = frozenset()) -> "Phrasebook[T]":
        """Build a book from phrases and what each means."""
        book: Phrasebook[T] = cls(skips)
        for phrase, meaning in pairs:
            book.add(words(phrase), meaning)
        return book

    def add(self, phrase: tuple[str, ...], meaning: T) -> None:
        """Write one phrase in; none may follow once the book was read."""
        if phrase:
            self._first.setdefault(phrase[0], []).append((phrase, meaning))

    def _begun(self, word: str) -> _Begun[T]:
        held = sorted(self._first[word], key=lambda pair: -len(pair[0]))
        second = frozenset(phrase[1] for phrase, _ in held if len(phrase) > 1)
        alone = next(((1, meaning) for phrase, meaning in held if len(phrase) == 1), None)
        return self._ready.setdefault(word, _Begun(held, second, alone))

    def at(self, toks: tuple[Token, ...], i: int) -> tuple[int, T] | None:
        """Give how many tokens the longest phrase at place *i* takes, and its meaning; None where none fits."""
        word = toks[i].word
        if word not in self._first:
            return None
        begun = self._ready.get(word) or self._begun(word)
        after = toks[i + 1].word if i + 1 < len(toks) else ""
        if after in begun.second or after in self.skips:
            for phrase, meaning in begun.phrases:
                n = 1 if len(phrase) == 1 else self._fits(phrase, toks, i)
                if n:
                    return n, meaning
            return None
        return begun.alone

    def _fits(self, phrase: tuple[str, ...], toks: tuple[Token, ...], i: int) -> int:
        at, skipped = i + 1, 0
        for word in phrase[1:]:
            while at < len(toks) and toks[at].word != word and toks[at].word in self.skips and skipped < 4:
                at, skipped = at + 1, skipped + 1
            if at >= len(toks) or toks[at].word != word:
                return 0
            at += 1
        return at - i

    def __contains__(self, word: str) -> bool:
        """Whether a phrase begins with this word."""
        return word in self._first

    def vocabulary(self) -> Iterator[str]:
        """Give every word of every phrase."""
        for held in self._first.values():
            for phrase, _ in held:
                yield from phrase
