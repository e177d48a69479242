"""Days used of days counted, visits attended of visits scheduled: the counts a log or a device download states."""

import re
from collections.abc import Iterator
from dataclasses import replace

from wellfounded.model.coding import PartialDate, Period
from wellfounded.model.document import Document
from wellfounded.model.evidence import Assertion, Evidence, EvidenceKind
from wellfounded.model.use import Tally
from wellfounded.read.chart import dates
from wellfounded.read.chart.dates import DATE
from wellfounded.read.chart.lexicon import Lexicon
from wellfounded.read.chart.outline import Outline
from wellfounded.read.chart.records.lines import Line, lines
from wellfounded.read.chart.tokens import tokens
from wellfounded.wire.caseless import small

_CUE = (
    r"(?:days?|nights?|sessions?|visits?|doses?|treatments?)\s+(?:with\s+)?(?:device\s+)?(?:used|usage|use|attended|taken"
    r"|worn|kept|completed|given)|usage(?:\s+days)?|used|attended|attendance|kept|completed|compliance|compliant"
    r"|adherence|adherent|taken|worn|wore|sessions|participated|delivered"
)
_UNIT = r"(?P<unit>scheduled|ordered|planned|booked|days|nights|visits|sessions|doses|appointments|treatments|classes)"
_HOURS = r"\d+(?:\.\d+)?\s*(?:h(?:ou)?rs?|h)\b"
_LEAST = re.compile(
    r"(?:>=|>|\u2265|at least|more than|over)\s*(?P<h>\d+(?:\.\d+)?)\s*(?:h(?:ou)?rs?|h)\b", re.IGNORECASE
)
_OF = re.compile(
    rf"\b(?P<cue>{_CUE})\b[^\d\n]{{0,40}}?(?:(?:>=|>|\u2265|at least|over)\s*{_HOURS}[^\d\n]{{0,30}})?"
    r"(?P<n>\d{1,4})(?P<own>\s+(?:days|nights|visits|sessions|doses|appointments|treatments))?"
    rf"\s*(?:/|of(?: the)?|out of)\s*(?P<of>\d{{1,4}})(?![\d/.-])\s*(?:\w+\s+)??(?:{_UNIT}\b)?",
    re.IGNORECASE,
)
_PLAIN = re.compile(
    rf"(?:(?:>=|>|\u2265|at least)\s*{_HOURS}[^\d\n]{{0,12}})?(?<![\d/.-])(?P<n>\d{{1,3}})\s+(?:of|out of)\s+"
    r"(?P<of>\d{1,3})\s+(?P<unit>days|nights|visits|sessions|doses|appointments)\b",
    re.IGNORECASE,
)
_OF_USE = re.compile(
    r"\b(?:program|exercises?|brac(?:e|es|ing)|splint|wear\w*|stockings?|pump|machine|device|mask|use[sd]?|using|download"
    r"|compliance|adheren\w+|log)\b",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"\bscheduled:?\s+(?P<of>\d{1,3})\b[^\n\d]{0,24}\battended:?\s+(?P<n>\d{1,3})\b"
    r"|\battended:?\s+(?P<n2>\d{1,3})\b[^\n\d]{0,24}\bscheduled:?\s+(?P<of2>\d{1,3})\b",
    re.IGNORECASE,
)
_PERCENT = re.compile(
    r"\b(?:percent(?:age)?|%)(?: of)? (?P<unit>days|nights)\b[^\n\d]{0,24}?(?:>=|>|\u2265|at least)\s*"
    r"(?P<h>\d+(?:\.\d+)?)\s*(?:h(?:ou)?rs?|h)\b\D{0,24}(?P<n>\d{1,3}(?:\.\d+)?)\s*%",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\s*(?:\d{1,2}/\d{1,2}\S*)\s*(?:-|\u2013|to)\s*(?:\d{1,2}/\d{1,2}\S*?):?\s+(?P<n>\d{1,4}) of (?P<of>\d{1,4})\b"
)
_COUNTED = re.compile(
    r"\s*(?:scheduled |planned )?(?:days|nights|visits|sessions|doses|treatments|appointments)\b", re.IGNORECASE
)
_HOUR = re.compile(rf"(?:>=|>|\u2265|at least)\s*{_HOURS}", re.IGNORECASE)
_NOT = re.compile(  # a count of these is no count of use
    r"\b(?:headaches?|migraines?|pain|seizures?|symptom\w*|episodes?|attacks?|vomit\w*|awaken\w*|goals?|criteria|points?"
    r"|score|page|target|ask\w*|must|require\w*|policy)\b",
    re.IGNORECASE,
)
_RULE = re.compile(r"\s*(?:[-=_*]\s?){5,}")
_TITLE = re.compile(r"\b(?:report|download|device|usage|machine|system|loaner|program)\b", re.IGNORECASE)
MOST = 200  # lines above a count, beyond which no line names what it is of
_BACK = 14  # lines above a count that may name its device or therapy, and its period
_PERIOD = 2  # days that a period is between


