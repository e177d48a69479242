"""A paper cited must be one that someone has looked up: those in no reference pack are to be verified by hand.

Source: Wu et al. 2025, doi 10.1038/s41467-025-58551-6: half to nine tenths of answers with references are not fully
supported by them.

Bad:  Smith et al. 2019, Journal of Cures 12:34-40, doi 10.9999/jc.2019.0034, found a benefit.
Good: Simpson et al. (2016), doi 10.1056/NEJMoa1610020, found a benefit.
"""

from collections.abc import Iterator

from wellfounded.check.says import references
from wellfounded.check.view import Mark, Prose
from wellfounded.model.letter import Severity

CODE = "CI108"
SEVERITY = Severity.NOTE


def check(prose: Prose) -> Iterator[Mark]:
    """Report each identifier that no pack holds."""
    held = references.index(prose.library).identifiers
    for pattern, group in ((references.DOI, 0), (references.PMID, 1)):
        for match in pattern.finditer(prose.flat):
            if match[group].rstrip(".").lower() not in held:
                yield Mark(match.span(), "no reference pack holds this", "Look it up, then add it as a pack.")
