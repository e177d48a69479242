"""Lists in a sentence, with the serial comma."""

import re
from collections.abc import Sequence


def series(items: Sequence[str], last: str = "and") -> str:
    """Join *items*: "a", "a and b", "a, b, and c"; with semicolons where an item holds a comma of its own."""
    kept = [item for item in items if item]
    if len(kept) < 2:
        return "".join(kept)
    if len(kept) == 2:
        return f"{kept[0]}{',' if _commas(kept[0]) else ''} {last} {kept[1]}"
    joint = "; " if any(_commas(item) for item in kept) else ", "
    return f"{joint.join(kept[:-1])}{joint}{last} {kept[-1]}"


def ranges(labels: Sequence[str]) -> str:
    """Join single letters or numbers with runs closed up: "A through F, H, and I"."""
    runs: list[list[str]] = []
    for label in labels:
        if runs and _follows(runs[-1][-1], label):
            runs[-1].append(label)
        else:
            runs.append([label])
    said: list[str] = []
    for run in runs:
        said += [f"{run[0]} through {run[-1]}"] if len(run) > 2 else run
    return series(said)


def _commas(item: str) -> bool:
    """Whether an item holds a comma outside parentheses and quotation marks."""
    return ", " in re.sub(r"\([^()]*\)|\u201c[^\u201d]*\u201d", "", item)


def _follows(before: str, after: str) -> bool:
    head, last, nxt = before.rpartition(".")[0], before.rpartition(".")[2], after.rpartition(".")[2]
    if last.isdigit() and nxt.isdigit():
        return head == after.rpartition(".")[0] and int(nxt) == int(last) + 1
    return len(before) == len(after) == 1 and ord(after) == ord(before) + 1
