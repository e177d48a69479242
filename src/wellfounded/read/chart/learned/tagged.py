"""Names of treatments that no list holds, as a tagger that learned from labelled notes finds them."""

import re
from collections.abc import Iterator, Sequence

from wellfounded.read.chart.items import Item
from wellfounded.read.chart.learned.verdicts import FOLDER
from wellfounded.read.chart.learned.words import features, known
from wellfounded.read.chart.lexicon import Agent, Lexicon
from wellfounded.read.chart.measure_names import book
from wellfounded.read.chart.outline import Unit
from wellfounded.read.chart.tokens import tokens, words
from wellfounded.wire.crf import Weights, weights

SILENT = {"vitals", "labs", "ros", "scales", "imaging", "exam"}
NAMED = re.compile(r"(?:\b[A-Z]\.|\b(?:Dr|Mr|Mrs|Ms|Miss|Prof)\.?)\s+$")  # a person's name follows
NAME = "T"
LEAST = 0.4  # how likely a word must be part of a name


def tagged(text: str, unit: Unit, lexicon: Lexicon, over: Sequence[str]) -> list[Item]:
    """Give the names in one unit that the lexicon does not hold, in order; *over* are the words of its heading."""
    return list(by(weights(FOLDER[0] / "names.crf"), text, unit, lexicon, over))


def by(tagger: Weights, text: str, unit: Unit, lexicon: Lexicon, over: Sequence[str]) -> Iterator[Item]:
    """Give the names that one file of weights finds."""
    if unit.kind == "header" or unit.section in SILENT:
        return
    toks = tokens(text, unit.start, unit.end)
    listed = known(toks, lexicon)
    for start, end in tagger.likely(features(text, unit, toks, listed, over), NAME, LEAST):
        if any(listed[start:end]):
            continue
        begin, stop = toks[start].start, toks[end - 1].end
        name = " ".join(text[begin:stop].lower().split())
        if len(name) > 2 and not NAMED.search(text, max(0, begin - 12), begin) and words(name)[-1] not in book():
            yield Item("agent", begin, stop, Agent(name, (), "drug", listed=False))
