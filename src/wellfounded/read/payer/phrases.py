"""Phrases written as a person reads them, one a line, compiled to one pattern.

A space stands for any white space, `~3` for up to three words between, `*` for the rest of a word, `(a|b)` for a
choice, `?` after a letter or a choice for leaving it out, `{name}` for a part given by name, and `~not` after a verb
for its denial: `is~not covered` finds "is not covered" and "isn't covered". Whole words only; case is ignored.
"""

import re

from wellfounded.wire.caseless import Caseless

DENIED = r"(?:\s*not|n?'t|\s+never|\s+no\s+longer)"
STAR = re.compile(r"(?<!\\[sdwSDW])(?<! \))(?<=[\w)])\*")  # the rest of a word; after a class or " )" it repeats
BETWEEN = r"(?:(?<=\s)|\W+)(?:\w+\W+){0,%s}?"  # words and what parts them share no letter, so that no text is slow


def phrases(text: str, **parts: str) -> Caseless:
    """Compile the phrases of *text*: one a line, or several with ` | ` between them; after `##` comes a remark.

    A line that opens with `|` goes on where the line before it stopped.
    """
    joined = re.sub(r"\s*\n\s*\|(?=\s)", " |", re.sub(r"\n\s*\|(?=\S)", "|", text))
    lines = [line.split("##")[0].strip() for line in joined.splitlines()]
    found = [phrase for line in lines if line for phrase in line.split(" | ")]
    return Caseless("|".join(_phrase(phrase, parts) for phrase in found))


def _phrase(phrase: str, parts: dict[str, str]) -> str:
    phrase = re.sub(r"\{([a-z]+)\}", lambda part: parts[part[1]], phrase)
    phrase = re.sub(r"\((?!\?)", "(?:", _spaced(phrase)).replace("~not", DENIED)
    phrase = STAR.sub(lambda _: r"\w*", phrase)
    phrase = re.sub(r"\s*~(\d+)\s*", lambda gap: BETWEEN.replace("%s", gap[1]), phrase)
    phrase = re.sub(r" +", lambda _: r"\s+", phrase)
    return rf"(?<!\w){phrase}(?!\w)" if re.match(r"[\w(]", phrase) else phrase


def _spaced(phrase: str) -> str:
    """Take the space before a choice that may be left out into the choice: "a (b)?" finds "a" and "a b"."""
    at = 0
    while (at := phrase.find(" (", at)) >= 0:
        depth, end = 0, at + 1
        for end in range(at + 1, len(phrase)):
            depth += (phrase[end] == "(") - (phrase[end] == ")")
            if depth == 0:
                break
        if phrase[end + 1 : end + 2] == "?" and phrase[end - 1] != " ":
            phrase = f"{phrase[:at]}( {phrase[at + 1 : end + 1]}){phrase[end + 1 :]}"
        at += 2
    return phrase
