"""A chance of success for this patient is nobody's to give; a response rate must name its study.

Bad:  She has an 80% chance of responding to TMS.
Bad:  This drug has a 90% success rate.
Good: In the trial of Ekstrand et al. (2024) 41% responded.
Good: Her ejection fraction is 35%, with a 10% chance of error in the reading.
"""

from collections.abc import Iterator

from wellfounded.check.says import cues
from wellfounded.check.view import Line, Mark, phrase
from wellfounded.model.letter import Severity

CODE = "PR106"
SEVERITY = Severity.WARNING

CHANCE = phrase(
    r"\b(?:odds|chances?|likelihood|probability) of (?:\w+ )?(?:response|success|remission|recovery|improvement|cure)\b"
    r"[^.]{0,30}\b(?:is|are|of) (?:\d{1,3} ?(?:%|percent)|\w+ (?:in|to) \w+)",
    r"\bwith \d{2,3} ?(?:%|percent) certainty\b",
    r"\b\d{1,3} ?(?:%|percent) (?:chance|likelihood|probability) (?:of|that|to) (?:a |her |his |she |he |they |will "
    r"|full )*(?:respon\w+|success|recover\w*|improve\w*|cure|remission|benefit\w*)",
    r"\b\d{1,3} ?(?:%|percent) (?:success|cure|response|effectiveness|recovery) rate\b",
    r"\b(?:success|cure) rate of \d{1,3} ?(?:%|percent)",
    r"\b\d{1,3} ?(?:%|percent) (?:effective|successful)\b",
)


def check(line: Line) -> Iterator[Mark]:
    """Report each rate in a sentence that cites nothing."""
    for match in CHANCE.finditer(line.text):
        if not cues.CITED.search(line.text) and not phrase(r"\[\d+\]|\b(?:19|20)\d\d\b").search(line.text):
            yield Mark(match.span(), "gives a chance without its source", "Cite the trial, and say what it found.")
