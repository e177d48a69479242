"""Sentences in capitals read as shouting and are harder to read.

Bad:  THIS PATIENT NEEDS THIS DRUG NOW AND CANNOT WAIT.
Good: CLINICAL HISTORY AND TREATMENT
Good: The MRI of the L5-S1 disc was read by DR. WEBB.
Good: PATIENT NAME: RUTH ANN KOWALCZYK
"""

import re
from collections.abc import Iterator

from wellfounded.check.view import Line, Mark
from wellfounded.model.letter import Severity

CODE = "PR111"
SEVERITY = Severity.NOTE

VERB = re.compile(
    r"\b(?:PLEASE|DEMAND|SEND|DO NOT|APPROVE|IS|ARE|WAS|WERE|HAS|HAVE|NEEDS?|MUST|CANNOT|WILL|SHOULD|REQUIRES?"
    r"|FAILED)\b"
)


def check(line: Line) -> Iterator[Mark]:
    """Report each sentence of six words or more, with a verb, of which none has a small letter."""
    words = line.text.split()
    if (
        len(words) > 5
        and line.text[-1] in ".!?"
        and line.text.isupper()
        and ":" not in line.text
        and VERB.search(line.text)
    ):
        yield Mark((0, len(line.text)), "a sentence in capitals", "Write it in plain letters.")
