"""What the notice itself says about time, beside what the law gives: the earlier governs the safe date."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce

from wellfounded.law.calendar import UNITS, add
from wellfounded.law.events import Happened, happened
from wellfounded.law.past import after
from wellfounded.model.basis import Citation, Derivation, Fact, Quote
from wellfounded.model.case import Case
from wellfounded.model.coding import Duration
from wellfounded.model.determination import REFUSALS, Field, PeerToPeer, Window
from wellfounded.model.law import Deadline

NOTICE = "notice"
ROUTES = {  # route of a stated window: what is to be done
    "appeal": "file the appeal",
    "expedited_appeal": "ask for the expedited appeal",
    "external_review": "ask for external review",
    "fair_hearing": "ask for a state fair hearing",
    "continuation": "ask that services continue during the appeal",
    "peer_to_peer": "call the plan's reviewer for the peer-to-peer discussion",
    "corrected_claim": "send the corrected claim",
    "response": "send the information asked for",
    "court": "file suit",
    "ombudsman": "complain to the ombudsman",
    "regulator": "go to the regulator",
    "grievance": "file the grievance",
}
LATER = ("external_review", "fair_hearing", "court", "ombudsman", "regulator")  # these follow the plan's last decision
ONE_FIRST_STEP = ("internal_appeal", "reconsideration", "redetermination", "plan_appeal", "appeal")
SINCE = {
    "receipt": "receipt of the notice",
    "document_date": "the date of the notice",
    "mailing": "the day the notice was sent",
    "service_date": "the date of service",
    "final_decision": "the final internal decision",
}
SPAN = re.compile(r"(\d+)\s+((?:business |working |calendar )?(?:day|week|month|hour|year)s?)", re.IGNORECASE)
FROM_DATE = re.compile(
    r"date (?:of|on) (?:this|the)|(?:of|from|after) (?:this|the) (?:date|notice|letter)|dated|notice", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Stated:
    """One time limit as the notice states it, counted as far as its starting day is known."""

    route: str
    rule: str
    trigger: str
    due: Fact[date] | None
    safe: Fact[date] | None
    quote: Quote


def beside(case: Case, lawful: tuple[Deadline, ...], on: date) -> Iterator[Deadline]:
    """Give the lawful deadlines, each compared with what the notice states for it, and the stated ones that differ."""
    stated = tuple(_stated(case))
    for deadline in lawful:
        mine = (each for each in stated if _same_route(each.route, deadline))
        yield reduce(_compared, mine, deadline)
    for each in stated:
        twins = [deadline for deadline in lawful if _same_route(each.route, deadline)]
        if not any(_agree(each, deadline) for deadline in twins):
            yield after(_own(case, each, twins[0].level if twins else ""), "", case, on)


def _same_route(route: str, deadline: Deadline) -> bool:
    if deadline.whose != "ours":
        return False
    return deadline.level in ONE_FIRST_STEP if route == "appeal" else deadline.level == route


def _agree(each: Stated, deadline: Deadline) -> bool:
    day, law = each.due or each.safe, deadline.due or deadline.safe
    return day is None or (law is not None and day.value == law.value)


def _compared(deadline: Deadline, each: Stated) -> Deadline:
    if _agree(each, deadline):
        return deadline
    day = each.due or each.safe
    law = deadline.due or deadline.safe
    assert day is not None  # noqa: S101 - a stated time that has no day agrees with every law
    known = f"the law gives {law.value}" if law else "the legal date is not known"
    note = f"The notice states {each.rule}, so {day.value}; {known}. Act by the earlier."
    safe = deadline.safe if deadline.safe and deadline.safe.value <= day.value else day
    return replace(deadline, safe=safe, note=f"{note} {deadline.note}".strip())


def _own(case: Case, each: Stated, level: str) -> Deadline:
    reading = case.reading(*REFUSALS)
    dated = happened(case, "denial").dated
    when = dated.value if dated else None
    assert reading is not None  # noqa: S101 - only a notice states a time
    return Deadline(
        id=f"notice#{each.route}",
        level=f"{level}_as_stated" if level else each.route,
        file=ROUTES[each.route],
        whose="ours",
        due=each.due,
        safe=each.safe or each.due,
        trigger=each.trigger,
        rule=each.rule,
        citation=Citation(
            f"the notice{f' of {when}' if when else ''}",
            "",
            when or date.min,
            NOTICE,
            "",
            each.quote,
        ),
        note="As the notice states it.",
    )


def _stated(case: Case) -> Iterator[Stated]:
    reading = case.reading(*REFUSALS)
    if reading is None:
        return
    for field in reading.fields:
        if field.name == "appeal_window" and isinstance(field.value, Window):
            yield _window(case, field, field.value)
        elif field.name == "appeal_deadline" and isinstance(field.value, date):
            day = Fact(field.value, field.basis)
            yield Stated("appeal", f"a last day of {field.value}", "the day the notice names", day, day, field.basis)
        elif field.name == "peer_to_peer" and isinstance(field.value, PeerToPeer):
            window = _peer_to_peer(field.value.window)
            if window is not None:
                yield _window(case, field, window)


def _peer_to_peer(words: str) -> Window | None:
    found = SPAN.search(words)
    if found is None:
        return None
    since = "receipt" if re.search(r"recei", words) else "document_date" if FROM_DATE.search(words) else None
    unit = found[2].lower().replace(" ", "_").replace("working", "business").replace("calendar_", "")
    return Window(int(found[1]), unit if unit.endswith("s") else f"{unit}s", since, "peer_to_peer")


def _window(case: Case, field: Field, window: Window) -> Stated:
    since = window.since or ""
    late = window.route in LATER and since not in ("document_date", "mailing")
    event = happened(case, "final_denial" if late or since == "final_decision" else "denial")
    length = Duration(window.n, window.unit) if window.unit in UNITS else None
    begins, sure = _begins(event, since)
    day = add(begins.value, length) if begins and length else None
    fact = Fact(day, Derivation(f"notice#{window.route}", (begins.basis, field.basis))) if day and begins else None
    trigger = SINCE.get(since, "the notice") if not late else SINCE["final_decision"]
    rule = f"{window.n} {window.unit.replace('_', ' ')} after {trigger}"
    return Stated(
        window.route, rule, trigger, fact if sure else None, _early(event, length, fact, field, window), field.basis
    )


def _begins(event: Happened, since: str) -> tuple[Fact[date] | None, bool]:
    """Give the fact a stated time begins on, and whether the notice says so."""
    if since == "receipt":
        return event.received or event.dated, event.received is not None
    if since in ("document_date", "mailing", "final_decision"):
        return event.dated, event.dated is not None
    return event.dated or event.received, False


def _early(
    event: Happened, length: Duration | None, due: Fact[date] | None, field: Field, window: Window
) -> Fact[date] | None:
    if event.dated is None or length is None:
        return due
    day = add(event.dated.value, length)
    if due is not None and due.value <= day:
        return due
    return Fact(day, Derivation(f"notice#{window.route}", (event.dated.basis, field.basis)))
