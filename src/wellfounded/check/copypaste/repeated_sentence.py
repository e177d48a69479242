"""The same sentence twice shows text that was pasted and not read.

Medicare contractors treat repeated text as cloned and deny on it. Source: CMS Publication 100-08, chapter 3.

Bad:  She has severe depression and cannot work. TMS is requested. She has severe depression and cannot work.
Good: She has severe depression and cannot work. TMS is requested. She has tried two drugs.
Good: See Exhibit A. She took sertraline. See Exhibit A.
"""

import re
from collections.abc import Iterator

from wellfounded.check.view import Mark, Prose
from wellfounded.model.letter import Severity

CODE = "CP101"
SEVERITY = Severity.WARNING


BRACKETS = re.compile(r"\[[^\]]*\]")
PAGE = re.compile(r"\bpage \d+ (?:of|/) \d+\b|^\s*No\.\s", re.IGNORECASE)  # and the head of a table that goes on


def check(prose: Prose) -> Iterator[Mark]:
    """Report each sentence of six words or more that already stood in the body; page lines and exhibit marks aside."""
    seen = set()
    shown = _shown_in_table(prose)
    for line in prose.body:
        if line.sentence is not None and line.sentence.text in shown:
            continue  # the table of criteria shows again what the text tells
        words = (
            r"[a-z]{2,}" if line.sentence is None else r"[a-z]{2,}|\d+"
        )  # in a list of ours each row has its own days
        told = tuple(re.findall(words, BRACKETS.sub("", line.text).lower()))
        if len(told) > 5 and told in seen and not PAGE.search(line.text):
            yield Mark((line.start, line.start + len(line.text)), "this sentence stands twice", "Take one out.")
        seen.add(told)


def _shown_in_table(prose: Prose) -> frozenset[str]:
    paragraphs = prose.ours.paragraphs if prose.ours else ()
    return frozenset(row.shows.text for paragraph in paragraphs for row in paragraph.rows)
