"""A text with plain marks, character for character, so that every offset holds; and patterns of words over it."""

import re
from collections.abc import Iterator
from itertools import groupby

from wellfounded.wire.caseless import Caseless, caseless

# Curly marks and dashes as their plain sisters; then line breaks as spaces too.
MARKS = str.maketrans("\u2018\u2019\u201c\u201d\u2010\u2011\u2012\u2013\u2014\u2212\u00a0", "''\"\"------ ")
PLAIN = MARKS | str.maketrans("\n\r\f\t", "    ")

# A space stands for any white space, save in a set or a look-behind, whose width must not vary.
KEPT = re.compile(r"\[[^\]]*\]|\(\?<[!=][^)]*\)| ")

EDGE = r"\b"
MARK = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]")  # an escape or a set, whole, else a bracket or a bar


def phrase(*patterns: str) -> Caseless:
    """Compile patterns of words, any of which may match: a space matches any white space, and case does not count."""
    return Caseless(KEPT.sub(_spaced, _joined(patterns)))


def small_phrase(*patterns: str) -> re.Pattern[str]:
    """Compile the same for `wire.caseless.small(text)`: for patterns that long texts are searched for."""
    return caseless(KEPT.sub(_spaced, _joined(patterns)))


def _joined(patterns: tuple[str, ...]) -> str:
    """Join patterns in their order; those in a row that open a word share one edge, asked before their letters are."""
    rows = groupby(_branches("|".join(patterns)), key=lambda each: each.startswith(EDGE))
    return "|".join(
        rf"\b(?:{'|'.join(each.removeprefix(EDGE) for each in row)})" if opens else "|".join(row) for opens, row in rows
    )


def _branches(pattern: str) -> Iterator[str]:
    """Part a pattern at the bars that stand in no bracket."""
    depth = at = 0
    for mark in MARK.finditer(pattern):
        if mark[0] == "|" and not depth:
            yield pattern[at : mark.start()]
            at = mark.end()
        depth += (mark[0] == "(") - (mark[0] == ")")
    yield pattern[at:]


def _spaced(match: re.Match[str]) -> str:
    return r"(?:\s+)" if match[0] == " " else match[0]
