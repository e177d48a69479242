"""Learn how payers' papers are tagged from the labelled ones, and write the weights beside the code that uses them.

`--without FOLDER --into FOLDER` leaves one folder of papers out, so that they measure what was learned from the others.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "src")]

import aligned  # noqa: E402 - found only once the path is set

from wellfounded.read.payer.learned import cited, values  # noqa: E402 - found only once the path is set
from wellfounded.read.payer.learned.features import features  # noqa: E402 - found only once the path is set
from wellfounded.read.payer.learned.tokens import Token, tokens  # noqa: E402 - found only once the path is set
from wellfounded.read.payer.paper import Paper  # noqa: E402 - found only once the path is set
from wellfounded.wire.crf import OUTSIDE, learn  # noqa: E402 - found only once the path is set

LEARN = ROOT / "tests" / "learn" / "payer"
FOLDERS = (
    ROOT / "tests" / "read" / "payer" / "dev",
    ROOT / "tests" / "fresh" / "payer",
    ROOT / "tests" / "fresh2" / "payer",
    LEARN / "one",
    LEARN / "two",
    LEARN / "three",
    LEARN / "four",
)
# The rules were written over the papers of `dev` and `fresh`, which therefore tell nothing of how far rules reach.
RULED = (ROOT / "tests" / "read" / "payer" / "dev", ROOT / "tests" / "fresh" / "payer")
FRAGMENTS = ("fragments.txt", "fragments_2.txt")
ROUNDS = 90
FEW = 3  # what is met once or twice teaches only that paper


# The word before a place is part of it ("page 61", "item 14"), but for those that any section bears.
NAMED = cited.PLACES - frozenset(("section", "sections", "sec", "sect", "rule", "dimension", "level", "exclusion"))
NAMED -= frozenset(("exclusions", "provision", "element"))
Taught = tuple[list[list[str]], list[str]]
Marked = tuple[Path, Paper, list[aligned.Span]]


def marked(without: Path | None) -> Iterator[Marked]:
    """Give every labelled paper and fragment with the places of its values."""
    for folder in FOLDERS:
        if without is None or folder.resolve() != without.resolve():
            for held, gold in aligned.labelled(folder):
                yield folder, held, aligned.spans(held, gold)
    for name in FRAGMENTS:
        for held, spans in aligned.fragments(LEARN / name):
            yield LEARN, held, spans


def tagged(held: Paper, spans: list[aligned.Span]) -> Taught:
    """Give all words of a paper as features and labels."""
    found = tokens(held)
    return features(held, found), aligned.labels(found, spans)


def citing(folder: Path, held: Paper, spans: list[aligned.Span]) -> Iterator[Taught]:
    """Give the sentences of a paper in which something may be cited as features and labels."""
    parts = [span for span in spans if span[0] in cited.PARTS]
    for run in cited.runs(held, rules=folder not in RULED):
        yield run.features, placed(run.words, aligned.labels(run.words, parts))


def placed(words: tuple[Token, ...], labels: list[str]) -> list[str]:
    """Give the word before a section the section's label."""
    for at in range(1, len(labels)):
        if labels[at] == "crit_section" and labels[at - 1] == OUTSIDE:
            first = at - 2 if words[at - 1].word == "." and at > 1 else at - 1
            if words[first].word in NAMED and labels[first] == OUTSIDE:
                labels[first:at] = ["crit_section"] * (at - first)
    return labels


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--without", type=Path)
    parser.add_argument("--into", type=Path, default=values.WEIGHTS.parent)
    asked = parser.parse_args()
    held = tuple(marked(asked.without))
    citations = [one for each in held for one in citing(*each)]
    learn(citations, asked.into / "cited.crf", rounds=80, few=2, sparse=0.1, even=0.1)
    learn([tagged(paper, spans) for _, paper, spans in held], asked.into / "values.crf", rounds=ROUNDS, few=FEW)
    print(len(held), *((asked.into / name).stat().st_size for name in ("cited.crf", "values.crf")))


if __name__ == "__main__":
    main()
