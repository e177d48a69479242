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
    r"\bone of (?:my|our) (?:other )?patients\b|\banother of (?:my|our) patients\b|\bmy other patients?\b",
    r"\b(?:a|another) (?:second|different|third) patient\b|\ba patient of (?:mine|ours|my (?:colleague|partner))\b",
    r"\b(?:approved|covered|denied|allowed|granted)\b[^.]{0,40}\b(?:for|to) (?:another|a different|other|two other"
    r"|(?:one|two|several|many) of (?:my|our)) patients?\b",
    r"\b(?:another|other) patients? with\b[^.]{0,50}\b(?:was|were) (?:approved|covered|granted|denied)\b",
    r"\bthe case of (?:mr|mrs|ms)\. [A-Z][a-z]+, (?:whom|which) you\b",
    r"\bI (?:also )?treat (?:a|another) patient with\b[^.]{0,60}\byou (?:approved|covered)\b",
    r"\bI have (?:a|another|other) patients? (?:with|who)\b[^.]{0,80}\b(?:approved|covered|denied)\b",
)


def check(line: Line) -> Iterator[Mark]:
    """Report each mention."""
    for match in OTHER.finditer(line.text):
        yield Mark(match.span(), "tells of another patient", "Take it out: argue from this patient's record.")