def tallies(document: Document, lexicon: Lexicon, cut: Outline) -> Iterator[Evidence]:
    """Give every count of use; a goal that was met and a score out of ten are none."""
    before, last = list[Line](), -99
    for n, line in enumerate(lines(document.text)):
        found = _tally(line, near=n - last <= 3)
        if found is not None and found[0].of > 0 and 0 <= found[0].n <= found[0].of:
            last = n
            held, start, end = found
            held = replace(held, period=_period(document.text, [*before[-_BACK:], line], cut.at(line.start)))
            name = named([*before, Line(line.text[: start + 1], line.start)], lexicon)
            quote = document.quote(line.start + start, line.start + end)
            yield Evidence(
                EvidenceKind.USE,
                name,
                quote,
                statement=" ".join(line.text.split()),
                on=held.period.end,
                assertion=Assertion(time="historical"),
                written=cut.at(line.start),
                use=held,
            )
        before.append(line)


def _tally(line: Line, *, near: bool) -> tuple[Tally, int, int] | None:
    text = _undated(line.text)
    if (both := _BOTH.search(text)) is not None:
        n, of = both["n"] or both["n2"], both["of"] or both["of2"]
        return Tally(float(n), float(of), "visits"), both.start(), both.end()
    if (share := _PERCENT.search(text)) is not None:
        held = Tally(float(share["n"]), 100.0, f"percent of {share['unit'].lower()}", least=f"{share['h']} hours")
        return held, share.start(), share.end()
    found = _OF.search(text)
    if found is not None and not _NOT.search(text[: found.end()]):
        least = _LEAST.search(text[: found.start("n")]) or _LEAST.match(text[found.end() :].lstrip(" ,(with"))
        said = (found["own"] or found["unit"] or "").strip().lower()
        unit = said if said.endswith("s") and said != "classes" else _unit(found["cue"], text)
        held = Tally(float(found["n"]), float(found["of"]), unit, least=f"{least['h']} hours" if least else "")
        return held, found.start(), found.end()
    bare = _PLAIN.search(text) if _OF_USE.search(text) or _HOUR.search(text) else None
    if bare is not None and not _NOT.search(text[max(0, bare.start() - 40) : bare.start()]):
        least = _LEAST.match(bare[0])
        held = Tally(
            float(bare["n"]), float(bare["of"]), bare["unit"].lower(), least=f"{least['h']} hours" if least else ""
        )
        return held, bare.start(), bare.end()
    part = _PART.match(line.text) if near else None
    if part is not None:
        return Tally(float(part["n"]), float(part["of"]), "days"), part.start(), part.end()
    return None


def _undated(text: str) -> str:
    """Give a line with its days blotted out, but for "28/30 days", which is a count."""
    return DATE.sub(
        lambda day: day.group() if _COUNTED.match(text[day.end() :]) else " " * len(day.group()), small(text)
    )


def _unit(cue: str, text: str) -> str:
    for name in ("nights", "days", "doses", "sessions", "visits"):
        if name in cue.lower():
            return name
    if re.search(r"\battend\w*|\bkept\b", cue, re.IGNORECASE):
        return "visits"
    return "nights" if re.search(r"\bnight", text, re.IGNORECASE) else "days"


def _period(text: str, held: list[Line], near: PartialDate | None) -> Period:
    """Give the nearest two days that stand on one line, the count's own line first."""
    year = near
    for line in reversed(held):
        found = [day.date for day in dates.dates(text, line.start, line.end, year)]
        exact = [day for day in found if day.day is not None]
        if len(exact) >= _PERIOD and exact[0] < exact[1]:
            return Period(exact[0], exact[1])
    return Period()


def named(held: list[Line], lexicon: Lexicon) -> str:
    """Give the device or therapy named nearest above a count in its own part of the paper; else the part's title."""
    titles = list[str]()
    for line in reversed(held[-MOST:]):
        if _RULE.fullmatch(line.text):
            break
        toks = tokens(line.text)
        for i in range(len(toks)):
            hit = lexicon.at(toks, i)
            if hit is not None and hit[1].what == "treatment":
                return hit[1].ingredient
        if _TITLE.search(line.text):
            titles.append(re.split(r"\s{3,}", line.text.strip())[0])
    head = next((re.split(r"\s{2,}", line.text.strip())[0] for line in held if not line.blank), "")
    return (titles[-1] if titles else head).lower()
