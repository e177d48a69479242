"""Psychotherapy notes are not sent with a letter: they need their own authorization.

Source: 45 CFR 164.508(a)(2).

Bad:  Enclosed are the psychotherapy notes of her sessions.
Bad:  I attach her therapist's process notes.
Good: Enclosed is a summary of treatment by her therapist.
Good: Psychotherapy notes are not enclosed.
"""

from collections.abc import Iterator

from wellfounded.check.says import cues
from wellfounded.check.view import Line, Mark, phrase
from wellfounded.model.letter import Severity

CODE = "PV102"
SEVERITY = Severity.ERROR

NOTES = phrase(r"\b(?:psychotherapy|process|counseling session|psychotherapy session) notes?\b")


def check(line: Line) -> Iterator[Mark]:
    """Report each offer of such notes."""
    for match in NOTES.finditer(line.text):
        denied = cues.denied(line.text, match.start()) or phrase(r"(?:are|will) not|without").search(line.text)
        if not denied:
            yield Mark(
                match.span(), "psychotherapy notes need their own authorization", "Send a treatment summary instead."
            )
