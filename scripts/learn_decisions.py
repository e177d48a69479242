"""Learn what sentences of payers' papers decide, and what kind of paper they make; write the weights beside the code.

Sentences come from the judged list, and from labelled papers: there a sentence may be of its paper's kind or of none.
`--without FOLDER --into FOLDER` leaves one folder of papers out, so that they measure what was learned from the others.
"""

import argparse
import random
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "src")]

from wellfounded.model.document import Document  # noqa: E402 - found only once the path is set
from wellfounded.read import document  # noqa: E402 - found only once the path is set
from wellfounded.read.payer import judged, verdict  # noqa: E402 - found only once the path is set
from wellfounded.read.payer.paper import head  # noqa: E402 - found only once the path is set
from wellfounded.read.payer.said import features as said  # noqa: E402 - found only once the path is set
from wellfounded.wire.crf import learn  # noqa: E402 - found only once the path is set

LEARN = ROOT / "tests" / "learn" / "payer"
# The rules were written over the papers of `dev` and `fresh`, which therefore tell nothing of how far rules reach.
RULED = (ROOT / "tests" / "read" / "payer" / "dev", ROOT / "tests" / "fresh" / "payer")
FOLDERS = (*RULED, ROOT / "tests" / "fresh2" / "payer", LEARN / "one", LEARN / "two", LEARN / "three", LEARN / "four")
# What a sentence of a paper of each kind may be, beside none.
MAY_BE = {
    "denial": ("denial",),
    "approval": ("approval",),
    "partial_approval": ("partial_approval", "denial", "approval"),
    "pend": ("pend", "information_request"),
    "information_request": ("information_request", "pend"),
    "eob": ("eob", "denial", "approval", "partial_approval"),
    "transition_notice": ("transition_notice",),
    "other": ("other",),
    "letter": ("letter", "other", "information_request"),
}
SURE = 0.6  # the share of the allowed judgements' weight that the likeliest must have to teach
PLAIN = 5  # one in so many sentences that were already judged none teaches again that they are
Labelled = tuple[Path, Document, str]
Taught = list[tuple[list[str], str]]


def papers(folders: Iterable[Path]) -> Iterator[Labelled]:
    """Give each payer's paper of some folders with its kind."""
    for folder in folders:
        for gold in sorted(folder.glob("*.yaml")):
            kind = yaml.safe_load(gold.read_text(encoding="utf-8"))["kind"]
            kind = kind[0] if isinstance(kind, list) else kind
            text = gold.with_suffix(".txt")
            if text.exists() and kind in MAY_BE and not (kind == "letter" and folder in RULED):
                yield folder, document(text.name, text.read_bytes()), kind


def listed() -> Taught:
    """Give the judged sentences."""
    lines = (LEARN / "decisions.tsv").read_text(encoding="utf-8").splitlines()
    return [(judged.sentence(text), label) for label, _, text in (line.partition("\t") for line in lines) if text]


def offers() -> list[tuple[list[list[str]], list[str]]]:
    """Give the sentences judged by what they offer or of which level they show the notice to be; markets are none."""
    lines = (LEARN / "offers.tsv").read_text(encoding="utf-8").splitlines()
    parted = (line.partition("\t") for line in lines)
    return [
        ([said(text)], [judged.NONE if label.startswith("market_") else label]) for label, _, text in parted if text
    ]


def drawn(held: Iterable[Labelled], chance: random.Random) -> Taught:
    """Give the sentences of labelled papers as what their paper lets them be."""
    return [
        one
        for _, paper, kind in held
        for one in settled(judged.judged(head(paper)), MAY_BE[kind], judged.sentence, chance)
    ]


def settled(
    each: Iterable[judged.Judged], may_be: Iterable[str], sentence: Callable[[str], list[str]], chance: random.Random
) -> Iterator[tuple[list[str], str]]:
    """Give the sentences of a paper that are clearly one of what it lets them be, or none; few of the plain ones."""
    names = (*may_be, judged.NONE)
    for one in each:
        allowed = {name: one.likely.get(name, 0.0) for name in names}
        label = max(allowed, key=lambda name: allowed[name])
        already = label == judged.NONE == max(one.likely, key=lambda name: one.likely[name])
        if allowed[label] >= SURE * sum(allowed.values()) and (not already or chance.random() * PLAIN < 1):
            yield sentence(one.place.sentence.text), label


def sentences(taught: Taught, into: Path) -> None:
    learn([([one], [label]) for one, label in taught], into, rounds=80, few=2, sparse=0.2, even=0.5)
    use(into)


def use(path: Path) -> None:
    """Judge with these weights from here on."""
    from wellfounded.wire import crf  # noqa: PLC0415

    crf.weights.cache_clear()
    judged.judged.cache_clear()
    judged.WEIGHTS = path


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--without", type=Path)
    parser.add_argument("--into", type=Path, default=judged.WEIGHTS.parent)
    asked = parser.parse_args()
    decisions, kinds = asked.into / "decisions.crf", asked.into / "kinds.crf"
    learn(offers(), asked.into / "offers.crf", rounds=80, few=2, sparse=0.1, even=0.5)
    left = asked.without and asked.without.resolve()
    held = list(papers(folder for folder in FOLDERS if folder.resolve() != left))
    chance = random.Random(7)
    chance.shuffle(held)
    base = listed()
    sentences(base, decisions)
    halves = held[::2], held[1::2]
    more = [drawn(half, chance) for half in halves]
    features: Taught = []
    for half, others in zip(halves, reversed(more), strict=True):  # a paper is judged by what others taught
        sentences(base + others, decisions)
        features += [(verdict.features(head(paper), rules=folder not in RULED), kind) for folder, paper, kind in half]
    sentences(base + more[0] + more[1], decisions)
    learn([([one], [kind]) for one, kind in features], kinds, rounds=100, few=2, sparse=0.05, even=1.0)
    print(len(base), len(more[0]) + len(more[1]), decisions.stat().st_size, len(features), kinds.stat().st_size)


if __name__ == "__main__":
    main()
