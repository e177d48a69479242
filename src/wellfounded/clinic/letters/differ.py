"""What changed between two versions, word by word."""

import re
from difflib import SequenceMatcher
from itertools import zip_longest

from wellfounded.clinic.letters.lines import words
from wellfounded.model.letter import Letter

LIKE = 0.4  # of the words of two paragraphs: below it they are two, and a person reads the old and the new whole
PIECE = re.compile(r"\s+|[\w'\u2019.-]+|[^\w\s]")


def compared(old: Letter, new: Letter) -> list[list[tuple[str, str]]]:
    """Give each paragraph of either as (what, text) runs, what being same, gone or new; unchanged ones are left out."""
    before, after = ([f"{p.heading}\n{words(p)}" if p.heading else words(p) for p in x.paragraphs] for x in (old, new))
    out = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        was, now = before[a:b], after[c:d]
        out += [runs(before_one, after_one) for before_one, after_one in zip_longest(was, now, fillvalue="")]
    return out


def runs(old: str, new: str) -> list[tuple[str, str]]:
    """Give the runs of words that stay, go and come."""
    a, b = PIECE.findall(old), PIECE.findall(new)
    matched = SequenceMatcher(None, a, b, autojunk=False)
    if a and b and _alike(a, b) < LIKE:
        return [("gone", f"{old}\n"), ("new", new)]
    out: list[tuple[str, str]] = []
    for tag, i, j, k, m in matched.get_opcodes():
        if tag == "equal":
            out.append(("same", "".join(a[i:j])))
            continue
        out += [("gone", "".join(a[i:j]))] if j > i else []
        out += [("new", "".join(b[k:m]))] if m > k else []
    return out


def _alike(a: list[str], b: list[str]) -> float:
    """Give the share of the words, white space and stops aside, that two paragraphs have in one order."""
    first, second = ([each for each in part if each[0].isalnum()] for part in (a, b))
    return SequenceMatcher(None, first, second, autojunk=False).ratio()
