"""The whole sentence round a passage, so that a letter never quotes half of what the chart says."""

import re

from wellfounded.model.basis import Quote
from wellfounded.model.document import Document

# Where a sentence of a chart ends or begins: a stop, a blank line, a list item, a heading's line, a label's colon.
EDGE = re.compile(
    r"[.!?][\"')\u201d]?(?=\s)|\n\s*\n|"
    r"\n(?=\s*(?:[-*\u2022]|\d{1,2}[.)])\s)|(?:^|\n)[A-Z][A-Z /&()-]{3,}:?(?=\n|\s{2,})|"
    r"(?:^|\n)[A-Z][A-Za-z /]{1,24}:(?=\s)|(?<=\n)[A-Z][a-z]+(?: [a-z]+){0,2}\n(?=[A-Z])|\t| {3,}"
)
LAST = re.compile(r"^[ \t]+(?:[-*\u2022]|\d{1,2}[.)])\s[^\n]*\n(?=[^\s-])", re.MULTILINE)  # where an indented list ends
REACH = 320  # characters to either side in which an edge is looked for


def whole(document: Document, quote: Quote, most: int) -> Quote:
    """Give the sentence that holds *quote*, or *quote* itself where none is found within *most* characters."""
    text = document.text
    page = document.page(quote.at.start)
    low, high = max(page.start, quote.at.start - REACH), min(page.end, quote.at.end + REACH)
    before = [edge.end() for edge in EDGE.finditer(text, low, quote.at.end) if edge.end() <= quote.at.start]
    before += [edge.end() for edge in LAST.finditer(text, low, quote.at.end) if edge.end() <= quote.at.start]
    start = max(before, default=page.start if low == page.start else quote.at.start)
    after = next((edge for edge in EDGE.finditer(text, max(quote.at.end - 1, start), high)), None)
    if after is None:
        return quote
    end = after.end() if text[after.start()] in ".!?" else after.start()
    grown = document.quote(start, max(end, quote.at.end))
    return grown if len(grown.exact) <= most and quote.exact.strip() in grown.exact else quote
