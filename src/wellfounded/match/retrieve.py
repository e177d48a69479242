"""Passages that may bear on a requirement kept as words: candidates for a person, never a verdict."""

from rapidfuzz import fuzz

from wellfounded.match.topic import speaks
from wellfounded.match.view import View
from wellfounded.match.words import GENERIC, content, plain
from wellfounded.model.evidence import Evidence

LEAST = 0.34  # of the requirement's words that a candidate must share
WEIGHT = 0.7  # of shared words against likeness of letters


def candidates(text: str, view: View, limit: int = 3) -> tuple[Evidence, ...]:
    """Rank the chart's statements by shared content words and likeness; those that share too little are left out."""
    asked = content(text) - GENERIC or content(text)
    if not asked:
        return ()
    ranked: list[tuple[float, int, Evidence]] = []
    for i, each in enumerate(view.about(asked)):
        shared = len(asked & content(speaks(each))) / len(asked)
        if shared >= LEAST and each.assertion.experiencer == "patient":
            likeness = fuzz.token_set_ratio(plain(text), plain(speaks(each))) / 100
            ranked.append((-(WEIGHT * shared + (1 - WEIGHT) * likeness), i, each))
    kept: list[Evidence] = []
    for _, _, each in sorted(ranked, key=lambda row: row[:2]):
        if all(speaks(each) != speaks(other) for other in kept):
            kept.append(each)
    return tuple(kept[:limit])
