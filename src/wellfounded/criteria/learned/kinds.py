"""Which test a requirement asks, chosen by weights learned from labelled requirements."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from wellfounded.criteria.learned.words import looks, said
from wellfounded.criteria.tests._words import Words
from wellfounded.wire.crf import weights

WEIGHTS = Path(__file__).with_name("kinds.crf")


def features(words: Words, rule: str) -> list[str]:
    """Tell of a requirement and its lead-in; *rule* is the kind the typed rules give it, empty where not to tell."""
    return [*dict.fromkeys(_features(words, rule))]


def _features(words: Words, rule: str) -> Iterator[str]:
    yield "any"
    yield from said(words.text)
    yield from looks(words.text)
    if words.before:
        yield from said(words.before, "b ")
        yield from (f"b {each}" for each in looks(words.before))
    yield "led" if words.before else "alone"
    if rule:
        yield f"r={rule}"


@lru_cache(maxsize=4096)
def kinds(words: Words, rule: str) -> dict[str, float]:
    """Give how likely each kind of test is (0..1)."""
    return weights(WEIGHTS).choose(features(words, rule))
