"""Time the whole run beside the floor of its libraries, then each room alone: `make bench`.

Cold figures are whole processes, the two commands in turn so that a drifting machine bears on both; the ratio is the
figure to quote. Warm figures are within one process. Peak memory is the largest of the process itself.
"""

import statistics
import sys
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "bench"), str(ROOT / "src")]

import commands  # noqa: E402
import papers  # noqa: E402
import scans  # noqa: E402
from timing import PYTHON, RUNS, beside, cold, one, row, warm  # noqa: E402

ON = "2026-05-04"


def main() -> None:
    """Print the table."""
    folder = commands.built(ROOT / ".cache" / "bench" / "case", papers.PAGES)
    out = ROOT / ".cache" / "bench" / "out"
    ours = [PYTHON, "-m", "wellfounded.cli", "run", str(folder), "--on", ON, "--out", str(out / "ours")]
    floor = [PYTHON, str(ROOT / "bench" / "floor.py"), str(folder), str(out / "floor")]
    (run, run_memory), (least, least_memory) = beside(ours, floor)
    row("cold run, ms", run, least, goal="<= 1.5")
    row("peak memory, MB", run_memory, least_memory, scale=1)
    started = statistics.median(
        cold([PYTHON, "-c", "import wellfounded.cli"])[0] - cold([PYTHON, "-c", "pass"])[0] for _ in range(RUNS)
    )
    one("import of the command line", f"{started * 1000:.0f} ms", "< 150 ms")
    commands.table(out / "ours", ON)
    commands.audit(out / "ours", ON)
    commands.long_charts()  # before this process grows, for a peak begins at that of the process that starts it
    rooms(folder)
    scans.table()


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
    for name, each in work.items():
        one(f"{name}, warm", f"{warm(each) * 1000:.1f} ms", "< 50 ms" if name == "check" else "")
    seconds = warm(work["read: chart"], 3)
    one("chart speed", f"{kilobytes / seconds:.0f} kB/s of text", ">= 100")


if __name__ == "__main__":
    main()
