"""The words of one unit as the tagger of treatments sees them."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from wellfounded.read.chart.cues import cues
from wellfounded.read.chart.data import word_set
from wellfounded.read.chart.learned.page import form
from wellfounded.read.chart.lexicon import Lexicon
from wellfounded.read.chart.measure_names import book
from wellfounded.read.chart.outline import Unit
from wellfounded.read.chart.tokens import Token

NEAR = (-2, -1, 1, 2)


def known(toks: tuple[Token, ...], lexicon: Lexicon) -> list[str]:
    """Give for each token whether the lexicon's name begins or goes on there, and of what."""
    found, i = [""] * len(toks), 0
    while i < len(toks):
        agent = lexicon.at(toks, i)
        if agent is None:
            i += 1
            continue
        what = agent[1].what + ("?" if agent[1].doubtful else "")
        found[i : i + agent[0]] = [f"b-{what}", *[f"i-{what}"] * (agent[0] - 1)]
        i += agent[0]
    return found


def features(
    text: str, unit: Unit, toks: tuple[Token, ...], known: Sequence[str], over: Sequence[str]
) -> list[list[str]]:
    """Give the features of each token of a unit."""
    own = [_own(text[tok.start : tok.end], tok.word) for tok in toks]
    section, kind = unit.section, unit.kind
    places = [*(f"h={word}" for word in over[:4]), f"sec={section}", f"kind={kind}", f"sk={section}{kind}"]
    found = []
    for at in range(len(toks)):
        here = [*own[at], *places]
        if known[at]:
            here.append(f"lex={known[at]}")
        for step in NEAR:
            there = at + step
            if not 0 <= there < len(toks):
                here.append(f"{step}=^")
                continue
            here.append(f"{step}={own[there][0]}")
            here.append(f"{step}:{own[there][1]}")
            if known[there]:
                here.append(f"{step}lex={known[there]}")
        if at + 1 < len(toks):
            here.append(f"n2={own[at][0]}_{own[at + 1][0]}")
        if at:
            here.append(f"b2={own[at - 1][0]}_{own[at][0]}")
        if not at:
            here.append("first")
            here.append(f"first {section} {kind}")
        found.append(here)
    return found


@lru_cache(maxsize=8192)
def _own(written: str, word: str) -> tuple[str, ...]:
    return tuple(_told(written, word))


def _told(written: str, word: str) -> Iterator[str]:
    yield form(word)
    shape = re.sub(r"(.)\1{2,}", r"\1\1", re.sub(r"\d", "0", re.sub(r"[a-z]", "x", re.sub(r"[A-Z]", "X", written))))
    yield f"s={shape}"
    yield "any"
    if word[0].isalpha():
        for n in (2, 3, 4):
            yield f"x={word[-n:]}"
        yield f"p={word[:3]}"
        yield f"p={word[:4]}"
        if word in word_set("common_words"):
            yield "common"
        if word in book():
            yield "measure"
        if word in cues():
            yield "cue"
