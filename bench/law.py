"""Time the law: loading every pack, compiled and as YAML, and one deadline: `python bench/law.py`.

Goals: every pack in under 200 ms as the wheel carries them, and one deadline in under 1 ms.
"""

import shutil
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "tests" / "law"), str(ROOT / "src")]

from building import case, notice  # noqa: E402

from wellfounded import law, packs  # noqa: E402
from wellfounded.packs import Library, index  # noqa: E402
from wellfounded.packs.schema.administrator import AdministratorPack  # noqa: E402
from wellfounded.packs.schema.agent import AgentPack  # noqa: E402
from wellfounded.packs.schema.law import LawPack  # noqa: E402
from wellfounded.packs.schema.letter import LetterPack  # noqa: E402
from wellfounded.packs.schema.reference import ReferencePack  # noqa: E402

SHAPES = (AdministratorPack, AgentPack, LawPack, LetterPack, ReferencePack)
ON, DATED = date(2026, 3, 20), date(2026, 3, 9)
CASES = (
    ("erisa_group", {"funding": "self_funded"}),
    ("aca_individual", {"state": "NY"}),
    ("medicare_advantage", {}),
    ("medicaid_managed_care", {}),
)
RUNS = 50


def best(work: Callable[[], object], runs: int) -> tuple[float, float]:
    """Give the median and the least milliseconds of *work*."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times), min(times)


def loaded(root: Path) -> Callable[[], object]:
    """Give the work of loading every pack under *root* into its shape, from nothing."""

    def work() -> None:
        index.raw.cache_clear()
        library = Library((root,))
        for shape in SHAPES:
            list(library.all(shape))

    return work


def main() -> None:
    """Print the table."""
    shipped = packs.library.SHIPPED
    carried = ROOT / ".cache" / "bench" / "packs"
    shutil.rmtree(carried, ignore_errors=True)
    for shape in SHAPES:
        shutil.copytree(shipped / shape.kind, carried / shape.kind)
    print(f"{'every pack, as YAML':<44}{best(loaded(carried), 3)[0]:>9.1f} ms")
    for shape in SHAPES:
        index.build(carried, shape.kind)
    print(f"{'every pack, compiled as in the wheel':<44}{best(loaded(carried), 7)[0]:>9.1f} ms   goal < 200 ms")
    library = Library((carried,))
    for market, coverage in CASES:
        held = case(
            market,
            reading=notice(notice_date=DATED),
            received={"denial": "2026-03-12"},
            requested="2026-02-20",
            **coverage,
        )
        found = law.deadlines(held, ON, library)
        median, _ = best(lambda held=held: law.deadlines(held, ON, library), RUNS)
        name = f"{market}: {len(found)} deadlines"
        print(f"{name:<44}{median:>9.3f} ms   one {median / len(found):.3f} ms   goal < 1 ms")


if __name__ == "__main__":
    main()
