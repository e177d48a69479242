"""Learn why payers refuse, from judged sentences and from labelled papers, and write the weights beside the code.

`--without FOLDER --into FOLDER` leaves one folder of papers out, so that they measure what was learned from the others.
"""

import argparse
import random
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "scripts")]

from learn_decisions import FOLDERS as DECIDED  # noqa: E402 - found only once the path is set
from learn_decisions import LEARN, Taught, settled  # noqa: E402 - found only once the path is set

from wellfounded.read import document  # noqa: E402 - found only once the path is set
from wellfounded.read.payer import reasons, whys  # noqa: E402 - found only once the path is set
from wellfounded.read.payer.paper import Paper, head  # noqa: E402 - found only once the path is set
from wellfounded.wire import crf  # noqa: E402 - found only once the path is set

FOLDERS = (*DECIDED, LEARN / "three", LEARN / "four")
REFUSED = ("denial", "partial_approval", "transition_notice", "eob")
Labelled = tuple[Paper, list[str]]


def papers(folders: Iterable[Path]) -> Iterator[Labelled]:
    """Give each paper that refuses with its reasons."""
    for folder in folders:
        for path in sorted(folder.glob("*.yaml")):
            gold = yaml.safe_load(path.read_text(encoding="utf-8"))
            kind, why = (one if isinstance(one, list) else [one] for one in (gold["kind"], gold.get("reason") or []))
            text = path.with_suffix(".txt")
            if text.exists() and kind[0] in REFUSED and why:
                yield head(document(text.name, text.read_bytes())), why


def listed() -> Taught:
    """Give the judged sentences; one that gives two reasons teaches both."""
    found = []
    for line in (LEARN / "reasons.tsv").read_text(encoding="utf-8").splitlines():
        labels, _, text = line.partition("\t")
        found += [(whys.sentence(text), label) for label in labels.split("+")]
    return found


def drawn(held: Iterable[Labelled], chance: random.Random) -> Taught:
    """Give the sentences of labelled papers as what their paper's reasons let them be."""
    return [one for paper, why in held for one in settled(whys.judged(paper), why, whys.sentence, chance)]


def sentences(taught: Taught, into: Path) -> None:
    """Learn from sentences, and judge with what was learned from here on."""
    crf.learn([([one], [label]) for one, label in taught], into, rounds=80, few=2, sparse=0.1, even=0.5)
    crf.weights.cache_clear()
    whys.judged.cache_clear()
    whys.SENTENCES = into


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--without", type=Path)
    parser.add_argument("--into", type=Path, default=whys.SENTENCES.parent)
    asked = parser.parse_args()
    into, whole = asked.into / "reasons.crf", asked.into / "whys.crf"
    left = asked.without and asked.without.resolve()
    held = list(papers(folder for folder in FOLDERS if folder.resolve() != left))
    chance = random.Random(5)
    chance.shuffle(held)
    base = listed()
    sentences(base, into)
    halves = held[::2], held[1::2]
    more = [drawn(half, chance) for half in halves]
    shown: Taught = []
    for half, others in zip(halves, reversed(more), strict=True):  # a paper is judged by what others taught
        sentences(base + others, into)
        for paper, why in half:
            features = whys.shown(paper, tuple(kind.value for kind in reasons.ruled(paper)))
            shown += [(features, name) for name in why]
    sentences(base + more[0] + more[1], into)
    crf.learn([([one], [name]) for one, name in shown], whole, rounds=100, few=2, sparse=0.05, even=2.0)
    print(len(base), len(more[0]) + len(more[1]), into.stat().st_size, len(shown), whole.stat().st_size)


if __name__ == "__main__":
    main()
