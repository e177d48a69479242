"""Which day a note is of: dates that open a visit, told apart from birth dates, labelled or not."""

import re
from functools import lru_cache

from wellfounded.model.coding import PartialDate
from wellfounded.read.chart.dates import DATE, partial
from wellfounded.wire.caseless import small

HEADER = re.compile(
    r"\b(?:(?:patient(?: name)?|pt(?: name)?|name|member (?:id|no|number)|acct|account|fax|tel|phone|npi)\s*[:#.]"
    r"|d\.?o\.?b\b|date of birth|birth ?date|mrn\b|medical record|page \d+ of)",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"\b(?:date of (?:service|visit|encounter|exam(?:ination)?|evaluation|consult\w*|report|note)|dos|"
    r"(?:visit|encounter|service|exam|note|seen|eval(?:uation)?|report|clinic|appointment|session|letter|discharge|"
    r"consult\w*) ?date|date (?:seen|of)|visit|encounter|seen(?: on)?|date|dated|appointment|office visit|clinic visit|"
    r"follow[- ]?up|progress note|consultation|session|evaluation|telephone \w+|phone \w+|admission|printed|"
    r"(?:discharge|progress|therapy|treatment) (?:summary|report)|(?:procedure|operative|visit) (?:note|report)|"
    r"reviewed on|as of)\b[^\n\d)]{0,30}?(?:\)[\s:]*)?$",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"\b(?:visit|notes?|follow[- ]?up|encounter|progress|consult\w*|telephone|phone|office|clinic"
    r"|evaluation|seen|session|"
    r"telehealth|video|message|discharge|addendum|call|f/u|appt|(?:new|return|established) patient|annual|intake)\b"
    r"|\b(?-i:MD|DO|NP|PA-C|RN|APRN|FNP|DNP|PMHNP|LCSW|PhD|PsyD|DPT)\b",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"\b(?:signed|dictated|authenticated|transcribed|verified)\b", re.IGNORECASE)
_BIRTH = re.compile(r"(?:d\.?o\.?b\.?|birth(?:day| ?date)?|born|date of birth|\bb\.)\W*(?:on\s*)?$", re.IGNORECASE)
_NAME = re.compile(
    r"\b[A-Z][A-Za-z'\u2019-]+,[ \t]+[A-Z][A-Za-z'\u2019.-]+"
    r"|\b[A-Z][a-z]+[ \t]+(?:[A-Z]\.?[ \t]+)?[A-Z][a-z]+\b"
)
# "January 10 to April 25, 2022 - Phototherapy": what stands under it was written when the course had ended
_SINCE = re.compile(
    r"\W*(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?|\d{1,2}/\d{1,2}(?:/\d{2,4})?)\s*(?:to|through|-|\u2013|\u2014)\s*"
)
# "LUMBAR SPINE, STANDING    08/27/2026", "ECHO 11/03/2025  (R. Estes, MD)": the title of one report among several
_REPORT = re.compile(r"[-=*#\s]*(?=[^a-z]{4,70}$)[A-Z][^a-z]*[A-Z)][\s:]+$")
_READER = re.compile(r"\s*(?:\([^()]{0,60}\))?[-=*#\s]*$")
_COLUMN = re.compile(r"\s*(?:[A-Z][\w,/&()-]*(?:[ -](?:[\w,/&()-]+))*)\s{3,}$")  # a title, and its date at the margin
_SEEN = re.compile(r"\b(?:Seen|Reviewed|Examined|Evaluated|Date of (?:visit|service))\s+(?:on\s+|today,?\s+)?")
_ENTRY = re.compile(r"[ \t]*(?:[-*\u2022][ \t]+)?$")  # what stands before the day of an entry of a log
_ANOTHER = re.compile(r"\s*(?:and|&|,|;)\s+\d{1,2}[/-]\d")  # "seen 4/16/2026 and 6/15/2026": two visits looked back on
_PROSE = re.compile(r"[a-z]{3,}\s+[a-z]{2,}\s+[a-z]{2,}\s+[a-z]{2,}")
_RULE = re.compile(r"[ \t]*[-=_*]{10,}[ \t]*")
_LOG = 2  # dated lines that make a log
_TITLED = re.compile(r"\s*(?:[-:\u2013\u2014|]|\s{2}|$)")
_DIGIT = re.compile(r"\d")
_FULL = ("iso", "us", "mdy", "dmy")
_YEAR = 365  # days by which an unlabelled birth date lies before every visit


@lru_cache(maxsize=4096)
def full_dates(line: str) -> tuple[tuple[re.Match[str], PartialDate], ...]:
    """Give the dates of a line that are known to the day and carry their year."""
    if not _DIGIT.search(line):
        return ()
    found = ((match, partial(match)) for match in DATE.finditer(small(line)) if match.lastgroup in _FULL)
    return tuple((match, date) for match, date in found if date is not None and date.day is not None)


