"""A name cut out of its line: without item number, code, count and date around the thing itself."""

import re

from wellfounded.read.payer import dates
from wellfounded.read.payer.labels import cut
from wellfounded.read.payer.paper import Paper
from wellfounded.read.payer.service_words import CODE_TAIL, COUNTED, ITEM, LEADING_CODE, LEADING_COUNT, TAIL

LONGEST = 140  # characters of a name; what is longer is a sentence


def trimmed(paper: Paper, start: int, end: int, *, whole: bool = False) -> tuple[int, int] | None:
    """Give the span of the name between two offsets, none where nothing is left; *whole*: codes and counts stay in."""
    if not whole:
        for lead in (ITEM, LEADING_CODE, LEADING_COUNT):
            found = lead.match(paper.plain, start, end)
            start = found.end() if found else start
    text = paper.plain[start:end]
    text = text[: max(0, cut(paper.plain, start, end) - start)] if text.strip() else ""
    first = next(dates.dates(text), None)
    if first:
        text = text[: first.start]
    if not whole:
        text = COUNTED.sub("", _without_tail(CODE_TAIL.sub("", text.rstrip(" .,;"))))
    text = re.split(r"\.\s+[A-Z]", text)[0]
    lead_length = len(text) - len(text.lstrip(" :#-\"'"))
    text = re.sub(r"\s+(?:on|at|for|of|from|by|with|in|to|and)\s*$", "", text.rstrip(" .,;:"))
    body = text.strip(" :#-\"',;.").rstrip("(")
    if body.count("(") > body.count(")"):
        body = body[: body.rindex("(")].rstrip()
    if not 3 <= len(body) <= LONGEST or not re.search(r"[A-Za-zÄÖÜäöü]{2,}" if whole else r"[A-Za-zÄÖÜäöü]{3}", body):
        return None
    return start + lead_length, start + lead_length + len(body)


def _without_tail(text: str) -> str:
    """Cut the count, dates or rhythm that follow a thing; a count that leads it is not its tail."""
    found = TAIL.search(text, 4)
    return text[: found.start()] if found else text
