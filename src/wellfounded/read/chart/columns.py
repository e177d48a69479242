"""A table of treatments read by its header: which cell is the dose, the start, the end, the status, the result."""

import re
from dataclasses import dataclass, field

from wellfounded.model.coding import Duration, PartialDate
from wellfounded.read.chart import dates
from wellfounded.read.chart.mention import Mention
from wellfounded.read.chart.outline import Unit

_PARTS = re.compile(r"\s*\|\s*|\t+|\s{2,}")
_ROLES = tuple(
    (role, re.compile(pattern, re.IGNORECASE))
    for role, pattern in (
        (
            "agent",
            (
                r"(?:prior |previous |past )?(?:medication|drug|agent|treatment|therap(?:y|ies)|medicine|name"
                r"|intervention|product|modality|generic)s?(?: name| tried)?"
            ),
        ),
        (
            "start",
            (
                r"(?:date )?(?:start(?:ed)?|begun|began|initiated|from|first filled|onset|effective)(?: date)?"
                r"|start date|date started"
            ),
        ),
        (
            "stop",
            (
                r"(?:date )?(?:stop(?:ped)?|end(?:ed)?|discontinued|d/?c(?:'?d)?|to|until|last filled)(?: date)?"
                r"|stop date|end date|date stopped"
            ),
        ),
        ("status", r"status|active\??|current\??|filled\??"),
        (
            "dose",
            (
                r"(?:max(?:imum)? |highest |top )?(?:dose|dosage|strength|sig|directions|regimen)(?: reached| "
                r"tried)?"
            ),
        ),
        ("length", r"duration|length(?: of trial)?|how long|time (?:on|tried)|weeks|months"),
        (
            "dates",
            (
                r"dates?(?: tried| of use| used| taken)?|when|period|year|years|(?:from|start(?:ed)?|begun|began)\s*"
                r"(?:-|\u2013|/|to|through|and)+\s*(?:to|end(?:ed)?|stop(?:ped)?|until)"
            ),
        ),
        (
            "result",
            (
                r"(?:outcome|result|response|effect|comments?|notes?|reaction|efficacy|tolerability|reason(?: "
                r"stopped| for stopping| discontinued| d/c)?|why stopped|clinical response).*"
            ),
        ),
    )
)
_RUNNING = re.compile(r"\b(?:active|current|ongoing|taking|present|yes|continu\w+|now)\b", re.IGNORECASE)
_ENDED = re.compile(
    (
        r"\b(?:completed?|discontinued|inactive|stopped|past|d/?c'?d?|ended|no longer|suspended|former|historical"
        r"|no)\b"
    ),
    re.IGNORECASE,
)
# What a cell under "Response" says in a word: of a gain, of a little, of none.
_UNITS = re.compile(r"(?P<unit>weeks?|wks?|months?|mos?|days?)", re.IGNORECASE)
_LONG = {"w": "weeks", "m": "months", "d": "days"}
_BARE = re.compile(r"\s*(?:~|about\s+|x\s*)?(?P<n>\d{1,3})\+?\s*")
_ASKS_EFFECT = re.compile(r"\b(?:outcome|result|response|effect\w*|efficacy|benefit)\b", re.IGNORECASE)
_NO_GAIN = re.compile(
    r"^(?:none|nil|no|nothing|zero|0|poor|lacking|absent|negative|unhelpful)\b"
    r"(?! (?:side|adverse|toxicity|problem|complaint|reaction))"
    r"|\b(?:then|but|later) (?:nothing|none|gone|lost|no longer)\b",
    re.IGNORECASE,
)
_LITTLE = re.compile(
    r"^(?:slight|partial|minimal|mild|some|modest|little|limited|incomplete|fair|a bit)\b", re.IGNORECASE
)
_GAIN = re.compile(r"^(?:good|excellent|full|complete|remission|very good|great)\b", re.IGNORECASE)
_MONTHS = re.compile(
    r"(?P<first>[A-Z][a-z]{2,8})\.?\s*(?:-|\u2013|to|through)\s*(?P<last>[A-Z][a-z]{2,8}\.?)\s+(?P<year>(?:19|20)\d\d)"
)
_NOT = re.compile(r"\b(?:never|not (?:taken|started|filled)|returned|rts|cancel+ed|unfilled|declined)\b", re.IGNORECASE)


