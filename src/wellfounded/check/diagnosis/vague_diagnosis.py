"""A diagnosis must be the name of a disease, not of a region or a feeling.

"Back problems" can be neither coded nor matched to a policy. Source: ICD-10-CM Official Guidelines, section I.B.2.

Bad:  She has a heart condition and needs this device.
Bad:  He suffers from back problems.
Bad:  The patient has mental health issues.
Bad:  She has been diagnosed with a skin condition.
Good: She has heart failure with reduced ejection fraction.
Good: He has lumbar radiculopathy.
Good: This skin condition, plaque psoriasis, covers 13% of her body.
Good: She worries about health issues in her family.
"""

from collections.abc import Iterator

from wellfounded.check.view import Line, Mark, phrase
from wellfounded.model.letter import Severity

CODE = "DX104"
SEVERITY = Severity.WARNING

VAGUE = phrase(
    r"\b(?:has|have|had|with|from|of|for|treat(?:s|ed|ing)?|her|his|their|the patient's) (?:a |an |severe |chronic "
    r"|serious |ongoing |long-standing |significant )*"
    r"(?:(?:health|heart|cardiac|back|neck|knee|hip|skin|stomach|digestive|bowel|breathing|lung|nerve"
    r"|muscle|joint|bone|sleep|mental"
    r"|mental health|emotional|mood|psychiatric|neurological|hormonal|hormone|female|gastrointestinal|autoimmune) "
    r"(?:(?<=nerve )disorder|(?<=stomach )disorder|(?<=mood )disorder|condition|problem|issue|trouble|complaint"
    r"|difficult(?:y|ies)|ailment)s?)\b(?! ?(?:,|\(|called|known"
    r"|namely|:))"
)


def check(line: Line) -> Iterator[Mark]:
    """Report each diagnosis that names a region or a kind and no disease."""
    if line.part == "body":
        for match in VAGUE.finditer(line.text):
            yield Mark(match.span(), "names no disease", "Write the diagnosis as coded, with its severity.")
