"""Learn which family a paper is of from every labelled paper, and write the weights beside `read/family.py`.

`--without NAME` leaves out the folders whose path ends so, and measures on them instead.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "src")]

from wellfounded.read import document  # noqa: E402 - found only once the path is set
from wellfounded.read.family import WEIGHTS, features  # noqa: E402 - found only once the path is set
from wellfounded.wire.crf import Weights, learn  # noqa: E402 - found only once the path is set

TESTS = ROOT / "tests"
PAYERS = ("read/payer/dev", "fresh/payer", "fresh2/payer", "learn/payer/one", "learn/payer/two", "learn/payer/three")
CHARTS = ("read/chart/dev", "fresh/chart", "fresh2/chart", "learn/chart/c1", "learn/chart/c2")
POLICIES = ("criteria/dev", "fresh/policy", "fresh2/policy", "learn/policy/q1", "learn/policy/q2")
MARKED = re.compile(
    r"\[\[(?:(?P<named>[^|\[\]]+)\|\w+\|\w+|\w+\|(?P<value>[^\]]*))\]\]"
)  # a treatment's mark, or a value's
SOME = 8  # of so many passages one is taken: whole papers are to weigh most
WORDS = 12  # of the shortest passage that shows its family
OF_KIND = {"eob": "statement", "policy": "policy", "chart_note": "chart", "other": "other"}


def papers() -> Iterator[tuple[str, str, str]]:
    """Give each paper's folder, its family and its text."""
    for folder in PAYERS:
        for path in sorted((TESTS / folder).glob("*.yaml")):
            kind = yaml.safe_load(path.read_text(encoding="utf-8"))["kind"]
            kind = kind[0] if isinstance(kind, list) else kind
            text = path.with_suffix(".txt")
            if text.exists():
                ours = kind == "letter" and folder == "read/payer/dev"
                yield folder, "letter" if ours else OF_KIND.get(kind, "notice"), read(text)
    for family, folders in (("chart", CHARTS), ("policy", POLICIES)):
        for folder in folders:
            for path in sorted((TESTS / folder).glob("*.txt")):
                yield folder, family, read(path)
    for path in sorted((TESTS / "check" / "letters").glob("*.yaml")):
        held = yaml.safe_load(path.read_text(encoding="utf-8"))
        yield "check/letters", "letter", held["letter"]
        for text in held.get("chart", {}).values():
            yield "check/letters", "chart", text
    yield from passages("learn/chart/sentences/a.txt", "chart")
    yield from passages("learn/payer/fragments.txt", "notice")
    yield from passages("learn/payer/fragments_2.txt", "notice")
    for text in (TESTS / "learn" / "other" / "papers.txt").read_text(encoding="utf-8").split("\n%%\n"):
        yield "learn/other", "other", text


def passages(path: str, family: str) -> Iterator[tuple[str, str, str]]:
    """Give the marked passages of a file without their marks: so little of a paper may be all there is."""
    for part in (TESTS / path).read_text(encoding="utf-8").split("\n%%\n")[::SOME]:
        text = MARKED.sub(lambda mark: mark["value"] or mark["named"], part)
        if len(text.split()) >= WORDS:
            yield path, family, text


def read(path: Path) -> str:
    return document(path.name, path.read_bytes()).text


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--without", default="")
    parser.add_argument("--into", type=Path, default=WEIGHTS)
    asked = parser.parse_args()
    every = list(papers())
    held = [one for one in every if not (asked.without and one[0].endswith(asked.without))]
    learn(
        [([features(text)], [family]) for _, family, text in held], asked.into, rounds=60, few=3, sparse=0.3, even=0.3
    )
    print(Counter(family for _, family, _ in held), asked.into.stat().st_size)
    if asked.without:
        judge = Weights(asked.into)
        tally: Counter[tuple[str, str]] = Counter()
        for folder, family, text in every:
            if folder.endswith(asked.without):
                said = judge.choose(features(text))
                tally[family, max(said, key=lambda one: said[one])] += 1
        print(sorted(tally.items()))


if __name__ == "__main__":
    main()
