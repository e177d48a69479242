"""Learn how payers' papers are read from the labelled ones, and write the weights beside the code that uses them.

`--without FOLDER --into FILE` leaves one folder of papers out, so that they measure what was learned from the others.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "src")]

import aligned  # noqa: E402 - found only once the path is set

from wellfounded.read.payer.learned import values  # noqa: E402 - found only once the path is set
from wellfounded.read.payer.learned.features import features  # noqa: E402 - found only once the path is set
from wellfounded.read.payer.learned.tokens import tokens  # noqa: E402 - found only once the path is set
from wellfounded.wire.crf import learn  # noqa: E402 - found only once the path is set

LEARN = ROOT / "tests" / "learn" / "payer"
FOLDERS = (
    ROOT / "tests" / "read" / "payer" / "dev",
    ROOT / "tests" / "fresh" / "payer",
    ROOT / "tests" / "fresh2" / "payer",
    LEARN / "one",
    LEARN / "two",
    LEARN / "three",
)
FRAGMENTS = ("fragments.txt", "fragments_2.txt")
ROUNDS = 90
FEW = 3  # what is met once or twice teaches only that paper


def taught(without: Path | None) -> Iterator[tuple[list[list[str]], list[str]]]:
    """Give every labelled paper and fragment as features and labels."""
    for folder in FOLDERS:
        if without is None or folder.resolve() != without.resolve():
            for held, gold in aligned.labelled(folder):
                found = tokens(held)
                yield features(held, found), aligned.labels(found, aligned.spans(held, gold))
    for name in FRAGMENTS:
        for held, spans in aligned.fragments(LEARN / name):
            found = tokens(held)
            yield features(held, found), aligned.labels(found, spans)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--without", type=Path)
    parser.add_argument("--into", type=Path, default=values.WEIGHTS)
    asked = parser.parse_args()
    learn(tuple(taught(asked.without)), asked.into, rounds=ROUNDS, few=FEW)
    print(asked.into, asked.into.stat().st_size)


if __name__ == "__main__":
    main()
