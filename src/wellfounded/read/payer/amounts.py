"""The amount at issue: denied or not covered first, else what was billed or claimed."""

import re
from collections.abc import Iterator

from wellfounded.model.determination import Field
from wellfounded.read.payer.labels import compiled, regions
from wellfounded.read.payer.paper import Paper
from wellfounded.read.payer.phrases import phrases
from wellfounded.read.payer.table import Row, refused, rows
from wellfounded.wire.caseless import Caseless

_SIGN = (
    r"(?<![A-Za-z])(?:USD|CAD|AUD|EUR|GBP|INR|NZD|CHF|ZAR|SGD|Rs\.?|(?:C|A|S|HK|NZ|US|CA|AU)\$"
    r"|R(?=\s?\d{1,3}(?:[ ,]\d{3})+)|[$€£₹])"
)
MONEY = re.compile(
    rf"(?:{_SIGN}\s?)?(?P<n>\d{{1,3}}(?:[,.' ]\d{{2,3}})+(?:[.,]\d{{2}})?|\d+(?:[.,]\d{{2}})?)(?:\s?(?:USD|EUR|€"
    rf"|CHF|CAD))?(?![\d%])"
)
MARKED = re.compile(rf"{_SIGN}\s?\d|\d[.,]\d{{2}}(?!\d)|\d\s?(?:EUR|€|CHF)")
CURRENCY = re.compile(rf"^{_SIGN}|(?:USD|EUR|€|CHF|CAD)$")
SHARE = Caseless(r"\b(?:excess|deductible|co-?pay\w*|coinsurance|limit|maximum)\W+(?:of\s+)?$")
REFUSED = compiled(
    r"(?:(?:total|amounts?)\s+)?(?:denied|not\s+(?:covered|allowed|payable|approved|eligible)|non-?covered"
    r"|disallowed|ineligible|repudiated|in\s+dispute|disputed)(?:\s+(?:amount|charges?|expenses?))?"
    r"|amounts?\s+(?:denied|not\s+covered|disallowed|in\s+(?:dispute|question|controversy)|at\s+issue)"
    r"|abgelehnter\s+betrag"
)
ASKED = compiled(
    r"(?:(?:total|amount|provider)\s+)?(?:billed|charged?s?|claimed|submitted|requested)(?:\s+(?:amount|charges?))?"
    r"|amount\s+(?:billed|charged|claimed|of\s+(?:the\s+)?claim|requested|submitted)"
    r"|claim(?:ed)?\s+(?:amount|total)|total\s+(?:claim|charge|cost)s?|expense\s+amount|amount|rechnungsbetrag"
    r"|betrag|estimated\s+cost|cost"
)
REFUSED_HEAD = phrases(
    "not (covered|allowed|payable|eligible) | denied | non-?covered | disallowed | ineligible | you may owe provider"
)
FEE_HEAD = phrases("fee | cost | amount")
BILLED_HEAD = phrases("asked | requested | billed | charges? | charged | submitted | claimed")


def amount(paper: Paper) -> Iterator[Field]:
    """Give the amount at issue once, as a number in the notice's currency."""
    table = list(rows(paper))
    for label, head in ((REFUSED, REFUSED_HEAD), (ASKED, BILLED_HEAD)):
        found = _labelled(paper, label) or _totalled(table, head)
        if found:
            yield Field("amount", value(paper.plain[found[0] : found[1]]), paper.quote(*found))
            return
        found = _of_row(paper) if label is REFUSED else None
        if found:
            yield Field("amount", value(paper.plain[found[0] : found[1]]), paper.quote(*found))
            return
    only = _only(paper)
    if only:
        yield Field("amount", value(paper.plain[only[0] : only[1]]), paper.quote(*only))


def _of_row(paper: Paper) -> tuple[int, int] | None:
    """Give what was asked in the one row of which nothing was paid."""
    row = refused(paper)
    for head, cell in row.cells if row else ():
        money = MONEY.match(cell.text)
        if money and MARKED.search(money[0]) and (BILLED_HEAD.search(head) or FEE_HEAD.search(head)):
            return cell.start, cell.start + money.end()
    return None


def _only(paper: Paper) -> tuple[int, int] | None:
    """Give the one amount the notice speaks of, where all its amounts are the same."""
    found = [
        money
        for money in MONEY.finditer(paper.plain)
        if CURRENCY.search(money[0]) and not SHARE.search(paper.plain, max(0, money.start() - 30), money.start())
    ]
    if found and len({value(money["n"]) for money in found}) == 1 and value(found[0]["n"]) > 0:
        return found[0].start(), found[0].end()
    return None


def _labelled(paper: Paper, pattern: Caseless) -> tuple[int, int] | None:
    coloned = list(regions(paper, "amount", pattern, colon=True))
    for region in [*coloned, *regions(paper, "amount", pattern)]:
        if region.columned:
            continue
        start = region.start
        while start < region.end and paper.plain[start] in " :#":
            start += 1
        money = MONEY.match(paper.plain, start, region.end)
        if money and (MARKED if region in coloned else CURRENCY).search(money[0]):
            return money.start(), money.end()
    return None


def _totalled(table: list[Row], head: Caseless) -> tuple[int, int] | None:
    """Give the sum under a column, or the one amount of a table of one row."""
    totals = [row for row in table if row.total] or (table if len(table) == 1 else [])
    for row in totals:
        for words, cell in row.cells:
            money = MONEY.match(cell.text)
            if head.search(words) and money and MARKED.search(money[0]) and value(money["n"]) > 0:
                return cell.start, cell.start + money.end()
    return None


def value(text: str) -> float:
    """Give the number that *text* writes with either kind of separator: 1,234.50 and 1.234,50 are the same."""
    digits = re.sub(r"[^\d.,]", "", text).strip(".,")
    last = max(digits.rfind("."), digits.rfind(","))
    if last >= 0 and len(digits) - last - 1 == 2:
        return float(f"{re.sub(r'[^0-9]', '', digits[:last])}.{digits[last + 1 :]}")
    return float(re.sub(r"[^0-9]", "", digits))
