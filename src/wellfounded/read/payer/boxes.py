"""Check boxes of a form: what is ticked is said, what is left empty is not."""

import re

from wellfounded.read.payer.paper import Paper

TICKED = re.compile(r"[\[(]\s?[xX\u2713\u2714]\s?[\])]|[\u2611\u2612\u2713\u2714]|_[xX]_")
EMPTY = re.compile(r"[\[(]\s{0,3}[\])]|[\u2610\u25a1\u25fb]|(?:^|\s)_{2,}(?=\s+[A-Z])")


def boxed(paper: Paper) -> bool:
    """Whether the paper has boxes of both kinds, so that an empty one means something."""
    return bool(TICKED.search(paper.document.text)) and bool(EMPTY.search(paper.document.text))


def ticked(paper: Paper, start: int, end: int) -> str:
    """Give what the paper says between two offsets, with whatever follows an empty box left out."""
    line = paper.line_at(start)
    text = paper.document.text[min(line.start, start) : end]
    marks = sorted(
        [(one.start(), one.end(), True) for one in TICKED.finditer(text)]
        + [(one.start(), one.end(), False) for one in EMPTY.finditer(text)]
    )
    if not marks:
        return paper.plain[start:end]
    kept = [text[: marks[0][0]]]
    for at, (_, after, is_ticked) in enumerate(marks):
        until = marks[at + 1][0] if at + 1 < len(marks) else len(text)
        kept.append(text[after:until] if is_ticked else "")
    return " ".join("".join(kept).split())
