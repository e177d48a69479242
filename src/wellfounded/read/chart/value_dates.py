"""The dates that stand beside values, and the numbers that are dates themselves."""

import re

from wellfounded.model.coding import PartialDate
from wellfounded.read.chart import dates
from wellfounded.read.chart.outline import Unit
from wellfounded.wire.caseless import small


def past_date(text: str, unit: Unit, at: int, note: PartialDate | None, of: str | None = None) -> int:
    """Where the date right after a value ends, or *at* where none stands there; no date is the next share of *of*."""
    found = next(iter(dates.dates(text, at, min(unit.end, at + 34), note)), None)
    if found is None or not re.fullmatch(
        r"\W*(?:(?:(?:on|in|at|from) )?[a-z]{2,12}\s+)?(?:early |mid |late )?\W*", text[at : found.start]
    ):
        return at
    if of and text[found.start : found.end].endswith(f"/{of}"):
        return at  # "8/10 at worst, 6/10 at rest"
    return found.end + (1 if text[found.end : found.end + 1] == ")" else 0)


def near_date(text: str, unit: Unit, at: int, note: PartialDate | None) -> PartialDate | None:
    """The date written right after a value: "(3/4/25)", "on 3/4/25", "in October", "today"."""
    lead = re.match(
        (
            r"[\s\])%]*(?:\([^()\d]{0,30}\))?\s*(?:\((?:[A-Za-z]+,?\s+){1,3})?[\[(,]*\s*(?:[A-Za-z "
            r"]{0,14}\b(?:administered|completed|date|taken|on (?:ABG|labs|repeat|gas"
            r"|PFTs|testing|(?:the )?(?:echo(?:cardiogram)?|MRI|CT|cath|scan|imaging))|on|in|at|from|as of|dated|drawn"
            r"|collected|of|since|back in)|early|mid|late|dated)?\s*[:]?\s*(?:early |mid |late )?"
        ),
        text[at : min(unit.end, at + 50)],
    )
    begin = at + (lead.end() if lead else 0)
    for dated in dates.dates(text, max(at - 4, unit.start), min(unit.end, at + 60), note):
        if dated.start < at:
            continue
        if re.match(r"\s*(?:on \w+)?:\s*[<>]?\d", text[dated.end : dated.end + 14]):
            return None  # "10.1 (7/8/2026: 9.6)": the day of the next
        return dated.date if dated.start <= begin else None
    return None


def fraction(text: str, end: int, given: dates.Dated) -> bool:
    """Whether what could be a day of the year is a score out of its maximum: "7/10" right after the name."""
    written = text[given.start : given.end]
    return (
        re.fullmatch(r"\d{1,2}/\d{1,2}", written) is not None
        and re.fullmatch(r"\W*(?:of|is|was|score)?\W*", text[end : given.start]) is not None
    )


def looks_like_date(text: str, match: re.Match[str]) -> bool:
    """Whether the number of a match is part of a date."""
    if match.groupdict().get("of") and re.match(r"(?!/)", text[match.end("of") :]):
        return False
    return any(
        d.start() <= match.start("n") < d.end()
        for d in dates.DATE.finditer(small(text), max(0, match.start("n") - 12), match.end("n") + 12)
        if d.lastgroup != "y" or not match["u"]
    )
