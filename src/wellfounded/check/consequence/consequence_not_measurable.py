"""What happens without the care must be something that can be measured.

"Her condition will worsen" is said of every patient; a hospital stay, a fall or a lost function is said of this one.

Bad:  Without this treatment her condition will worsen.
Bad:  If denied, his quality of life will suffer.
Bad:  Denial would have serious consequences for her health.
Good: Without oxygen her saturation falls below 85% when she walks.
Good: If denied, he faces another admission like that of March.
Good: Without the chair he will be confined to bed, with pressure sores the likely result.
"""

from collections.abc import Iterator

from wellfounded.check.view import Line, Mark, phrase
from wellfounded.model.letter import Severity

CODE = "CO101"
SEVERITY = Severity.WARNING

WITHOUT = phrase(
    r"\b(?:without|absent|if (?:\w+ ){0,4}(?:denied|delayed|refused|not (?:approved|treated|received|covered|given))"
    r"|denial|failure to (?:approve|treat)|delay(?:ing|s|ed)?"
    r"|denying|untreated|lack of)\b"
)
WORSE = phrase(
    r"\b(?:will|would|could|may|might|can|is likely to|continue to) (?:\w+ ){0,4}(?:worsen|deteriorate|decline"
    r"|suffer|progress|be (?:harmed|compromised"
    r"|adversely affected|devastating|detrimental)|get worse|deteriorat\w+)\b",
    r"\b(?:serious|severe|grave|dire|negative|poor|adverse|significant|devastating"
    r"|irreversible) (?:\w+ )?(?:consequences?|outcomes?|harm|complications?|effects?"
    r"|deterioration|impact)\b",
)
MEASURED = phrase(
    r"\d|\b(?:hospital\w*|admission|admitted|emergency|surgery|amputation|fall|falls|fracture|stroke|blindness"
    r"|vision|seizures?|dialysis|transfusion"
    r"|ulcers?|sores?|suicid\w+|relapse|intubat\w+|death|die|contracture|work|school|walk|stand|dress|bathe|feed"
    r"|drive|wheelchair|bed|nursing (?:home|facility)"
    r"|erosions?|joint (?:damage|destruction)|perforation|obstruction|disability|unemploy\w+|pregnan\w+|weight"
    r"|saturation|infection|sepsis|transplant"
    r"|exacerbations?|lesions?|paralysis|aspiration|dehydration|hypoglycemi\w+|ketoacidosis)\b"
)


def check(line: Line) -> Iterator[Mark]:
    """Report each consequence of no treatment that names no event, function or number."""
    worse = WORSE.search(line.text)
    if line.part == "body" and worse and WITHOUT.search(line.text) and not MEASURED.search(f"{line.text} {line.after}"):
        yield Mark(
            worse.span(), "names no consequence that can be measured", "Name the event, the function or the number."
        )
