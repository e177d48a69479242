"""What a page repeats and what its parts are called: lines to skip, and clinical sections by name with their spans."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from wellfounded.model.document import Document
from wellfounded.read.chart.headings import heading

ENDS = 6  # lines at the head and at the foot of a page among which furniture stands
DAY = re.compile(
    r"\b\d{1,4}[-/. ](?:\d{1,2}|[A-Za-z]{3,9})[-/., ]{1,2}\d{2,4}\b|\b[A-Z][a-z]{2}[ -]\d{1,2}[ ,-]+\d{2,4}\b"
)
CLOCK = re.compile(r"\b\d{1,2}:\d\d(?::\d\d)?(?:\s*[AP]\.?M\.?)?", re.IGNORECASE)
COUNT = re.compile(r"\bp(?:age|g)?\b\.?\s*:?\s*\d+|\b\d{1,3}\s*(?:/|of)\s*\d{1,3}\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a note: its name from the closed list of headings, and where its text begins and ends."""

    name: str
    start: int
    end: int


def furniture(document: Document) -> tuple[tuple[int, int], ...]:
    """Give the spans of lines that pages repeat at their head or foot, and of fax machines' lines.

    The lines stay in the text, since every offset counts in it; a reader skips them. Numbers are left out of the
    comparison, so that page numbers and times do not hide a repeat. A line repeats when half of the pages, and at
    least two, have it.
    """
    lines: list[tuple[int, int, str, bool, bool]] = []
    for page in document.pages:
        held = list(_lines(document.text, page.start, page.end))
        for at, (start, end) in enumerate(held):
            words = document.text[start:end]
            if at < ENDS or at >= len(held) - ENDS:
                lines.append(
                    (start, end, re.sub(r"[\d\W]+", " ", words.lower()).strip(), at < ENDS, at in {0, len(held) - 1})
                )
    counts = Counter((key, head) for _, _, key, head, _ in lines)
    least = max(2, len(document.pages) / 2)
    return tuple(
        (start, end)
        for start, end, key, head, edge in lines
        if (len(document.pages) > 1 and counts[key, head] >= least) or (edge and _is_fax_line(document.text[start:end]))
    )


def _is_fax_line(line: str) -> bool:
    """Whether a fax machine wrote this line: it has a day, a time, and the number of the page."""
    return (
        DAY.search(line) is not None and CLOCK.search(line) is not None and COUNT.search(DAY.sub(" ", line)) is not None
    )


def sections(text: str) -> tuple[Section, ...]:
    """Give the sections of a note in order; text before the first heading is named `start`.

    Names: allergies, assessment, assessment_plan, exam, family, function, history, hpi, imaging, labs, medications,
    past_treatment, plan, procedures, ros, safety, scales, social, surgical, vitals, other.
    """
    found: list[tuple[str, int]] = [("start", 0)]
    for start, end in _lines(text, 0, len(text)):
        opened = heading(text[start:end])
        if opened is not None:
            found.append((opened[0], start))
    ends = [start for _, start in found[1:]] + [len(text)]
    return tuple(Section(name, start, end) for (name, start), end in zip(found, ends, strict=True) if end > start)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give the span of each line that is not blank."""
    at = start
    for line in text[start:end].split("\n"):
        if line.strip():
            yield at, at + len(line)
        at += len(line) + 1
