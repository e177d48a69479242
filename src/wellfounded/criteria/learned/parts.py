"""Whether one passage is one requirement or several, chosen by weights learned from labelled policies."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from wellfounded.criteria.learned.words import marks, said, tokens
from wellfounded.criteria.tests import Words, read
from wellfounded.wire.crf import weights

WEIGHTS = Path(__file__).with_name("parts.crf")
ONE, SEVERAL = "one", "several"
# How likely it must be that they are told apart, to tell them apart. Plans of other hands than ours leave 25 of 29
# joined by "and" and 20 of 25 joined by "or" together; where two demands are left together a person is asked.
_APART = {"all": 0.7, "any": 0.6, "told": 0.6}
_FEW = 3  # parts whose own look is told


def features(text: str, how: str, pieces: Sequence[str]) -> list[str]:
    """Tell of a passage that could be taken apart, of *how* ("told", "all", "any"), and of its pieces."""
    return [*dict.fromkeys(_features(text, how, pieces))]


def _features(text: str, how: str, pieces: Sequence[str]) -> Iterator[str]:
    yield from ("any", f"h={how}", f"n={min(5, len(pieces))}", f"long={min(8, len(text) // 30)}")
    kinds = [read(Words(piece)).kind for piece in pieces]
    yield f"k={'|'.join(kinds[:2])}"
    yield f"same={len(set(kinds)) == 1}"
    yield f"{how} same={len(set(kinds)) == 1}"
    yield f"whole={read(Words(text)).kind}"
    yield f"whole={read(Words(text)).kind} {'|'.join(kinds[:2])}"
    for at, piece in enumerate(pieces[:_FEW]):
        words = tokens(piece)
        yield from (f"p{at}={kinds[at]}", f"l{at}={min(5, len(words) // 3)}", f"first{at}={'_'.join(words[:2])}")
        yield from (f"f{at}={word}" for word in words[:1])
        yield from (f"m{at}={mark}" for mark in marks(piece) if mark.startswith("1st"))
    cut = text.find(pieces[1]) if len(pieces) > 1 else -1
    if cut > 0:
        yield f"by={'_'.join(tokens(text[:cut])[-2:])}"
        yield f"comma={',' in text[max(0, cut - 6) : cut]}"
        yield f"loud={text[max(0, cut - 5) : cut].strip(' ,;').isupper()}"
    yield from said(text)


def apart(text: str, how: str, pieces: Sequence[str]) -> bool:
    """Whether to take *text* apart into *pieces*."""
    likely = weights(WEIGHTS).choose(features(text, how, pieces)).get(SEVERAL, 1.0)
    return likely >= _APART[how]


def one_of_two(how: str, pieces: Sequence[str]) -> bool:
    """Whether one test of words left together would stand for two demands: then a person is asked of both."""
    return how == "all" and len({read(Words(piece)).kind for piece in pieces}) > 1
