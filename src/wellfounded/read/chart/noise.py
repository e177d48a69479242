"""Digits that optical reading put in place of letters inside a word: "re1ief", "f1uoxetine", "Pat1ent"."""

import re
from functools import cache
from itertools import product

_NOISY = re.compile(
    r"(?<![\w-])[A-Za-z]{1,}[a-z][0158][a-z][a-z0158]*[a-z](?![\w-])|(?<![\w-])[A-Z][0158][a-z]{2,}[a-z0158]*(?![\w-])"
)
_LETTERS = {"1": "li", "0": "o", "5": "s", "8": "b"}


def repaired(text: str) -> str:
    """Give *text* with such digits turned back into letters, every character at its own place."""
    found = list(_NOISY.finditer(text))
    if len(found) < 2:  # one such word in a note is a name, a gene or a unit
        return text
    parts, at = [], 0
    for match in found:
        parts += [text[at : match.start()], _repair(match.group())]
        at = match.end()
    return "".join([*parts, text[at:]])


@cache
def _repair(word: str) -> str:
    """Try each reading of the digits; the one the readers' own vocabulary knows, else the first."""
    spots = [i for i, letter in enumerate(word) if letter in _LETTERS]
    tries = []
    for letters in product(*(_LETTERS[word[i]] for i in spots)):
        spelled = list(word)
        for i, letter in zip(spots, letters, strict=True):
            spelled[i] = letter
        tries.append("".join(spelled))
    return next((t for t in tries if t.lower() in _vocabulary()), tries[-1])


@cache
def _vocabulary() -> frozenset[str]:
    from wellfounded.read.chart.cues import cues  # noqa: PLC0415 - only noisy text needs it
    from wellfounded.read.chart.lexicon import lexicon  # noqa: PLC0415
    from wellfounded.read.chart.measure_names import book  # noqa: PLC0415

    return frozenset({*cues().vocabulary(), *book().vocabulary(), *lexicon().book.vocabulary(), *_PLAIN.split()})


_PLAIN = (
    "patient visit plan relief helped allergies allergy medications family clinic diagnosis signed "
    "electronically daily weekly oral lungs illness child female male"
)
