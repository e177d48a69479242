"""Convenience is what plans exclude by name: a letter must not offer it as a reason.

Most plans define medical necessity as care that is "not primarily for the convenience" of patient or physician.

Bad:  A once-weekly dose is more convenient for the patient.
Bad:  The lift would make life easier for her family.
Good: A weekly dose kept her off the ventilator; daily doses were missed on dialysis days.
Good: It is easier to titrate in renal failure.
Good: This request is not for the convenience of the patient.
"""

from collections.abc import Iterator

from wellfounded.check.says import cues
from wellfounded.check.view import Line, Mark, phrase
from wellfounded.model.letter import Severity

CODE = "CO103"
SEVERITY = Severity.WARNING

EASY = phrase(
    r"\b(?:more |most |very |for (?:her |his |their |the patient's )?)?(?:convenien(?:t|ce)|hassle-free)\b",
    r"\b(?:makes?|making|make) (?:her |his |their )?life (?:much )?easier\b",
    r"\beasier for (?:her|him|them|the (?:patient|family|parents)) to\b",
    r"\bprefers? (?:the|this|not to|a) (?:brand|injection|pill|dosing|once)\b",
)


def check(line: Line) -> Iterator[Mark]:
    """Report each reason of convenience that is not denied."""
    for match in EASY.finditer(line.text):
        if (
            line.part == "body"
            and "exclud" not in line.text
            and not cues.denied(line.text, match.start())
            and not cues.ABOUT_RULES.search(line.text)
        ):
            yield Mark(match.span(), "offers convenience as a reason", "Give the medical reason, or take it out.")
