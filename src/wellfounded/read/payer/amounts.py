"""The amount at issue: denied or not covered first, else what was billed or claimed."""

import re
from collections.abc import Iterator

from wellfounded.model.determination import Field
from wellfounded.read.payer.labels import compiled, regions
from wellfounded.read.payer.paper import Paper

MONEY = re.compile(
    r"(?:(?:USD|CAD|AUD|EUR|GBP|INR|NZD|CHF|ZAR|Rs\.?|C\$|A\$"
    r"|[$\u20ac\u00a3\u20b9])\s?)?(?P<n>\d{1,3}(?:[,.' ]\d{2,3})+(?:[.,]\d{2})?"
    r"|\d+(?:[.,]\d{2})?)(?:\s?(?:USD|EUR|\u20ac|CHF|CAD))?(?![\d%])"
)
MARKED = re.compile(
    r"(?:USD|CAD|AUD|EUR|GBP|INR|NZD|CHF|ZAR|Rs\.?|[$\u20ac\u00a3\u20b9])\s?\d|\d[.,]\d{2}(?!\d)"
    r"|\d\s?(?:EUR|\u20ac|CHF)"
)
RANKED = (
    compiled(
        r"(?:(?:total|amount|amounts)\s+)?(?:denied|not\s+(?:covered|allowed|payable|approved|eligible)"
        r"|non-?covered|disallowed|ineligible|repudiated|in\s+dispute|disputed)(?:\s+(?:amount|charges?"
        r"|expenses?))?|amount\s+(?:denied|not\s+covered|disallowed|in\s+(?:dispute|question"
        r"|controversy))|abgelehnter\s+betrag"
    ),
    compiled(
        r"(?:(?:total|amount)\s+)?(?:billed|charged?s?|claimed|submitted|requested)(?:\s+(?:amount"
        r"|charges?))?|amount\s+(?:billed|charged|claimed|of\s+(?:the\s+)?claim|requested|submitted)"
        r"|(?:provider\s+)?charges?|claim\s+(?:amount|total)|total\s+(?:claim|charge|cost)s?"
        r"|expense\s+amount|billed\s+charges?|amount|rechnungsbetrag|kosten|betrag|estimated\s+cost"
    ),
)


def amount(paper: Paper) -> Iterator[Field]:
    """Give the amount at issue once, as a number in the notice's currency."""
    for pattern in RANKED:
        for region in regions(paper, "amount", pattern, colon=True):
            found = re.match(
                rf"[\s:#]*(?={MONEY.pattern.replace('?P<n>', '?:')})", paper.plain[region.start : region.end]
            )
            if not found:
                continue
            money = MONEY.match(paper.plain, region.start + found.end(), region.end)
            if money and MARKED.search(money[0]):
                yield Field("amount", value(money["n"]), paper.quote(money.start(), money.end()))
                return


def value(text: str) -> float:
    """Give the number that *text* writes with either kind of separator: 1,234.50 and 1.234,50 are the same."""
    last = max(text.rfind("."), text.rfind(","))
    if last >= 0 and len(text) - last - 1 == 2:
        whole, cents = re.sub(r"\D", "", text[:last]), text[last + 1 :]
        return float(f"{whole}.{cents}")
    return float(re.sub(r"\D", "", text))
