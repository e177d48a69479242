"""An explanation of benefits or a remittance on paper: what was billed, paid and refused, line by line."""

from wellfounded.model.determination import Kind, Reading
from wellfounded.model.document import Document
from wellfounded.read.payer import notice
from wellfounded.read.payer.codes import GROUPED
from wellfounded.read.payer.paper import Paper, head, paper
from wellfounded.read.payer.phrases import phrases
from wellfounded.wire.caseless import Caseless

NAME = "eob"
FAMILY = "statement"

TITLE = phrases(
    """
    explanation of (benefits?|payment|medicare benefits|provider payment|benefit payment|health care benefits)
        | (electronic |provider )?remittance (advice|notice|statement) | EOB | EOP | claim (payment )?statement
    claims? ~3 (has|have) been (assessed|processed|settled|adjudicated) | benefits? statement | claims? (summary
        |outcome)
    medicare summary notice | (claims?|benefit) (settlement|payment) (statement|advice)
        | statement of (benefits?|claims?) | leistungsabrechnung | erstattungsmitteilung | voucher
    """
)
COLUMNS = (
    phrases(
        "(amount|total|provider|charges?) ~1 (billed|charged|submitted) | submitted | billed ~1 (amount"
"|charges?) | charges? | "
        "billed | fee | cost | claimed"
    ),
    phrases(
        "(plan|amount|provider) ~1 allowed | allowed ~1 (amount|charges)? | negotiated | discount* | contractual | "
        "adjust*"
    ),
    phrases("benefit | (plan|we|amount|benefit|provider) ~1 paid | paid ~2 | payment | reimbursed"),
    phrases(
        "your responsibility | you (may )?owe | patient (resp*|responsibility|owes) | member (resp*|owes"
        "|responsibility) | deductible | co-?pay* | coinsurance | what you owe | you pay | your share"
    ),
)  # fmt: skip
NOT_A_BILL = phrases("this is not a bill | not a bill")
DECISION = Caseless(
    r"\bdear\b|\bsehr\s+geehrte|utili[sz]ation\s+(?:review|management)|prior\s+authori[sz]ation\s+request",
)


def score(document: Document) -> float:
    """Give how sure it is that this accounts for a claim line by line."""
    page = head(document)
    top = page.plain[: max(600, len(page.plain) // 5)]
    titled = bool(TITLE.search(top))
    columns = sum(bool(pattern.search(page.plain)) for pattern in COLUMNS) / len(COLUMNS)
    coded = len(GROUPED.findall(page.plain)) >= 1
    headed = any(TITLE.search(cell.text) for line in page.lines[:5] for cell in line.cells)
    if (headed or (titled and NOT_A_BILL.search(page.plain))) and columns >= 0.25 and not DECISION.search(top):
        return 0.97
    sure = 0.5 * titled + 0.35 * columns + 0.1 * bool(NOT_A_BILL.search(page.plain)) + 0.15 * coded
    return max(0.0, min(0.97, sure - 0.3 * bool(DECISION.search(top)) - 0.25 * (not titled)))


def read(document: Document) -> Reading:
    """Read the statement."""
    page: Paper = paper(document)
    return Reading(document.source.id, Kind.EOB, notice.fields(page, Kind.EOB))
