"""What cannot be said about a case, and why: a state or language no pack holds, dates that contradict each other."""

from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches

from wellfounded.law.applies import applies
from wellfounded.law.circumstances import HURRIED
from wellfounded.law.events import ANSWERED, ASKED, first_refusal, happened
from wellfounded.law.language import READ, language
from wellfounded.law.levels import named
from wellfounded.law.recoverable import contradictions
from wellfounded.model.case import Case
from wellfounded.model.determination import REFUSALS
from wellfounded.model.stage import FINAL, FIRST, dated, market_of
from wellfounded.packs import Library
from wellfounded.packs.schema.law import Clock, LawPack

CODES = (
    "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR "
    "PA RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR VI"
)
STATES = frozenset(CODES.split())
BESIDE = (ANSWERED, HURRIED, "second_appeal", "criteria_request")  # known events that no clock runs from
# What follows from what: a later step cannot come before the earlier one
ORDER = ((FIRST, FINAL), (FIRST, "appeal"), (FIRST, "external_review_request"), ("appeal", FINAL), ("request", ASKED))


def limits(case: Case, on: date, library: Library) -> tuple[str, ...]:
    """Give each thing that stands in the way of an answer as one sentence; empty where nothing does."""
    return (
        *_places(case, library),
        *_nothing(case, on, library),
        *_languages(case),
        *_events(case, library),
        *_dates(case, on),
        *_times(case, on, library),
        *contradictions(case),
    )


def _places(case: Case, library: Library) -> Iterator[str]:
    market, state = market_of(case), case.coverage.state
    if market is None or state is None:
        return
    packs = [pack for _, pack in library.all(LawPack) if market.value in pack.governs.markets]
    held = {each for pack in packs for each in pack.governs.states}
    if held and state.value not in STATES:
        yield f"coverage.state is {state.value!r}, which is no two-letter code of a state or territory."
    elif held and state.value not in held:
        federal = any(not pack.governs.states and pack.deadlines for pack in packs)
        known = "the federal rules are counted" if federal else "nothing is counted but what the notice says"
        yield f"No pack holds the law of {state.value} for {market.value.replace('_', ' ')}: {known}."


def _nothing(case: Case, on: date, library: Library) -> Iterator[str]:
    """Say it where the packs of a market hold no step of ours that was read at any source."""
    market = market_of(case)
    packs = [library.get(LawPack, each.id) for each in applies(case, on, library)]
    if market is None or not packs or case.reading(*REFUSALS) is None:
        return
    clocks = (clock for pack in packs for clock in pack.deadlines.values() if clock.whose == "ours")
    ways = (way for pack in packs for way in pack.routes.values())
    if all(rule.tier == "memory" for rule in (*clocks, *ways)):
        yield (
            f"No step after a refusal was read at a source for {market.value.replace('_', ' ')}: nothing is counted "
            "but what the notice says. Ask the payer in writing how, where and by when to complain."
        )


def _languages(case: Case) -> Iterator[str]:
    for document in case.documents:
        if document.source.path.startswith("payer/"):
            found = language(document.text)
            if found and found not in READ:
                yield (
                    f"{document.source.path} is in {found}, a language no pack and no reader knows: enter its dates as "
                    "received.denial and received.denial_dated, and the market as coverage.market."
                )


def _events(case: Case, library: Library) -> Iterator[str]:
    """Name each day that no clock and no step knows: a slip of the pen would be a deadline that is never counted."""
    starts = {clock.after for _, pack in library.all(LawPack) for clock in pack.deadlines.values()}
    asked = {name for _, pack in library.all(LawPack) for way in pack.routes.values() for name in way.asked}
    known = {*asked, *starts, *(f"{start}_extension" for start in starts), *BESIDE, *named()}
    for name, _ in case.received:
        bare = name.removesuffix("_dated")
        if bare not in known:
            near = get_close_matches(bare, sorted(known), 1)
            meant = f"; perhaps received.{near[0]} is meant" if near else ""
            yield f"received.{name} is no event that any clock or step knows{meant}."


def _dates(case: Case, on: date) -> Iterator[str]:
    entered = dict(case.received)
    for name, fact in entered.items():
        bears = entered.get(f"{name}_dated")
        if bears is not None and fact.value < bears.value:
            yield f"received.{name} is {fact.value}, before the date the paper bears, {bears.value}: check both."
    notice = dated(case.reading(*REFUSALS))
    if notice is not None and notice.value > on:
        yield f"The notice bears a day after this one, {notice.value}: check it, and the day of this run."
    written = entered.get(f"{FIRST}_dated")
    if notice is not None and written is not None and FINAL not in entered and written.value != notice.value:
        yield f"received.{FIRST}_dated is {written.value}, the notice reads {notice.value}: the entered day is counted."
    came = entered.get(FIRST)
    own = FINAL not in entered and first_refusal(case) is None  # the day entered is that of the latest notice
    if notice is not None and came is not None and own and came.value < notice.value:
        yield f"received.{FIRST} is {came.value}, before the date the notice bears, {notice.value}: check both."
    for before, later in ORDER:
        one, other = happened(case, before).received, happened(case, later).received
        if one is not None and other is not None and other.value < one.value:
            said = f"The {_said(later)} is said to be of {other.value}, before the {_said(before)} of {one.value}"
            yield f"{said}: check both."


def _said(event: str) -> str:
    return event.replace("_", " ")


def _times(case: Case, on: date, library: Library) -> Iterator[str]:
    """Say which levels have a rule for other days and none for the day of their event."""
    for jurisdiction in applies(case, on, library):
        clocks = library.get(LawPack, jurisdiction.id).deadlines.values()
        for level in dict.fromkeys(clock.level for clock in clocks):
            same = [clock for clock in clocks if clock.level == level]
            days = {day for clock in same if (day := _day(case, clock)) is not None}
            for day in sorted(days):
                if not any(_holds(clock, day) for clock in same):
                    yield (
                        f"law/{jurisdiction.id} holds no text on {_said(level)} for {day}, only {_span(same)}: "
                        "nothing is counted by it."
                    )


def _day(case: Case, clock: Clock) -> date | None:
    event = happened(case, clock.after)
    fact = event.dated or event.received
    return fact.value if fact else None


def _holds(clock: Clock, day: date) -> bool:
    return (clock.since is None or clock.since <= day) and (clock.until is None or day <= clock.until)


def _span(clocks: list[Clock]) -> str:
    spans = (
        " ".join(part for part in (c.since and f"from {c.since} on", c.until and f"until {c.until}") if part)
        for c in clocks
    )
    return " or ".join(dict.fromkeys(spans))
