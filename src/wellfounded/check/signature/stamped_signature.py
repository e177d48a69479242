"""A stamp, "signature on file" or "dictated but not read" is no signature.

Source: CMS Publication 100-08, chapter 3, section 3.3.2.4: stamped signatures are not accepted.

Bad:  Signature on file
Bad:  Dictated but not read
Bad:  Signed by my assistant in my absence
Good: Electronically signed by Priya Raman, MD, 03/20/2026 09:14
Good: Her signature on the consent is on file with us.
"""

from collections.abc import Iterator

from wellfounded.check.view import Line, Mark, phrase
from wellfounded.model.letter import Severity

CODE = "SG106"
SEVERITY = Severity.WARNING

STAMP = phrase(
    r"\bsignature on file\b",
    r"\b(?:signature|signed by) stamp(?:ed)?\b",
    r"\bstamped signature\b",
    r"\bdictated(?: but| and|,)? not (?:read|reviewed|signed)\b",
    r"\bsigned (?:by|for) (?:my |the )?(?:assistant|nurse|staff|office)\b",
    r"\bsigned (?:(?:by|for) [^.;]{2,40} )?in (?:my|his|her|the \w+'s) absence\b",
    r"\brubber stamp\b|\b(?:electronically signed|signed electronically) (?:but|and) not (?:read|reviewed)\b"
    r"|^\W*SOF\W*$",
)


def check(line: Line) -> Iterator[Mark]:
    """Report each phrase that stands in a signature's place."""
    for match in STAMP.finditer(line.text):
        yield Mark(match.span(), "this is no signature", "Have the clinician sign and date it.")
