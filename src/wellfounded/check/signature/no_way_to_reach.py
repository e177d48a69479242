"""A letter must say how to reach its signer: a reviewer who has a question calls, or denies.

Bad:  To whom it may concern. She needs oxygen. Sincerely, Priya Raman, MD
Good: To whom it may concern. She needs oxygen. Sincerely, Priya Raman, MD. Phone 555-0100
"""

import re
from collections.abc import Iterator

from wellfounded.check.view import Mark, Prose
from wellfounded.model.letter import Letter, Severity

CODE = "SG101"
SEVERITY = Severity.NOTE

PHONE = re.compile(
    r"(?<![\d-])(?:\+?1[ .-]?)?(?:\(\d{3}\)\s?|\d{3}[ .-])?\d{3}[ .-]\d{4}(?![\d-])|[\w.+-]+@[\w-]+\.[\w.]+"
)


def check(prose: Prose) -> Iterator[Mark]:
    """Report a letter with no telephone number and no address for mail."""
    ours = isinstance(prose.letter, Letter) and (prose.letter.signer.phone or prose.letter.letterhead.phone)
    if prose.text.strip() and not ours and not PHONE.search(prose.text):
        end = len(prose.text.rstrip())
        yield Mark((max(0, end - 40), end), "gives no telephone number or e-mail", "Add the direct line of the signer.")
