"""The dates of a notice: its own, the service's, the request's."""

import re
from collections.abc import Iterator

from wellfounded.model.determination import Field
from wellfounded.read.payer import dates
from wellfounded.read.payer.dates import Dated
from wellfounded.read.payer.labels import DATES, Region, compiled, label_only, regions
from wellfounded.read.payer.paper import Line, Paper
from wellfounded.read.payer.services import labelled
from wellfounded.read.payer.table import rows
from wellfounded.read.payer.zones import Zone, placed_at
from wellfounded.wire.caseless import Caseless

COMPILED = {field: compiled(pattern) for field, pattern in DATES.items()}
# A notice's own date is said best by "date of notice"; "decision date" may be a day earlier and "printed" a day later.
RANK = (
    Caseless(r"notice|letter|this|bescheid vom|mailed|mailing|issued?|statement|eob|remittance"),
    Caseless(r"^(?:date|dated|datum|dt\.?)$"),
    Caseless(r"denial|denied|decision|determination|check|payment|report|process|print"),
)
LEAD = Caseless(
    r"[\s:#(]*(?:on\s+|the\s+|vom\s+|den\s+|is\s+|was\s+|from\s+|(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs)?"
    r"|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)?",
)
RECEIVED = Caseless(
    r"(?:(?:appeal|request|claim|referral),?\s+received\s+(?:on\s+)?|asked\s+(?:us\s+|for\s+)?on\s+"
    r"|\brequested\s+(?:on\s+)?(?=(?:\d\S+|[A-Z][a-z]+\.?\s+\d{1,2},?\s+\d{4})\s+by\b)|Sie\s+haben\s+am\s+"
    r"|reached\s+us\s+on\s+|your\s+(?:claim|request|letter)\s+(?:of|dated)\s+"
    r"|requested\s+by\s+[A-Z][\w. ]{3,30}?\s+on\s+"
    r"|requests?\s+from\s+[A-Z][\w. ]{3,40}?\s+(?:received|dated)\s+(?:on\s+)?"
    r"|sent\s+us\s+(?:an?|the|your)\s+request\s+[^.;]{0,80}?\bon\s+|(?:appeal"
    r"|request|claim|referral),?\s+(?:which|that)\s+(?:we"
    r"|was)\s+received\s+(?:by\s+us\s+)?on\s+|(?:calling|contacting|writing\s+to"
    r"|telephoning)\s+us\s+on\s+|(?:received"
    r"|got)\s+(?:[\w,'()-]+\s+){0,14}?(?:request|referral|RFA|claim|appeal|form"
    r"|submission)s?\b[^.;]{0,90}?\s(?:on|dated)\s+"
    r"|(?:request|referral|RFA|appeal)\s+(?:was\s+|that\s+was\s+)?(?:received|submitted|dated|made"
    r"|filed|of)\s+(?:on\s+|by\s+\w+\s+on\s+)?"
    r"|\bOn\s+(?=[^.;]{6,20},?\s+(?:we\s+(?:received|got)|(?!we\b)\S[^.;]{2,70}?\b(?:asked|requested|submitted|applied|wrote"
    r"|sent\s+(?:us|in)|put\s+in)\b))"
    r"|\brequested\s+(?:on\s+)?(?=\d\S{7,9}(?:[,.;)\s]|$)(?!\s*(?:-|to|thr)))"
    r"|\b(?:received|got|have)\s+(?:the|your|this|a|an|his|her)\s+(?:[\w-]+\s+){0,2}?(?:request|referral|claim|appeal"
    r"|form|application)\s+(?:on\s+|dated\s+)?"
    r"|\b(?:request|appeal|claim|form)\s+(?:came|arrived|got\s+here)\s+(?:in\s+|to\s+us\s+)?(?:on\s+)?"
    r"|\b(?:we\s+)?(?:got|received)\s+it\s+(?:on\s+)?"
    r"|(?:'s|\bthe|\byour|\bour)\s+(?=[A-Z][a-z]+\.?\s\d{1,2},\s\d{4}\s+(?:\w+\s+)?(?:request|claim|appeal|referral))"
    r"|\b(?:request|claim|appeal|referral)s?,?\s+(?:\w+,?\s+){0,3}?(?:which|that|we|it)\s+(?:came|got|reached|received)\s+(?:to\s+)?(?:us\s+)?"
    r"(?:on\s+)?|\bsent\s+(?:us\s+)?(?:the|this|her|his|a|your)\s+request\s+(?:to\s+us\s+)?(?:on\s+)?"
    r"|(?i:antrag)\s+auf\s[^.;]{3,100}?\svom\s+"
    r"|(?:Antrag|Kosten(?:voran|ü|ue)\w+|Schreiben)\s+vom\s+)",
)
SERVED = Caseless(
    r"(?:(?:performed|rendered|furnished|dispensed|supplied|purchased|bought|delivered|incurred|carried\s+out|done)\s+"
    r"(?=\d|[A-Z][a-z]+\.?\s\d{1,2},)"
    r"|(?:admission|admitted|hospitali[sz](?:ed|ation)|inpatient\s+stay)\s+(?:on\s+|of\s+|from\s+|beginning\s+"
    r"|date\s+)?(?=\d|[A-Z][a-z]+\s\d)"
    r"|(?:received|provided|rendered|furnished|performed|filled|incurred|dispensed|supplied|purchased"
    r"|delivered|(?:services?"
    r"|claim|visit|surgery|procedure|charges|care)(?:\s+[\w'-]+){0,5}?)\s+(?:on|dated|from"
    r"|for\s+dates?\s+of\s+service)\s+)",
)
NOT_SERVED = Caseless(
    r"\b(?:request|appeal|letter|records?|notes?|form|approv\w+|starting|effective|reduc(?:es?|ed|ing)|submitted"
    r"|information|decision|notice|shows?|level"
    r"|(?:reviewed|processed|received|denied)\s+(?:your|the|this)\s+claims?\s+on)\b",
)
SERVICE_HEAD = Caseless(r"service|dates?\b|dos\b|admission|treatment|datum")
ASKED = Caseless(r"(?:received|requested|submitted|dated|asked|sent|ordered|rec'?d)\W*(?:on\W*)?$")
TIME = Caseless(r"[\s,]*(?:at\s+)?\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\b\.?|hrs|h|uhr)?\s*(?:[A-Z]{1,2}[SD]?T)?\s*$")
PRICED = re.compile(r"[$€£₹]\s?\d|\d[.,]\d{2}(?!\d)")
PLACE = re.compile(r"(?:[A-ZÄÖÜ][\wäöüß.-]+\s?){1,3},\s*(?:den\s+)?(?=\d)")
TELLS = Caseless(r"\b(?:by|on|date|dates|due|until|from|to|through|expected|effective|received|submitted|born|dob)$")
REFUSED = Caseless(r"denied|not\s+(?:paid|approved|covered|reimbursed)|rejected|declined")
PAID = Caseless(r"paid(?:\s+in\s+full)?|approved|reimbursed")  # a row that is not what the notice refuses
HEAD_LINES = 30
EDGE = 4  # lines at the head where a date may stand beside a department at the right edge
MAIL = 8  # lines of the head of an e-mail
MAILED = Caseless(r"(?:subject|betreff|from|von):\s")
SENT = Caseless(r"(?:sent|date|gesendet)")
FAXED = Caseless(r"\bfax(?:ed)?\b|\bpg\b|\bpage\b|\bP\.\s?\d")


