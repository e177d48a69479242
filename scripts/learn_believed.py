"""Learn which proposed values are right, from labelled papers that neither rules nor taggers had seen.

Each folder is read with weights that were learned without it (`--folds FOLDER` keeps them, and takes those that are
there). `--without FOLDER --into FOLDER` leaves one folder of papers out, so that they measure the others' lesson.
"""

import argparse
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "src")]

import aligned  # noqa: E402 - found only once the path is set

from wellfounded.read import read  # noqa: E402 - found only once the path is set
from wellfounded.read.payer import judged, notice, offered, verdict, whys  # noqa: E402 - found only once the path is set
from wellfounded.read.payer.learned import believed, cited, values  # noqa: E402 - found only once the path is set
from wellfounded.wire import crf  # noqa: E402 - found only once the path is set

LEARN = ROOT / "tests" / "learn" / "payer"
# Not the papers that the rules were written over: of those, rules are never wrong.
FOLDERS = (LEARN / "one", LEARN / "two", LEARN / "three", LEARN / "four", ROOT / "tests" / "fresh2" / "payer")
SCRIPTS = ("learn_payer.py", "learn_decisions.py", "learn_reasons.py")
Taught = list[tuple[list[list[str]], list[str]]]


def fold(folder: Path, into: Path) -> Path:
    """Learn everything without *folder*, unless that was done."""
    into.mkdir(parents=True, exist_ok=True)
    if not (into / "whys.crf").exists():
        for script in SCRIPTS:
            subprocess.run(
                [sys.executable, str(ROOT / "scripts" / script), "--without", str(folder), "--into", str(into)],
                check=True,
            )
    return into


def use(held: Path) -> None:
    """Read with the weights of a folder from here on."""
    for module, name, file in (
        (values, "WEIGHTS", "values.crf"),
        (cited, "WEIGHTS", "cited.crf"),
        (judged, "WEIGHTS", "decisions.crf"),
        (verdict, "WEIGHTS", "kinds.crf"),
        (offered, "WEIGHTS", "offers.crf"),
        (whys, "SENTENCES", "reasons.crf"),
        (whys, "PAPERS", "whys.crf"),
    ):
        setattr(module, name, held / file)
    crf.weights.cache_clear()


def weighed(folder: Path) -> Iterator[tuple[list[str], bool]]:
    """Give every value that is proposed for a folder's papers as features, and whether the paper's gold has it."""
    same, shown = aligned.payer.same, aligned.payer.shown
    for held, gold in aligned.labelled(folder):
        kind = read(held.document).kind
        every = [one for one in notice.proposals(held, kind) if one.field.name not in believed.UNJUDGED]
        for one, told in zip(every, believed.shown(held, kind, every), strict=True):
            name = one.field.name
            yield told, any(same(name, shown(one.field.value), right) for right in gold.get(name, []))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--without", type=Path)
    parser.add_argument("--into", type=Path, default=believed.WEIGHTS.parent)
    parser.add_argument("--folds", type=Path)
    asked = parser.parse_args()
    taught: Taught = []
    with TemporaryDirectory() as drawer:
        for folder in FOLDERS:
            if asked.without is None or folder.resolve() != asked.without.resolve():
                use(
                    fold(
                        folder,
                        (asked.folds or Path(drawer)) / folder.relative_to(ROOT / "tests").as_posix().replace("/", "-"),
                    )
                )
                taught += [([told], [believed.RIGHT if right else believed.WRONG]) for told, right in weighed(folder)]
    into = asked.into / "believed.crf"
    crf.learn(taught, into, rounds=150, few=2, sparse=0.1, even=0.5)
    print(len(taught), into.stat().st_size)


if __name__ == "__main__":
    main()
