"""A letter must not tell of another patient.

Bad:  You approved this for another patient of mine, Mr. Webb, last month.
Bad:  I have a patient with the same condition, covered by you, who was approved in May.
Good: In the trial, patients with this condition improved.
Good: My patient was approved in May.
"""

from collections.abc import Iterator

from wellfounded.check.view import Line, Mark, phrase
from wellfounded.model.letter import Severity

CODE = "PV105"
SEVERITY = Severity.WARNING

OTHER = phrase(
    r"\b(?:another|other|a different) (?:patient|patients|member) (?:of (?:mine|ours)|in (?:my|our) (?:practice"
    r"|clinic))\b",
    r"\bone of my (?:other )?patients\b",
    r"\bI have (?:a|another|other) patients? (?:with|who)\b[^.]{0,80}\b(?:approved|covered|denied)\b",
)


def check(line: Line) -> Iterator[Mark]:
    """Report each mention."""
    for match in OTHER.finditer(line.text):
        yield Mark(match.span(), "tells of another patient", "Take it out: argue from this patient's record.")
