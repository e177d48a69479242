"""A belief is not a rationale: the letter must give the reason in the same breath.

"In my opinion it is medically necessary" restates the question; plans deny it as conclusory.

Bad:  I believe this treatment is medically necessary.
Bad:  In my professional opinion, the patient needs this device.
Good: I believe this treatment is medically necessary because her PHQ-9 stayed at 22 after two trials.
Good: The plan states that TMS is medically necessary when five requirements are met.
"""

from collections.abc import Iterator

from wellfounded.check.view import Line, Mark, phrase
from wellfounded.model.letter import Severity

CODE = "PR103"
SEVERITY = Severity.WARNING

BELIEF = phrase(
    r"\b(?:I|we) (?:strongly |firmly |truly |sincerely |do |wholeheartedly )*"
    r"(?:believe|feel|think|(?:am|are) (?:confident|convinced|certain)) (?:that )?",
    r"\b(?:in|it is) (?:my|our) (?:professional |medical |clinical |expert |considered )*"
    r"(?:opinion|judge?ment|view|belief)\b",
)
NECESSARY = phrase(
    r"\b(?:necessary|needed|appropriate|indicated|essential|warranted|in (?:the|her|his) best interest)\b",
    r"\b(?:needs|requires|should (?:be (?:approved|covered)|have|receive))\b",
)
REASON = phrase(
    r"\b(?:because|since|given|due to|as (?:she|he|they|evidenced|shown|documented)|based on|after|despite|owing to"
    r"|in light of|(?:for the )?following)\b",
    r"\d",
)
GOES_ON = phrase(r"\d|this is because|specifically|the reasons?")


def check(line: Line) -> Iterator[Mark]:
    """Report each belief in need that gives no reason in its sentence or the next."""
    match = BELIEF.search(line.text)
    if match is None or REASON.search(line.text) or line.text[match.end() :].count(":") or GOES_ON.match(line.after):
        return
    if NECESSARY.search(line.text, match.end()):
        yield Mark(
            match.span(), "gives a belief where a reason must stand", "Say what the chart shows that makes it so."
        )
