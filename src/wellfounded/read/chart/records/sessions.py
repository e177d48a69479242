"""Sessions of a course of therapy, each on its day: kept or missed, as an attendance log lists them."""

import re
from collections.abc import Iterator

from wellfounded.model.coding import PartialDate
from wellfounded.model.document import Document
from wellfounded.model.evidence import Assertion, Evidence, EvidenceKind
from wellfounded.model.use import Session
from wellfounded.read.chart import dates
from wellfounded.read.chart.lexicon import Lexicon
from wellfounded.read.chart.outline import Outline
from wellfounded.read.chart.records.lines import Line, lines
from wellfounded.read.chart.records.tallies import named

_LOG = re.compile(
    r"\b(?:attendance|attended|sessions?|sign[- ]?in|visit (?:log|history|record|dates)|appointments?|flow ?sheet)\b",
    re.IGNORECASE,
)
_OPENS = re.compile(r"\s*(?:(?:visit|session|#)?\s*#?\d{1,2}[.):]?\s+)?(?=\d{1,4}[/-]\d|[A-Z][a-z]{2,8} \d)")
_MISSED = re.compile(
    r"\bno[- ]?show\w*|\bcancel\w*|\bcanc\b|\bcx\b|\bc/x\b|\bmissed\b|\babsent\b|\bDNA\b|\bresched\w*"
    r"|\bdid not attend\b|\bnot seen\b|\bclinic closed\b|\bn/s\b|\bLCX\b",
    re.IGNORECASE,
)
_KEPT = re.compile(
    r"\battended\b|\bpresent\b|\bcompleted\b|\bkept\b|\barrived\b|\bshowed\b|\bseen\b|\b\d{2,3} ?min\w*\b|\bunits?\b"
    r"|\b97\d{3}\b|\b908\d\d\b|\b925\d\d\b|\btolerated\b",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"\b(?:attended(?:\s+\d{1,3})?|(?:visits?|sessions?|session dates?|dates of service|seen|dates attended)(?:\s+on)?)"
    r"(?P<gap>[^\d\n:]{0,24}?\([^()\n]{0,60}\))?[^\d\n:;.]{0,24}[:\s]\s*(?=\d{1,2}/\d)",
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"\s*(?:missed|cancelled|canceled|absences|no[- ]shows?)(?: (?:visits|sessions))?\s*:?\s*$", re.IGNORECASE
)
_DATES = re.compile(
    r"\b(?:session|visit|attendance)s? dates?\b[^\n]*:\s*$|\bdates (?:attended|of visits)\s*:\s*$", re.IGNORECASE
)
_RUN = re.compile(r"[\s,;&]*(?:and\s+)?", re.IGNORECASE)
LEAST = 3  # dated lines, or days in a row, that are a log
ABOVE = 6  # lines over a log that say what it is


def sessions(document: Document, lexicon: Lexicon, cut: Outline, taken: set[int]) -> Iterator[Evidence]:
    """Give each session of each log, its day quoted with its line; lines of fills and doses, in *taken*, are none."""
    held = list(lines(document.text))
    run: list[tuple[Line, dates.Dated]] = []
    opened, lost = 0, -1
    latest = _latest(document, cut)
    for n, line in enumerate([*held, Line("", len(document.text))]):
        near = latest or cut.at(line.start)
        day = _opens(document.text, line, near) if line.start not in taken else None
        if day is not None:
            opened = opened if run else n
            run.append((line, day))
        elif not line.blank and run and not line.text[:1].isspace():
            yield from _log(document, run, held[max(0, opened - ABOVE) : opened], lexicon)
            run = []
        if n == len(held):
            yield from _log(document, run, held[max(0, opened - ABOVE) : opened], lexicon)
        lost = n if _HEAD.match(line.text) else lost if line.blank or line.text[:1].isspace() else -1
        before = held[n - 1] if 0 < n < len(held) else Line("", 0)
        heads = bool(_DATES.search(before.text))
        if lost >= 0 or heads or _LISTED.search(line.text):
            above = held[: lost if lost >= 0 else n + 1]
            yield from _listed(document, line, above, lexicon, near, missed=lost >= 0)


def _latest(document: Document, cut: Outline) -> PartialDate | None:
    """Give the latest whole day of a paper that is one record: it lends its year to days that have none."""
    if len(cut.visits) > 1:
        return None
    held = [day.date for day in dates.dates(document.text, 0, len(document.text)) if day.date.day is not None]
    return max(held, default=None)


def _opens(text: str, line: Line, near: PartialDate | None) -> dates.Dated | None:
    lead = _OPENS.match(line.text)
    day = next(iter(dates.dates(text, line.start, line.end, near)), None) if lead else None
    if lead is None or day is None or day.date.day is None or day.start != line.start + lead.end():
        return None
    return day


def _log(
    document: Document, run: list[tuple[Line, dates.Dated]], above: list[Line], lexicon: Lexicon
) -> Iterator[Evidence]:
    said = [line for line in above if not line.blank]
    told = sum(bool(_MISSED.search(line.text) or _KEPT.search(line.text)) for line, _ in run)
    if len(run) < LEAST or not any(_LOG.search(line.text) for line in said) or told < len(run) / 2:
        return
    name = named(said, lexicon)
    for line, day in run:
        rest = line.text[day.end - line.start :]
        lost = _MISSED.search(rest[:60])
        if lost or _KEPT.search(rest):
            yield _session(document, name, day, line.start, line.end, " ".join(rest.split()) if lost else "", not lost)


def _listed(
    document: Document,
    line: Line,
    above: list[Line],
    lexicon: Lexicon,
    near: PartialDate | None,
    *,
    missed: bool,
) -> Iterator[Evidence]:
    """Give the days in a row after "attended 7:", or under a head of dates, or of missed ones with their reason."""
    cue = _LISTED.search(line.text)
    at = line.start + (cue.end() if cue else len(line.text) - len(line.text.lstrip()))
    days = list[dates.Dated]()
    for day in dates.dates(document.text, at, line.end, near):
        if day.date.day is None or not _RUN.fullmatch(document.text[at : day.start]):
            break
        days.append(day)
        at = day.end
    if len(days) < (1 if missed else LEAST):
        return
    why = " ".join(document.text[at : line.end].split()) if missed else ""
    for day in days:
        yield _session(document, named(above, lexicon), day, day.start, day.end, why, not missed)


def _session(
    document: Document,
    name: str,
    day: dates.Dated,
    start: int,
    end: int,
    why: str,
    attended: bool,  # noqa: FBT001 - a fact of the row, and no switch
) -> Evidence:
    quote = document.quote(start, end)
    return Evidence(
        EvidenceKind.SESSION,
        name,
        quote,
        statement=" ".join(quote.exact.split()),
        on=day.date,
        assertion=Assertion("affirmed" if attended else "negated", "historical"),
        written=day.date,
        use=Session(name, attended, why),
    )
