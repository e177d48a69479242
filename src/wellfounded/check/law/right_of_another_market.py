"""A right that only other plans' law gives must not be claimed of this plan.

A fair hearing belongs to Medicaid, screening and treatment for children to Medicaid, a review by the Office of
Personnel Management to federal employees. Who has which right is read from the law packs; a right that many markets
have is not judged, for silence of a pack is not absence of a right.

Bad:  She has the right to a state fair hearing.  <-  market: erisa_group
Bad:  Under EPSDT you must cover this for her.  <-  market: aca_individual
Good: She has the right to a state fair hearing.  <-  market: medicaid_managed_care
Good: She has the right to an external review.  <-  market: erisa_group
Good: She has the right to a state fair hearing.
Good: He had a fair hearing at school.  <-  market: erisa_group
"""

from collections.abc import Iterator

from wellfounded.check.chart import Chart
from wellfounded.check.view import Line, Mark, phrase
from wellfounded.model.letter import Severity

CODE = "LW107"
SEVERITY = Severity.ERROR

FEW = 6  # markets; a right of more is not judged
CLAIMED = {  # the packs' name of a right or a clock, and how letters speak of it
    "fair_hearing": phrase(r"\b(?:state |medicaid |administrative )?fair hearing\b"),
    "epsdt": phrase(r"\bEPSDT\b|\bearly and periodic screening\b"),
    "opm_review": phrase(r"\bOPM\b|\boffice of personnel management\b"),
    "council_review": phrase(r"\b(?:medicare )?appeals council\b"),
    "alj_hearing": phrase(r"\badministrative law judge\b|\bALJ\b"),
    "redetermination": phrase(r"\bredetermination\b"),
}
RIGHT = phrase(
    r"\b(?:rights? to|entitle[sd]?|entitlement|must|requires?|required|under|may (?:request|ask|seek)|request(?:s|ed"
    r"|ing)?"
    r"|appeal(?:s|ed)? to|law|reserves?)\b"
)


def check(line: Line, chart: Chart) -> Iterator[Mark]:
    """Report each such claim in a market that the holders of the right, where they are few, do not include."""
    if not chart.market or line.part not in {"head", "body"} or not RIGHT.search(line.text):
        return
    for right, words in CLAIMED.items():
        match = words.search(line.text)
        if match is None:
            continue
        holders = chart.laws.holders(right)
        if 0 < len(holders) <= FEW and chart.market not in holders:
            yield Mark(match.span(), "this plan's law gives no such right", "Claim what the law of this plan gives.")
