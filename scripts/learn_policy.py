"""Learn from the labelled policies of tests/ which test a requirement asks and which lines are requirements.

`python scripts/learn_policy.py` writes the weights beside the reader; `--folds` learns on all but one part of the
unseen policies at a time and measures on that part. The same policies give the same bytes.
"""

import argparse
import json
import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "bench")]

import criteria as bench  # noqa: E402 - found only once the path is set
from wellfounded.criteria import tree  # noqa: E402 - found only once the path is set
from wellfounded.criteria.assemble import assemble  # noqa: E402 - found only once the path is set
from wellfounded.criteria.block import Block  # noqa: E402 - found only once the path is set
from wellfounded.criteria.blocks import blocks  # noqa: E402 - found only once the path is set
from wellfounded.criteria.learned import kinds, lines, opinion, parts  # noqa: E402 - found only once the path is set
from wellfounded.criteria.lines import lines as page  # noqa: E402 - found only once the path is set
from wellfounded.criteria.outline import Node, outline  # noqa: E402 - found only once the path is set
from wellfounded.criteria.sections import sections  # noqa: E402 - found only once the path is set
from wellfounded.criteria.tests import Words, read  # noqa: E402 - found only once the path is set
from wellfounded.criteria.tree import Grower  # noqa: E402 - found only once the path is set
from wellfounded.wire.crf import learn, weights  # noqa: E402 - found only once the path is set

TESTS = ROOT / "tests"
# No rule was mended on these; of the labelled folders each fifth is held back in turn.
LABELLED = {name: TESTS / "learn/policy" / name for name in ("q1", "q2")}
UNTUNED = {**LABELLED, "fresh2": TESTS / "fresh2/policy"}
TUNED = {"fresh": TESTS / "fresh/policy", "dev": TESTS / "criteria/dev"}
SENTENCES = TESTS / "learn/policy/sentences.tsv"
FOLDS = 5
NO_KIND = ("none", "header")
ONE_TEXT = 0.9  # how like two texts of one requirement are, where a part of it is like it too
LIKE = 0.75  # how like a block must be to a requirement that stands in none
KINDS = {"rounds": 60, "few": 2, "sparse": 0.05, "even": 0.5}
PARTS = {"rounds": 60, "few": 2, "sparse": 0.05, "even": 0.5}
LINES = {"rounds": 60, "few": 2, "sparse": 0.1, "even": 0.5}

Sequence_ = tuple[list[list[str]], list[str]]


@dataclass
class Paper:
    """One labelled policy: its requirements with their lead-ins and kinds, its blocks with their labels."""

    folder: str
    name: str
    kinds: list[Sequence_]
    lines: Sequence_
    parts: list[Sequence_]

    @property
    def fold(self) -> int:
        """The part of the unseen policies it belongs to; none for the others."""
        return int(re.sub(r"\D.*", "", self.name) or 0) % FOLDS if self.folder in LABELLED else -1


def papers() -> Iterator[Paper]:
    """Read every labelled policy with the rules alone."""
    for folder, path in {**UNTUNED, **TUNED}.items():
        for each in sorted(path.glob("*.txt")):
            gold = yaml.safe_load(each.with_suffix(".yaml").read_text(encoding="utf-8"))
            yield paper(folder, each.stem, each.read_bytes().decode("utf-8"), gold, told=folder in UNTUNED)


def paper(folder: str, name: str, text: str, gold: dict[str, Any], *, told: bool) -> Paper:
    """Label one policy; *told* is whether what the rules make of it may be learned from."""
    document, about = bench.document(text), tuple(gold.get("about", ()))
    grower, taken = Grower(document), []

    def note(said: str, how: str, pieces: list[str]) -> bool:
        taken.append((said, how, pieces))
        return True

    tree.apart = note
    held = blocks(page(document))
    read_ = assemble(sections(held), grower, about)
    led = list(grower.said.values())
    wanted = leaves(gold, text)
    said = opinion.opinions(held, read_) if told else ()
    kinds_ = [_kind(_words(leaf.text, led), leaf.test["kind"], told=told) for leaf in wanted if leaf.test.get("kind")]
    return Paper(folder, name, kinds_, (lines.features(held, about, said), labels(held, wanted)), _parts(taken, wanted))


def _parts(taken: list[tuple[str, str, list[str]]], wanted: list[bench.Leaf]) -> list[Sequence_]:
    """Label what the rules would take apart, by whether the gold does."""
    found = []
    gold = [plain(leaf.text) for leaf in wanted]
    for text, how, pieces in taken:
        features = [parts.features(text, how, pieces)]
        if any(_same(plain(text), one) for one in gold):
            found.append((features, [parts.ONE]))
        elif any(_same(plain(piece), one) for piece in pieces for one in gold):
            found.append((features, [parts.SEVERAL]))
    return found


def _same(one: str, two: str) -> bool:
    return SequenceMatcher(None, one, two).ratio() >= ONE_TEXT


def leaves(gold: dict[str, Any], text: str) -> list[bench.Leaf]:
    """Give the requirements of a gold tree in order."""
    root = gold.get("root")
    if not root:
        return []
    return bench.leaves(bench.flatten(bench.json_tree(root) if isinstance(root, dict) else bench.gold_tree(root, text)))


def _words(text: str, led: list[Words]) -> Words:
    scored = [(SequenceMatcher(None, plain(text), plain(one.text)).ratio(), at) for at, one in enumerate(led)]
    ratio, at = max(scored, default=(0.0, 0))
    return Words(text, led[at].before, led[at].after) if ratio >= bench.ALIKE else Words(text)


def _kind(words: Words, kind: str, *, told: bool) -> Sequence_:
    return [kinds.features(words, read(words).kind if told else "")], [kind]


