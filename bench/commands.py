"""Each command by itself as a whole process, beside the interpreter and the libraries reading the same files."""

import shutil
from pathlib import Path

from timing import PYTHON, beside, cold, one, row

ROOT = Path(__file__).parent.parent
CASE = ROOT / "examples" / "psoriasis"
LETTERS = 60


def table(made: Path, on: str) -> None:
    """Print the commands a person waits for; *made* is where a run wrote its letter."""
    letter, day = str(made / "letter.pdf"), ("--on", on)
    notice, policy = str(CASE / "payer" / "determination.pdf"), str(CASE / "policy" / "drm-022.pdf")
    for name, words, files in (
        ("check LETTER", ("check", letter, *day), letter),
        ("check LETTER --case CASE", ("check", letter, "--case", str(CASE), *day), str(CASE)),
        ("read NOTICE", ("read", notice), notice),
        ("criteria POLICY", ("criteria", policy), policy),
        ("deadlines CASE", ("deadlines", str(CASE), *day), str(CASE)),
        ("chart CASE", ("chart", str(CASE)), str(CASE)),
        ("why LETTER 3", ("why", str(made / "letter.json"), "3"), str(made / "letter.json")),
    ):
        (ours, _), (floor, _) = beside(_command(*words), (PYTHON, str(ROOT / "bench" / "floor.py"), files), 5)
        row(f"{name}, cold", ours, floor, goal="<= 500 ms")


def audit(made: Path, on: str) -> None:
    """Print letters a second of an audit, its start among them."""
    folder = ROOT / ".cache" / "bench" / "letters"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    text = (made / "letter.txt").read_text(encoding="utf-8")
    for n in range(LETTERS):
        (folder / f"{n:03}.txt").write_text(text.replace("plaque", f"plaque {n}"), encoding="utf-8")
    out = folder.with_name("audit")
    shutil.rmtree(out, ignore_errors=True)
    seconds, _ = cold(_command("audit", str(folder), "--out", str(out), "--on", on))
    one(f"audit of {LETTERS} letters", f"{LETTERS / seconds:.0f} a second")


def long_charts() -> None:
    """Print how much memory each page of a long chart adds."""
    few, many = 60, 480
    held = []
    for pages in (few, many):
        folder = built(ROOT / ".cache" / "bench" / f"chart-{pages}", pages)
        held.append(cold(_command("chart", str(folder))))
    (_, low), (seconds, high) = held
    one(f"chart of {many} pages, peak memory", f"{high:.0f} MB", f"{low:.0f} MB at {few} pages")
    one(f"chart of {many} pages, cold", f"{many / seconds:.0f} pages a second", ">= 20")


def built(folder: Path, pages: int) -> Path:
    """Make the bench's case in a process of its own, so that this one stays small, and give it."""
    cold((PYTHON, str(ROOT / "bench" / "papers.py"), str(folder), str(pages)))
    return folder


def _command(*words: str) -> tuple[str, ...]:
    return (PYTHON, "-m", "wellfounded.cli", *words)