def days(paper: Paper, *, european: bool, given: bool) -> Iterator[Field]:
    """Give notice_date, service_date and request_date where the notice states them.

    *given*: the notice may be about care already given, so that a day named beside it is the day of service.
    """
    for field in ("service_date", "request_date"):
        labelled = [dated for region in _regions(paper, field) for dated in _value(paper, region, european=european)]
        pattern = SERVED if field == "service_date" else RECEIVED
        said = [
            one
            for one in _said(paper, pattern, european=european)
            if field == "request_date" or not _about_papers(paper, one)
        ]
        chosen = labelled or said[:1]
        if field == "service_date":
            chosen = labelled + _tabled(paper, european=european) or _beside(paper, european=european) or chosen
            if not given and not labelled:
                chosen = []
        if field == "service_date":
            chosen = [one for one in chosen if not paid(paper, one.start)]
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
        until = UNTIL.match(paper.plain, found.end, region.end)
        last = dates.at(paper.plain, until.end(), region.end, european=european) if until else None
        if last and region.field == "service_date":
            yield last


UNTIL = Caseless(r"\s*(?:-|to|thru|through|until|bis)\s*")


def _about_papers(paper: Paper, dated: Dated) -> bool:
    if placed_at(paper, dated.start).zone in {Zone.RIGHTS, Zone.REVIEW, Zone.BOILERPLATE, Zone.TALK}:
        return True
    return bool(
        NOT_SERVED.search(paper.plain[max(paper.sentence_at(dated.start).start, dated.start - 60) : dated.start])
    )


