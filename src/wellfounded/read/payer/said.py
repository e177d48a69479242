"""A sentence of a payer's paper as features: its words, their order, and the classes they stand for."""

import re
from itertools import pairwise

from wellfounded.read.payer.said_words import classes

WORD = re.compile(r"[^\W\d_]+(?:'[a-z]+)?|\d+|[$%:;?/=\u00a3\u20ac]|\[ ?\]|\[[xX]\]")
LONG = 400  # characters of a sentence that are looked at
STEM = 5  # letters that stand for a word and its endings
NEAR = 4  # words of a class before a verb of deciding that bear on it
BEARS = ("NEG", "IF", "PAST", "US", "YOU", "RIGHT", "EVERY")
TURNED = ("REFUSE", "GRANT", "PAY", "UPHOLD", "OVERTURN", "NECESSARY")


def features(text: str, told: tuple[str, ...] = ()) -> list[str]:
    """Give what a sentence says as features, each once; *told*: what rules found in it."""
    words = [_form(word) for word in WORD.findall(text[:LONG])]
    framed = ["<", *words, ">"]
    found = {*words, *(f"={one}" for one in told)}
    found.update(map(" ".join, pairwise(framed)))
    found.update(map(" ".join, zip(framed, framed[1:], framed[2:], strict=False)))
    found.update(f"~{word[:STEM]}" for word in words if len(word) > STEM)
    found.update(_classed(words))
    found.add("upper" if text.isupper() else "mixed")
    found.add(f"long {min(len(words) // 4, 6)}")
    return sorted(found)


def _classed(words: list[str]) -> set[str]:
    """Give the classes, which follow which, which stand together, and what bears on each verb of deciding."""
    each = [named for named in map(classes, words) if named]
    held = {name for named in each for name in named}
    found = {f"C{name}" for name in held}
    found.update(f"C{one}&{other}" for one in held for other in held if one < other)
    for at, named in enumerate(each):
        for step, mark in ((1, ">"), (2, ">>")):
            if at + step < len(each):
                found.update(f"C{one}{mark}{other}" for one in named for other in each[at + step])
        before = {name for earlier in each[max(0, at - NEAR) : at] for name in earlier if name in BEARS}
        for name in named:
            if name in TURNED:
                found.add(f"C{name}<{'+'.join(sorted(before))}")
    found.update(f"C{one[0]}>{two[0]}>{three[0]}" for one, two, three in zip(each, each[1:], each[2:], strict=False))
    if each:
        found.add(f"C^{each[0][0]}")
    return found


def _form(word: str) -> str:
    return "0" if word[0].isdigit() else word.lower()
