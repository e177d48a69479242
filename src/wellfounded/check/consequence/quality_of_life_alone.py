"""Quality of life alone is no medical benefit to a plan.

Say what the patient will be able to do, or what a score will be.

Bad:  This treatment will improve her quality of life.
Bad:  The device would enhance his well-being.
Good: This treatment will improve her quality of life: the DLQI is expected to fall below 5.
Good: Her Dermatology Life Quality Index was 17.
Good: It will improve her quality of life and let her return to work.
"""

from collections.abc import Iterator

from wellfounded.check.view import Line, Mark, phrase
from wellfounded.model.letter import Severity

CODE = "CO102"
SEVERITY = Severity.WARNING

LIFE = phrase(
    r"\b(?:improv|enhanc|increas|better|restor|maximiz)(?:e|es|ed|ing)? (?:the |her |his |their |this |overall "
    r"|patient's |\w+'s )*"
    r"(?:quality of life|well-?being|self-esteem|comfort|lifestyle|happiness|peace of mind)\b",
    r"\bbetter quality of life\b",
)
CONCRETE = phrase(
    r"\d|\b(?:work|school|walk|stand|sleep|dress|bathe|eat|drive|breathe|speak|hospital\w*|falls?|pain (?:by"
    r"|below)|exercise|stairs|score|index|function"
    r"|return|independent\w*|transfer\w*)\b"
)


def check(line: Line) -> Iterator[Mark]:
    """Report each such benefit beside which nothing that can be measured stands, in its sentence or the next."""
    for match in LIFE.finditer(line.text):
        if not CONCRETE.search(line.text, match.end()) and not CONCRETE.search(line.after):
            yield Mark(
                match.span(), "gives a benefit that cannot be measured", "Add what will be measured, and by when."
            )