def births(text: str, lines: list[tuple[int, int]]) -> frozenset[PartialDate]:
    """Give the birth dates of a document: the labelled ones, else one by a name, far older than the notes."""
    held = [
        (text[start:end], *pair) for start, end in lines if end - start < 160 for pair in full_dates(text[start:end])
    ]
    labelled = frozenset(date for line, match, date in held if _BIRTH.search(line[: match.start()]))
    if labelled or not held:
        return labelled
    latest = max(date for _, _, date in held).earliest().toordinal()
    named = [date for line, match, date in held if match.start() < 70 and _NAME.search(line[: match.start()])]
    first = min(named, default=None)
    old = first is not None and latest - first.earliest().toordinal() > _YEAR and first == min(d for _, _, d in held)
    return frozenset({first}) if old and first is not None else frozenset()


def opens(line: str, known: PartialDate | None, born: frozenset[PartialDate]) -> PartialDate | None:
    """Give the day a line opens a new visit on; None where it opens none or names the day already known."""
    if len(line) > 140:
        return None
    found = full_dates(line)
    beside_birth = any(date in born for _, date in found) and _PROSE.search(line) is None
    for match, date in found:
        before, after = line[: match.start()], line[match.end() :]
        if date in born or _BIRTH.search(before):
            continue
        alone = before.strip(" \t#*=-\u2014\u2013[(|>") == "" and (
            not after.strip(" \t:.-\u2014\u2013=*])") or (len(after) < 90 and _NOTE.search(after[:50]) is not None)
        )
        labelled = (
            len(before) < 70
            and _OPENS.search(before) is not None
            and (HEADER.search(line) is not None or (len(line) < 90 and not re.search(r"\d", before)))
            and not _PROSE.search(before)
            and _ANOTHER.match(after) is None
        )
        titled = (_REPORT.match(before) is not None and _READER.match(after) is not None) or (
            _COLUMN.match(before) is not None and not after.strip(" -=*")
        )
        if alone or labelled or titled or beside_birth:
            return None if date == known else date
    return None


def course(line: str, known: PartialDate | None) -> PartialDate | None:
    """Give the last day of a course that a line heads, or None; the line itself tells of the course."""
    for match, date in full_dates(line) if len(line) < 140 else ():
        if _SINCE.fullmatch(line[: match.start()]) and _TITLED.match(line[match.end() :]):
            return None if date == known else date
    return None


def entries(text: str, lines: list[tuple[int, int]], born: frozenset[PartialDate]) -> dict[int, PartialDate]:
    """Give where each dated line of a log begins and its day; nothing where a date stands over the lines.

    A log is a document whose lines open with days in order and whose head names none: "03/06/2025  Sertraline 150 mg".
    A timeline within a note of a known day tells of the past, and opens no visit.
    """
    found: dict[int, PartialDate] = {}
    edge = None
    for start, end in lines:
        line = text[start:end]
        dated = full_dates(line) if end - start < 400 else ()
        opening = next((pair for pair in dated if _ENTRY.match(line[: pair[0].start()])), None)
        if opening is not None and opening[1] not in born and line[opening[0].end() :].strip(" \t:-"):
            indent = len(line) - len(line.lstrip())
            edge = indent if edge is None else edge
            if indent == edge:
                found[start] = opening[1]
        elif not found and any(day not in born for _, day in dated):
            return {}
    days = [day.earliest() for day in found.values()]
    ordered = days in (sorted(days), sorted(days, reverse=True))
    return found if len(set(days)) >= _LOG and ordered else {}


def first_day(text: str, lines: list[tuple[int, int]], born: frozenset[PartialDate]) -> PartialDate | None:
    """Give the day of the first note: as a header says, else the first date near the top, else a signature's."""
    head = _head(text, [(start, end) for start, end in lines if end > start][:14], born)
    for start, end in head:
        found = opens(text[start:end], None, born)
        if found is not None:
            return found
    for start, end in head:
        seen = _SEEN.search(text, start, end)
        day = next(iter(full_dates(text[seen.end() : end])), None) if seen else None
        if seen and day and day[1] not in born and not text[seen.end() : seen.end() + day[0].start()].strip(" :"):
            return day[1]
    for wanted in (head, lines):
        for start, end in wanted:
            line = text[start:end]
            if wanted is lines and not _SIGNED.search(line):
                continue
            for match, date in full_dates(line):
                if date not in born and not _BIRTH.search(line[: match.start()]):
                    return date
    return None


def _head(text: str, lines: list[tuple[int, int]], born: frozenset[PartialDate]) -> list[tuple[int, int]]:
    """Give the lines of the first note's head: a rule across the page below a date begins another paper."""
    dated = False
    for i, (start, end) in enumerate(lines):
        if dated and _RULE.fullmatch(text[start:end]):
            return lines[:i]
        dated = dated or any(day not in born for _, day in full_dates(text[start:end]))
    return lines
