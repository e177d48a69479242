"""What the notice itself says about time, counted as far as its starting day is known."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from wellfounded.law.calendar import UNITS, Holidays, add
from wellfounded.law.events import Happened, happened
from wellfounded.law.holidays import UNITED_STATES
from wellfounded.law.sums import added, both
from wellfounded.model.basis import Citation, Derivation, Fact, Quote
from wellfounded.model.case import Case
from wellfounded.model.coding import Duration
from wellfounded.model.determination import REFUSALS, Field, Kind, PeerToPeer, Reading, Window
from wellfounded.model.stage import dated, noticed

WINDOWS = ("appeal_window", "route_window")
NOTICE = "notice"  # the tier of what a notice says of itself
LATER = ("external_review", "fair_hearing", "court", "ombudsman", "regulator")  # these follow the plan's last decision
SINCE = {
    "receipt": "receipt of the notice",
    "document_date": "the date of the notice",
    "mailing": "the day the notice was sent",
    "service_date": "the date of service",
    "final_decision": "the final internal decision",
}
SPAN = re.compile(r"(\d+)\s+((?:business |working |calendar )?(?:day|week|month|hour|year)s?)", re.IGNORECASE)
DAY_BEFORE = re.compile(
    r"\bday\s+before\s+(?:the\s+)?(?:effective|your|coverage|care|services?|it|that)\b", re.IGNORECASE
)
NOON = re.compile(r"\bnoon\b", re.IGNORECASE)
FROM_DATE = re.compile(
    r"date (?:of|on) (?:this|the)|(?:of|from|after) (?:this|the) (?:date|notice|letter)|dated|notice", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Stated:
    """One time limit as a notice states it."""

    route: str
    rule: str
    trigger: str
    since: str  # receipt, document_date, ...; empty where the notice does not say
    within: str  # "180 days"; empty where it names a day
    due: Fact[date] | None
    safe: Fact[date] | None
    citation: Citation
    sums: str = ""  # how its days were counted

    @property
    def day(self) -> Fact[date] | None:
        """The day it comes to, as far as the notice and the dates tell."""
        return self.due or self.safe


def stated(case: Case, after: dict[str, str]) -> Iterator[Stated]:
    """Give each time limit of the latest refusal, and of a later request for information that is still open.

    *after* says which event the law lets each route run from: a notice of a first denial often states the time of a
    hearing or an external review that begins with a later decision.
    """
    refusal = case.reading(*REFUSALS)
    if refusal is not None:
        said = [each for field in refusal.fields for each in _stated(case, refusal, field, after)]
        yield from {(each.route, each.within or each.rule): each for each in reversed(said)}.values()
    asked = case.reading(Kind.PEND, Kind.INFORMATION_REQUEST)
    if asked is not None and (refusal is None or asked.text("notice_date") > refusal.text("notice_date")):
        for field in asked.fields:
            if field.name == "response_due" and isinstance(field.value, date):
                yield _named("response", asked, field, field.value)


def _stated(case: Case, reading: Reading, field: Field, after: dict[str, str]) -> Iterator[Stated]:
    value = field.value
    if field.name in WINDOWS and isinstance(value, Window):
        yield _window(case, reading, field, value, after)
    elif field.name == "appeal_deadline" and isinstance(value, date):
        yield _named("appeal", reading, field, value)
    elif field.name == "services_end" and isinstance(value, date):
        yield from _before_the_end(case, reading, field, value)
    elif field.name == "peer_to_peer" and isinstance(value, PeerToPeer):
        window = _peer_to_peer(f"{value.window} {_behind(case, field)}")
        if window is not None:
            yield _window(case, reading, field, window, after)


def _named(route: str, reading: Reading, field: Field, value: date) -> Stated:
    day = Fact(value, field.basis)
    return Stated(
        route, f"the last day named, {value}", "the day the notice names", "", "", day, day, _cited(reading, field)
    )


def _before_the_end(case: Case, reading: Reading, field: Field, ends: date) -> Iterator[Stated]:
    """Give the fast review that a notice offers until the day before care ends, where it says so in these words."""
    try:
        text = case.document(field.basis.at.source).text
    except KeyError:
        return
    if DAY_BEFORE.search(text):
        day = Fact(ends - timedelta(days=1), Derivation("notice#fast_appeal", (field.basis,)))
        rule = "noon of the day before care ends" if NOON.search(text) else "the day before care ends"
        cited = _cited(reading, field)
        yield Stated("fast_appeal", rule, "the day on which care ends", "", "", day, day, cited)


def _behind(case: Case, field: Field) -> str:
    """Give the words that follow a value in its own sentence: they may say what the time counts from."""
    try:
        text = case.document(field.basis.at.source).text
    except KeyError:
        return ""
    return re.split(r"[.;]\s", text[field.basis.at.end : field.basis.at.end + 100], maxsplit=1)[0]


def _peer_to_peer(words: str) -> Window | None:
    found = SPAN.search(words)
    if found is None:
        return None
    since = "receipt" if re.search(r"recei", words) else "document_date" if FROM_DATE.search(words) else None
    unit = found[2].lower().replace(" ", "_").replace("working", "business").replace("calendar_", "")
    return Window(int(found[1]), unit if unit.endswith("s") else f"{unit}s", since, "peer_to_peer")


def _window(case: Case, reading: Reading, field: Field, window: Window, after: dict[str, str]) -> Stated:
    since = window.since or ""
    begins = after.get(window.route) or ("final_denial" if window.route in LATER else "denial")
    follows = since == "final_decision" or begins != "denial"
    event = happened(case, "final_denial" if follows else noticed(case)[0])
    length = Duration(window.n, window.unit) if window.unit in UNITS else None
    trigger = SINCE["final_decision"] if follows else SINCE.get(since, "the notice")
    within = f"{window.n} {window.unit}"
    length_said = str(Duration(window.n, window.unit))
    legal = _begins(event, since)
    early = min((fact for fact in (event.dated, event.received) if fact), key=lambda fact: fact.value, default=None)
    due = _counted(legal, length, window, field)
    safe = _counted(early, length, window, field, holidays=())  # a holiday of ours may be a working day of the plan's
    return Stated(
        window.route,
        f"{length_said} after {trigger}",
        trigger,
        since,
        within,
        due,
        safe,
        _cited(reading, field),
        both(
            *(
                added(begins.value, within, day.value) if begins and day else ""
                for begins, day in ((legal, due), (early, safe))
            )
        ),
    )


def _begins(event: Happened, since: str) -> Fact[date] | None:
    """Give the fact a stated time begins on, where the notice says which it is."""
    if since == "receipt":
        return event.received
    return event.dated if since in ("document_date", "mailing", "final_decision") else None


def _counted(
    begins: Fact[date] | None,
    length: Duration | None,
    window: Window,
    field: Field,
    holidays: Holidays = UNITED_STATES,
) -> Fact[date] | None:
    if begins is None or length is None:
        return None
    day = add(begins.value, length, holidays=holidays)
    return Fact(day, Derivation(f"notice#{window.route}", (begins.basis, field.basis)))


def _cited(reading: Reading, field: Field) -> Citation:
    when = dated(reading)
    name = f"the notice of {when.value}" if when else "the notice"
    quote = field.basis if isinstance(field.basis, Quote) else None
    return Citation(name, "", when.value if when else date.min, NOTICE, "", quote)
