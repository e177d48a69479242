"""A reference that was superseded or retracted must not be cited as it stands.

The library of references says which; an entry is met by its DOI, its PubMed number or its title.

Bad:  VA/DoD Clinical Practice Guideline for the Management of Major Depressive Disorder, 2016, recommends TMS.
Good: See doi 10.1056/NEJMoa1610020 for the trial.
"""

import re
from collections.abc import Iterator

from wellfounded.check.says import references
from wellfounded.check.view import Mark, Prose
from wellfounded.model.letter import Severity

CODE = "CI106"
SEVERITY = Severity.ERROR


def check(prose: Prose) -> Iterator[Mark]:
    """Report each reference that a pack marks as retracted, or as superseded where its own year stands beside it."""
    for found in references.cited(prose.flat, prose.library):
        near = prose.flat[max(0, found.span[0] - 80) : found.span[1] + 120]
        if found.pack.retracted:
            yield Mark(found.span, "this paper was retracted", "Take it out, and what rests on it.")
        elif found.pack.superseded_by and re.search(rf"\b{found.pack.year}\b", near):
            yield Mark(found.span, "this edition was superseded", f"Cite {found.pack.superseded_by} instead.")
