"""The dates of a notice: its own, the service's, the request's."""

import re
from collections.abc import Iterator

from wellfounded.model.determination import Field
from wellfounded.read.payer import dates
from wellfounded.read.payer.dates import Dated
from wellfounded.read.payer.labels import DATES, Region, compiled, regions
from wellfounded.read.payer.paper import Paper

COMPILED = {field: compiled(pattern) for field, pattern in DATES.items()}
# A notice's own date is said best by "date of notice"; "decision date" may be a day earlier and "printed" a day later.
RANK = (
    re.compile(r"notice|letter|this|bescheid vom|mailed|mailing|issued?|statement|eob|remittance", re.IGNORECASE),
    re.compile(r"^(?:date|dated|datum)$", re.IGNORECASE),
    re.compile(r"denial|denied|decision|determination|check|payment|report|process|print", re.IGNORECASE),
)
LEAD = re.compile(
    r"[\s:#(]*(?:on\s+|vom\s+|den\s+|is\s+|was\s+|from\s+|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?",
    re.IGNORECASE,
)
RECEIVED = re.compile(
    r"(?:(?:received|got)\s+(?:[\w,'()-]+\s+){0,14}?(?:request|referral|RFA|claim|appeal|form"
    r"|submission)s?\b[^.;]{0,90}?\s(?:on|dated)\s+"
    r"|(?:request|referral|RFA|appeal)\s+(?:was\s+|that\s+was\s+)?(?:received|submitted|dated|made"
    r"|filed|of)\s+(?:on\s+|by\s+\w+\s+on\s+)?"
    r"|\bOn\s+(?=[^.;]{6,20},?\s+(?:we\s+received|(?:you|your|Dr|the)\b[^.;]{0,60}\b(?:asked"
    r"|requested|submitted|sent|received)))"
    r"|(?:Antrag|Kosten(?:voran|ü|ue)\w+|Schreiben)\s+vom\s+)",
    re.IGNORECASE,
)
SERVED = re.compile(
    r"(?:services?|care|treatment|claim|visit|admission|admitted|surgery|procedure|supplies"
    r"|equipment|charges)\s+(?:[\w,'-]+\s+){0,6}?"
    r"(?:on|from|dated|of|received\s+on|provided\s+(?:on|from)|rendered\s+(?:on|from)|furnished\s+on"
    r"|performed\s+on|beginning|for\s+dates?\s+of\s+service)\s+",
    re.IGNORECASE,
)
HEAD_LINES = 30


def days(paper: Paper, *, european: bool) -> Iterator[Field]:
    """Give notice_date, service_date and request_date where the notice states them."""
    for field in ("service_date", "request_date"):
        labelled = [dated for region in _regions(paper, field) for dated in _value(paper, region, european=european)]
        pattern = SERVED if field == "service_date" else RECEIVED
        chosen = labelled or _said(paper, pattern, european=european)[:1]
        seen = set()
        for dated in chosen if field == "service_date" else chosen[:1]:
            if dated.value not in seen:
                seen.add(dated.value)
                yield _field(paper, field, dated)
    notice = _notice(paper, european=european)
    if notice:
        yield _field(paper, "notice_date", notice)


def _field(paper: Paper, name: str, dated: Dated) -> Field:
    return Field(name, dated.value, paper.quote(dated.start, dated.end))


def _regions(paper: Paper, field: str) -> Iterator[Region]:
    return regions(paper, field, COMPILED[field])


def _value(paper: Paper, region: Region, *, european: bool) -> Iterator[Dated]:
    lead = LEAD.match(paper.plain, region.start, region.end)
    found = dates.at(paper.plain, lead.end() if lead else region.start, region.end, european=european)
    if found:
        yield found


def _said(paper: Paper, pattern: re.Pattern[str], *, european: bool) -> list[Dated]:
    found = (
        dates.at(paper.plain, one.end(), min(one.end() + 30, len(paper.plain)), european=european)
        for one in pattern.finditer(paper.plain)
    )
    return [dated for dated in found if dated]


def _notice(paper: Paper, *, european: bool) -> Dated | None:
    ranked: list[tuple[int, int, Dated]] = []
    for region in _regions(paper, "notice_date"):
        rank = next((n for n, pattern in enumerate(RANK) if pattern.search(region.label)), len(RANK))
        ranked += [(rank, region.start, dated) for dated in _value(paper, region, european=european)]
    for at, line in enumerate(paper.lines[:HEAD_LINES]):
        for cell in line.cells:
            lead = LEAD.match(paper.plain, cell.start, cell.end)
            dated = dates.at(paper.plain, lead.end() if lead else cell.start, cell.end, european=european)
            # A date that stands alone, or after the place it was written ("Köln, 12.03.2026").
            placed = re.match(
                r"(?:[A-ZÄÖÜ][\wäöüß.-]+\s?){1,3},\s*(?:den\s+)?(?=\d)", paper.plain[cell.start : cell.end]
            )
            if placed and not dated:
                dated = dates.at(paper.plain, cell.start + placed.end(), cell.end, european=european)
            if dated and len(line.cells) <= 2 and not paper.plain[dated.end : cell.end].strip(" .,"):
                before = paper.lines[at - 1].text if at else ""
                if not before.rstrip().endswith(":"):
                    ranked.append((1, cell.start, dated))
    return min(ranked, key=lambda one: one[:2])[2] if ranked else None
