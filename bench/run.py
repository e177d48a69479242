"""Time the whole run beside the floor of its libraries, then each room alone: `make bench`.

Cold figures are whole processes, the two commands in turn so that a drifting machine bears on both; the ratio is the
figure to quote. Warm figures are within one process. Peak memory is the largest of the process itself.
"""

import os
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "bench"), str(ROOT / "src")]

import papers  # noqa: E402

ON = "2026-05-04"
RUNS = 7


def cold(command: list[str]) -> tuple[float, float]:
    """Give wall seconds and peak megabytes of one process."""
    start = time.perf_counter()
    pid = os.posix_spawn(command[0], command, os.environ, file_actions=[
        (os.POSIX_SPAWN_OPEN, 1, "/dev/null", os.O_WRONLY, 0), (os.POSIX_SPAWN_OPEN, 2, "/dev/null", os.O_WRONLY, 0),
    ])  # fmt: skip
    _, _, used = os.wait4(pid, 0)
    return time.perf_counter() - start, used.ru_maxrss / 1024


def warm(work: Callable[[], object], runs: int = RUNS) -> float:
    """Give the median seconds of *work*, once done before counting."""
    work()
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def main() -> None:
    """Print the table."""
    folder = papers.build(ROOT / ".cache" / "bench" / "case")
    out = ROOT / ".cache" / "bench" / "out"
    python = sys.executable
    ours = [python, "-m", "wellfounded.cli", "run", str(folder), "--on", ON, "--out", str(out / "ours")]
    floor = [python, str(ROOT / "bench" / "floor.py"), str(folder), str(out / "floor")]
    cold(ours), cold(floor)
    pairs = [(cold(ours), cold(floor)) for _ in range(RUNS)]
    row("cold run", *(statistics.median(pair[n][0] for pair in pairs) for n in (0, 1)), goal="<= 1.5")
    row("peak memory, MB", *(statistics.median(pair[n][1] for pair in pairs) for n in (0, 1)), scale=1)
    bare = [python, "-c", "pass"]
    imported = [python, "-c", "import wellfounded.cli"]
    started = statistics.median(cold(imported)[0] - cold(bare)[0] for _ in range(RUNS))
    print(f"{'import of the command line':<34}{started * 1000:>9.0f} ms   goal < 150 ms")
    rooms(folder)


def row(name: str, ours: float, floor: float, *, scale: float = 1000, goal: str = "") -> None:
    """Print one row: ours, the floor, the ratio."""
    print(f"{name:<34}{ours * scale:>9.0f}{floor * scale:>9.0f}   ratio {ours / floor:.2f}   {goal}")


def rooms(folder: Path) -> None:
    """Print each room's warm milliseconds on the bench's case."""
    from wellfounded import argue, check, law, match, packs, pipeline, read, render  # noqa: PLC0415
    from wellfounded.casefolder import gather, open_case  # noqa: PLC0415

    on = date.fromisoformat(ON)
    library = packs.shipped()
    files = list(gather(folder))
    documents = [read.document(path, data) for path, data in files]
    charts = [document for document in documents if document.source.path.startswith("chart/")]
    case = open_case(folder, on)
    policy = pipeline.policy_of(case, library)
    matched = match.match(policy, case, on, library)
    rights = law.rights(case, on, library)
    tour = pipeline.walk(folder, on, library)
    kilobytes = sum(len(document.text) for document in charts) / 1000
    work = {
        "read: bytes to text": lambda: [read.document(path, data) for path, data in files],
        "read: chart": lambda: read.merge(tuple(read.read_chart(document) for document in charts)),
        "criteria": lambda: pipeline.policy_of(case, library),
        "match": lambda: match.match(policy, case, on, library),
        "law": lambda: law.deadlines(case, on, library),
        "argue": lambda: argue.argue(case, policy, matched, rights, library, on),
    }
    if tour.letter is not None:
        work["check"] = lambda: check.check(tour.letter, case, on=on)
        work["render: pdf"] = lambda: render.render(tour.letter, "pdf")
        work["render: docx"] = lambda: render.render(tour.letter, "docx")
        import hashlib  # noqa: PLC0415

        held = {hashlib.sha256(data).hexdigest(): data for _, data in files}
        work["packet"] = lambda: pipeline.bind(tour, held)
    for name, one in work.items():
        print(f"{name + ', warm':<34}{warm(one) * 1000:>9.1f} ms")
    seconds = warm(work["read: chart"], 3)
    print(f"{'chart speed':<34}{kilobytes / seconds:>9.0f} kB/s of text   goal >= 100")


if __name__ == "__main__":
    main()
