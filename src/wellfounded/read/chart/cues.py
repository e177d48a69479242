"""The words by which a chart says what became of a treatment: each phrase, what it means, and which way it looks."""

from dataclasses import dataclass
from functools import cache

from wellfounded.read.chart.data import blocks
from wellfounded.read.chart.tokens import Phrasebook, expand


@dataclass(frozen=True, slots=True)
class Cue:
    """What a phrase means, and where its treatment stands: after it, before it, or on either side."""

    means: str
    looks: str  # after, before, either


@cache
def cues() -> Phrasebook[Cue]:
    """Build the book of cues; where a phrase stands in two rows, it means the first and looks either way."""
    held: dict[str, Cue] = {}
    skips: list[str] = []
    short: dict[str, str] = {}
    for heading, patterns in blocks("cues"):
        if heading == "skips":
            skips = " ".join(patterns).split()
        elif heading.startswith("let "):
            name, _, choice = heading[4:].partition(" = ")
            short[f"${name}"] = choice
        else:
            means, looks = heading.split()
            _row(held, means, looks, [_spelled(pattern, short) for pattern in patterns])
    return Phrasebook.of(held.items(), frozenset(skips))


def _spelled(pattern: str, short: dict[str, str]) -> str:
    for name, choice in short.items():
        pattern = pattern.replace(name, choice)
    return pattern


def _row(held: dict[str, Cue], means: str, looks: str, patterns: list[str]) -> None:
    cue, either = Cue(means, looks), Cue(means, "either")  # made once: there are some 16,000 phrases
    for pattern in patterns:
        for phrase in expand(pattern):
            first = held.setdefault(phrase, cue)
            if first.means == means and first.looks != looks:
                held[phrase] = either
