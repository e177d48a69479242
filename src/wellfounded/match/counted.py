"""A count that a requirement's words set on a thing, "in two or more nerves", and whether a sentence reaches it."""

import re
from dataclasses import dataclass

from wellfounded.match.kin import says
from wellfounded.match.words import stem, tokens

_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "twelve": 12, "both": 2, "multiple": 2, "several": 3,
}  # fmt: skip
_N = rf"(?:\d+|{'|'.join(word for word in _WORDS if word not in {'both', 'multiple', 'several'})})"
_BOUND = re.compile(
    rf"\b(?:(?:at least|a minimum of|minimum of) (?P<least>{_N})(?: \(\d+\))?|(?P<more>{_N})(?: \(\d+\))? or more)"
    r" (?:of the |different |separate |distinct )?(?P<what>[a-z-]+(?: [a-z-]+)?)"
)
_HALF = re.compile(
    r"\bat least (?:(?P<half>half)|(?P<pct>\d+) ?(?:percent|%)) of (?:the |all )?(?P<what>[a-z-]+(?: [a-z-]+)?)"
)
_TIME = re.compile(
    r"^(?:consecutive |calendar |continuous )?(?:days?|weeks?|months?|years?|hours?|minutes?|mg|points?|cm)"
)
_OF = re.compile(r"\b(\d+) (?:of|out of|/) ?(?:the )?(\d+) (?:\w+ ){0,1}?([a-z-]+)")
_BEFORE = 3  # words from a count to what is counted


@dataclass(frozen=True, slots=True)
class Bound:
    """At least *n* of a thing, or where *share* is set that part of all of them."""

    n: float
    what: str
    share: bool = False


def bounds(text: str) -> tuple[str, tuple[Bound, ...]]:
    """Give a text in lower case with its counts reduced to what is counted, and the counts; lengths of time stay."""
    found: list[Bound] = []

    def count(match: re.Match[str]) -> str:
        what = match["what"]
        if _TIME.match(what):
            return match[0]
        share = "pct" in match.re.groupindex
        if share:
            n = 0.5 if match["half"] else float(match["pct"]) / 100
        else:
            word = match["least"] or match["more"]
            n = float(word) if word.isdigit() else float(_WORDS[word])
        found.append(Bound(n, stem(what.split()[-1] if share else what.split()[0]), share))
        return what

    return _HALF.sub(count, _BOUND.sub(count, text)), tuple(found)


def reached(bound: Bound, text: str) -> bool:
    """Whether a sentence counts at least as many; one of a thing is reached by naming it."""
    words = tokens(text)
    if bound.share:
        low = " ".join(token.word for token in words)
        return any(
            float(part) / float(whole) >= bound.n
            for part, whole, what in _OF.findall(low)
            if float(whole) and float(part) <= float(whole) and says(bound.what, stem(what))
        )
    if bound.n <= 1:
        return True
    for i, token in enumerate(words):
        n = float(token.word.replace(",", "")) if token.number else float(_WORDS.get(token.word, 0))
        after = [one.stem for one in words[i + 1 : i + 1 + _BEFORE]]
        if n >= bound.n and any(says(bound.what, one) for one in after):
            return True
    return False
