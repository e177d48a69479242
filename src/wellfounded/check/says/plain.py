"""A text with plain marks, character for character, so that every offset holds; and patterns of words over it."""

import re

from wellfounded.wire.caseless import Caseless, caseless

# Curly marks and dashes as their plain sisters; then line breaks as spaces too.
MARKS = str.maketrans("\u2018\u2019\u201c\u201d\u2010\u2011\u2012\u2013\u2014\u2212\u00a0", "''\"\"------ ")
PLAIN = MARKS | str.maketrans("\n\r\f\t", "    ")

# A space stands for any white space, save in a set or a look-behind, whose width must not vary.
KEPT = re.compile(r"\[[^\]]*\]|\(\?<[!=][^)]*\)| ")


def phrase(*patterns: str) -> Caseless:
    """Compile patterns of words, any of which may match: a space matches any white space, and case does not count."""
    return Caseless(KEPT.sub(_spaced, "|".join(patterns)))


def small_phrase(*patterns: str) -> re.Pattern[str]:
    """Compile the same for `wire.caseless.small(text)`: for patterns that long texts are searched for."""
    return caseless(KEPT.sub(_spaced, "|".join(patterns)))


def _spaced(match: re.Match[str]) -> str:
    return r"(?:\s+)" if match[0] == " " else match[0]