def plain(text: str) -> str:
    """Give the words of *text* alone, in small letters."""
    return re.sub(r"\W+", " ", text.lower()).strip()


def labels(held: tuple[Block, ...], wanted: list[bench.Leaf]) -> list[str]:
    """Label each block: it holds a requirement, it leads some in, or neither."""
    found = [lines.OUT] * len(held)
    texts = [plain(block.text) for block in held]
    last = 0
    for text in (plain(leaf.text) for leaf in wanted):
        near = [at for at, one in enumerate(texts) if one and (text in one or _most(one, text))]
        if not near:
            ratio, at = max((SequenceMatcher(None, text, one).ratio(), at) for at, one in enumerate(texts))
            near = [at] if ratio >= LIKE else []
        later = [at for at in near if at >= last]
        own = [at for at in later if 2 * len(texts[at]) < 3 * len(text)]
        if near:
            last = (own or later or near)[0]
            found[last] = lines.LEAF
    places = {id(block): at for at, block in enumerate(held)}
    _over(outline(list(held)), places, found)
    _titles(held, found)
    return found


def _most(one: str, text: str) -> bool:
    return one in text and 5 * len(one) > 3 * len(text)


def _over(node: Node, places: dict[int, int], found: list[str]) -> bool:
    """Label what stands over requirements as their lead-in; whether any stand under *node*."""
    held = [_over(child, places, found) for child in node.under]
    at = places.get(id(node.block))
    if at is None:
        return any(held)
    if any(held) and found[at] != lines.LEAF and node.kind != "heading":
        found[at] = lines.HEAD
    return any(held) or found[at] == lines.LEAF


def _titles(held: tuple[Block, ...], found: list[str]) -> None:
    title = -1
    for at, block in enumerate(held):
        if block.kind in {"heading", "label"}:
            title = at
        elif found[at] != lines.OUT and title >= 0:
            found[title] = lines.HEAD
    for at, block in enumerate(held[:-1]):
        if found[at] == lines.OUT and found[at + 1] == lines.LEAF and block.text.endswith(":"):
            found[at] = lines.HEAD


def sentences() -> list[Sequence_]:
    """Give the requirements that stand alone in the file of sentences."""
    found = []
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        kind, _, text = line.split("\t")[:3]
        if not kind.startswith(NO_KIND):
            found.append(_kind(Words(text), kind, told=True))
    return found


def stories() -> list[Sequence_]:
    """Give the requirements of the bundled cases, on which the rules were mended."""
    held = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted((TESTS / "stories").glob("*.yaml"))]
    told = [leaf for one in held for leaf in bench.leaves(bench.flatten(bench.story_tree(one["criteria"])))]
    return [_kind(Words(leaf.text), leaf.test["kind"], told=False) for leaf in told]


def teach(held: list[Paper], single: list[Sequence_], keep: Callable[[Paper], bool], into: Path) -> None:
    """Learn all weights from the policies that *keep* keeps, and write them into a folder."""
    kept = [each for each in held if keep(each)]
    # The second hand types by other conventions: learned beside the first it gained nothing on the parts held back.
    typed = [each for each in kept if each.folder != "q2"]
    learn([*(one for each in typed for one in each.kinds), *single], into / "kinds.crf", **KINDS)
    learn([one for each in kept for one in each.parts], into / "parts.crf", **PARTS)
    learn([each.lines for each in kept], into / "lines.crf", **LINES)


def folds(held: list[Paper], single: list[Sequence_], shown: Path, *, loud: bool) -> None:
    """Measure what was learned on policies it was not learned from."""
    with tempfile.TemporaryDirectory() as name:
        rows: dict[str, list[bench.Row]] = {name: [] for name in LABELLED}
        for fold in range(FOLDS):
            _use(held, single, lambda each, fold=fold: each.fold != fold, Path(name) / str(fold))
            for folder, path in LABELLED.items():
                only = [each.name for each in held if each.fold == fold and each.folder == folder]
                rows[folder] += bench.measure(path, only)
        for folder, each in rows.items():
            _print(f"{folder}, folds", each, loud=loud)
            for half, title in ((1, "odd"), (0, "even")):
                _print(
                    f"{folder}, {title}", [row for row in each if int(row.name.split("_")[0]) % 2 == half], loud=False
                )
        _use(held, single, lambda each: each.folder != "fresh2", Path(name) / "fresh2")
        _print("fresh2", bench.measure(UNTUNED["fresh2"]), loud=loud)
    for module in (kinds, lines, parts):
        module.WEIGHTS = shown / module.WEIGHTS.name


def _use(held: list[Paper], single: list[Sequence_], keep: Callable[[Paper], bool], into: Path) -> None:
    into.mkdir()
    teach(held, single, keep, into)
    kinds.kinds.cache_clear()
    weights.cache_clear()
    for module in (kinds, lines, parts):
        module.WEIGHTS = into / module.WEIGHTS.name


def _print(title: str, rows: list[bench.Row], *, loud: bool) -> None:
    if loud:
        for row in rows:
            print(row.name, *row.wrong, sep="\n      ")
    print(title, json.dumps({key: round(value, 3) for key, value in bench.table(rows).items()}))


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--folds", action="store_true", help="measure instead of writing")
    arguments.add_argument("-v", action="store_true", help="with every miss")
    options = arguments.parse_args()
    read_, single_ = list(papers()), [*sentences(), *stories()]
    beside = Path(kinds.__file__).parent
    tree.apart = parts.apart
    if options.folds:
        folds(read_, single_, beside, loud=options.v)
    else:
        teach(read_, single_, lambda _: True, beside)
