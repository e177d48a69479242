"""That a patient meets all criteria must be shown criterion by criterion.

Payers screen with software first; implied facts fail it.

Bad:  She meets all criteria for this treatment.
Bad:  The patient clearly satisfies all of your coverage requirements.
Good: She meets all five criteria. 1. Age 18 or over: she is 41.
Good: She meets criterion IV.D: two trials failed.
Good: She meets DSM-5 criteria for major depressive disorder.
"""

from collections.abc import Iterator

from wellfounded.check.view import Mark, Prose, phrase
from wellfounded.model.letter import Severity

CODE = "CR103"
SEVERITY = Severity.WARNING

ALL = (
    r"(?:all|every|each|any and all) (?:of )?(?:the |your |these |its |plan's |policy's |applicable |necessary "
    r"|medical "
    r"|necessity |coverage |medical necessity )*(?:criteri(?:a|on)|requirements?|conditions?|guidelines)\b"
)
CLAIM = phrase(
    rf"\b(?:meets?|met|satisf(?:y|ies|ied)|fulfil+(?:s|ed)?|qualif(?:y|ies)) (?:\w+ )?{ALL}",
    rf"\b{ALL} (?:\w+ ){{0,6}}?(?:is|are|has been|have been|were|was) (?:clearly |now |fully |all )?(?:met|satisfied"
    r"|fulfilled)\b",
)
LISTED = phrase(r"\s*\(?(?:\d{1,2}|[a-e]|i{1,3})[.)] ")  # at the head of a line
SHOWN = phrase(
    r"\b(?:criteri(?:on|a)|requirements?) (?:\(?[a-z0-9]{1,3}[.)]|\d|[IVX]+\b)",
    r"\bas follows\b|\bsection\b|\btable\b|\bmet:|\bcriteria: \S",
)


def check(prose: Prose) -> Iterator[Mark]:
    """Report each such claim in a letter that goes through no criterion by number."""
    if any(SHOWN.search(line.text) or LISTED.match(line.text) for line in prose.body):
        return
    for line in prose.body:
        for match in CLAIM.finditer(line.text):
            yield Mark(
                (line.start + match.start(), line.start + match.end()),
                "says that all is met and shows none",
                "Go through them.",
            )
