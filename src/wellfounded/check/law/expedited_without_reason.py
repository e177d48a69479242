"""An expedited review must be asked for with the reason that the rules name.

The standard time must jeopardize life, health or the ability to regain maximum function, or leave severe pain
unmanaged; a physician's statement of it decides. Sources: 29 CFR 2560.503-1(m)(1); 42 CFR 422.570(c)(2).

Bad:  I request an expedited appeal of this denial.
Bad:  Please treat this as urgent and expedite the review.
Good: I request an expedited appeal: the standard time could seriously jeopardize her ability to regain function.
Good: Expedited review is requested because a delay puts his life at risk.
Good: The expedited appeal of March 3 was denied.
"""

from collections.abc import Iterator

from wellfounded.check.view import Mark, Prose, phrase
from wellfounded.model.letter import Severity

CODE = "LW104"
SEVERITY = Severity.WARNING

ASKED = phrase(
    r"\b(?:request|ask|asking|seek|require)(?:ing|s|ed)?\b[^.;]{0,40}\b(?:expedited|urgent|fast)\b",
    r"\b(?:expedite|fast-track) (?:this|the|your|her|his)\b",
    r"\bexpedited (?:\w+ ){0,2}is requested\b",
)
NONE = phrase(r"\b(?:no|not) (?:an )?(?:expedited|urgent|request\w*|ask\w*)\b")
REASON = phrase(
    r"\bjeopardi[sz]e\b|\bthreat(?:en)?\w*\b|\blife\b|\bhealth\b|\bmaximum function\b|\bregain\b|\bsevere pain\b"
    r"|\bimminent\b|\bhospital\w*\b|\bdischarge\b"
    r"|\bserious(?:ly)? (?:harm|risk)\b|\bdeath\b|\birreversible\b"
)


def check(prose: Prose) -> Iterator[Mark]:
    """Report each request for speed in a letter whose body names no such danger."""
    for line in prose.body:
        asked = ASKED.search(line.text)
        if (
            asked
            and not NONE.search(line.text)
            and not any(REASON.search(other.text) for other in prose.body if other.part == "body")
        ):
            at = (line.start + asked.start(), line.start + asked.end())
            yield Mark(
                at, "asks for speed without the reason the rule names", "Certify what the standard time would endanger."
            )