@dataclass(slots=True)
class Table:
    """The roles of the columns in hand."""

    roles: list[str] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)
    places: list[int] = field(default_factory=list)  # where each column begins in its line
    paragraph: int = -1

    def take(self, text: str, unit: Unit, found: list[Mention], note: PartialDate | None) -> None:
        """Read one unit: a header sets the roles, a row under it gives its cells to its mention."""
        if unit.kind != "row" or unit.paragraph != self.paragraph:
            self.roles = []
        if unit.kind != "row":
            return
        self.paragraph = unit.paragraph
        cells = _cells(text, unit)
        roles = [_role(text[start:end]) for start, end in cells]
        starts = [start - unit.start for start, _ in cells]
        if not found and sum(role != "" for role in roles) >= 2 and "agent" in roles:
            self.roles, self.places = roles, starts
            self.heads = [text[start:end] for start, end in cells]
        elif len(found) == 1 and self.roles:
            for at, (start, end) in zip(self._columns(starts), cells, strict=True):
                _give(text, found[0], self.roles[at], start, end, note)
                _told(text, found[0], self.roles[at], self.heads[at], start, end)

    def _columns(self, starts: list[int]) -> list[int]:
        """Give the column of each cell: in order where none is empty, else the one that begins nearest."""
        if len(starts) == len(self.roles):
            return list(range(len(starts)))
        return [min(range(len(self.places)), key=lambda i: abs(self.places[i] - start)) for start in starts]


def _cells(text: str, unit: Unit) -> list[tuple[int, int]]:
    spans, at = [], unit.start
    for part in _PARTS.finditer(text, unit.start, unit.end):
        spans.append((at, part.start()))
        at = part.end()
    spans.append((at, unit.end))
    edge = [span for span in spans if text[span[0] : span[1]].strip()]
    return (
        edge
        if "|" not in text[unit.start : unit.end]
        else [s for s in spans if s[0] < s[1] or s not in {spans[0], spans[-1]}]
    )


def _role(cell: str) -> str:
    words = cell.strip(" *_#:").strip()
    return next((role for role, pattern in _ROLES if pattern.fullmatch(words)), "")


def _give(text: str, mention: Mention, role: str, start: int, end: int, note: PartialDate | None) -> None:
    cell = text[start:end]
    when = dates.dates(text, start, end, note)
    if role == "start" and when:
        mention.started = when[0].date
    elif role == "stop":
        mention.stopped = when[0].date if when else mention.stopped
        if when or _ENDED.search(cell):
            mention.take("stop", start, end)
        elif _RUNNING.search(cell):
            mention.take("current", start, end)
    elif role == "dates" and len(when) == 2:
        mention.started, mention.stopped = when[0].date, when[1].date
    elif role == "dates" and (spell := _MONTHS.search(cell)):  # "Feb - Apr 2025": one year for both
        first = dates.month_of(spell["first"].lower())
        last = dates.month_of(spell["last"].lower())
        if first and last and first <= last:
            mention.started = PartialDate(int(spell["year"]), first)
            mention.stopped = PartialDate(int(spell["year"]), last)
    elif role == "dates" and when and _RUNNING.search(cell):
        mention.started, mention.stopped = when[0].date, None
        mention.take("current", start, end)
    elif role == "status" and cell.strip():
        means = (
            "never"
            if _NOT.search(cell)
            else "stop"
            if _ENDED.search(cell)
            else "current"
            if _RUNNING.search(cell)
            else ""
        )
        if means:
            mention.take(means, start, end)
    elif role == "result" and not mention.reason and mention.has("stop", "harm", "result", "fail"):
        mention.reason = " ".join(cell.split())
    mention.reach(start, end)


def _told(text: str, mention: Mention, role: str, head: str, start: int, end: int) -> None:
    """Read a bare number under "Weeks" as a length, and a bare word under "Response" as what came of it."""
    cell = text[start:end].strip()
    unit = _UNITS.search(head) if role == "length" else None
    if unit and (bare := _BARE.fullmatch(cell)):
        mention.lengths.append(Duration(float(bare["n"]), _LONG[unit["unit"][0].lower()]))
    if role != "result" or not _ASKS_EFFECT.search(head) or mention.has("fail", "loss", "partial", "effective"):
        return
    for means, words in (("fail", _NO_GAIN), ("partial", _LITTLE), ("effective", _GAIN)):
        if words.search(cell):
            mention.take(means, start, end)
            return