def _beside(paper: Paper, *, european: bool) -> list[Dated]:
    """Give the date that follows the name of the service on its own line."""
    named = labelled(paper)
    if not named:
        return []
    line = paper.line_at(named[0])
    found = next(dates.dates(paper.plain, named[1], line.end, european=european), None)
    return [found] if found and not ASKED.search(paper.plain, named[1], found.start) else []


def paid(paper: Paper, at: int) -> bool:
    """Whether an offset is in a row that was paid, of a table of which others were refused."""
    every = [(row.line.start, [cell.text for _, cell in row.cells]) for row in rows(paper)]
    if not any(REFUSED.fullmatch(text) for _, cells in every for text in cells):
        return False
    line = paper.line_at(at).start
    return any(start == line and any(PAID.fullmatch(text) for text in cells) for start, cells in every)


def _tabled(paper: Paper, *, european: bool) -> list[Dated]:
    found = (
        dates.at(paper.plain, cell.start, cell.end, european=european)
        for row in rows(paper)
        for head, cell in row.cells
        if SERVICE_HEAD.search(head)
    )
    return [dated for dated in found if dated]


def _said(paper: Paper, pattern: Caseless, *, european: bool) -> list[Dated]:
    found = (
        dates.at(
            paper.plain,
            one.end() + 4 * paper.plain.startswith("the ", one.end()),
            min(one.end() + 30, len(paper.plain)),
            european=european,
        )
        for one in pattern.finditer(paper.plain)
    )
    return [dated for dated in found if dated]


def _notice(paper: Paper, *, european: bool) -> Dated | None:
    """Give the date that is the notice's own: by its label, or alone at the head as letters are dated."""
    ranked: list[tuple[int, int, Dated]] = []
    mailed = any(MAILED.match(line.text) for line in paper.lines[:MAIL])
    for region in _regions(paper, "notice_date"):
        if region.columned and PRICED.search(paper.line_at(region.start).text):
            continue  # the day of a purchase in a table of purchases
        rank = next((n for n, pattern in enumerate(RANK) if pattern.search(region.label)), len(RANK))
        if (
            mailed
            and SENT.fullmatch(region.label)
            and paper.line_at(region.start).start <= paper.lines[:MAIL][-1].start
        ):
            rank = 0
        ranked += [(rank, region.start, dated) for dated in _value(paper, region, european=european)]
    for at, line in enumerate(paper.lines[:HEAD_LINES]):
        introduced = at > 0 and paper.lines[at - 1].text.rstrip().endswith(":")
        edge = len(line.cells) == 3 and at < EDGE and not re.search(r"\d", "".join(one.text for one in line.cells[:2]))
        if not introduced and (len(line.cells) <= 2 or edge):
            ranked += [(1, one.start, one) for one in _alone(paper, line, european=european)]
    if not ranked and paper.lines and FAXED.search(paper.lines[0].text):
        # What bears no date of its own is dated by the machine that sent it.
        return next(dates.dates(paper.plain, paper.lines[0].start, paper.lines[0].end, european=european), None)
    return min(ranked, key=lambda one: one[:2])[2] if ranked else None


def _alone(paper: Paper, line: Line, *, european: bool) -> Iterator[Dated]:
    """Give the date that is all a cell holds, with or without the place it was written ("Köln, 12.03.2026")."""
    for cell in line.cells:
        if cell is not line.cells[0] and (label_only(line.cells[0].text) or TELLS.search(line.cells[0].text)):
            continue
        lead = PLACE.match(paper.plain, cell.start, cell.end) or LEAD.match(paper.plain, cell.start, cell.end)
        dated = dates.at(paper.plain, lead.end() if lead else cell.start, cell.end, european=european)
        left = paper.plain[dated.end : cell.end] if dated else ""
        if dated and (not left.strip(" .,") or (cell is line.cells[-1] and TIME.match(left))):
            yield dated
