"""Count one clock from one event: the legal day, the safe day, and what each rests on."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from wellfounded.law.calendar import add, day_of, parse, rolled
from wellfounded.law.events import Happened
from wellfounded.law.holidays import CALENDARS, OBSERVED
from wellfounded.law.sums import added, both
from wellfounded.model.basis import Basis, Citation, Derivation, Fact
from wellfounded.packs.schema.law import Clock

COMPUTES = ("primary", "quoted-reg")
CONTRADICTORY = (
    "It is said to have been received before the date it bears: check both dates; until then the earliest counts."
)


@dataclass(frozen=True, slots=True)
class Counted:
    """The legal day, where the law and the dates give one; the earliest reading; and what to know about them."""

    due: Fact[date] | None = None
    safe: Fact[date] | None = None
    notes: tuple[str, ...] = ()
    sums: str = ""  # how they were counted


def count(name: str, clock: Clock, event: Happened, citation: Citation) -> Counted:
    """Count *clock*, a rule of the tier it carries, from *event*; *name* is `pack#rule`.

    A rule known only from a secondary source gives a safe day and no legal one. A rule from memory gives neither.
    Hours count from the hour of receipt where it is known, else from the first hour of its day. Dates that contradict
    each other give the earliest reading and no legal day.
    """
    if clock.tier == "memory":
        return Counted(notes=("The only source for this time limit is unverified: read it in the notice.",))
    legal, notes = _legal(clock, event)
    due = _fact(name, _moved(clock, _end(clock, *legal)), citation, legal[0]) if legal else None
    early = _earliest(clock, event)
    safe = _fact(name, _early(clock, early.value), citation, early) if early else None
    early_sum = _early_sum(clock, early.value, safe.value) if early and safe else ""
    if clock.bound != "exact":
        return _bounded(clock, due, safe, notes, early_sum)
    if clock.tier not in COMPUTES:
        return Counted(None, safe, (*notes, "From a secondary source only: check your notice."), both("", early_sum))
    if due is not None and safe is not None and safe.value > due.value:
        safe = due
    legal_sum = _legal_sum(clock, *legal) if legal else ""
    return Counted(due, safe, (*notes, *_overridden(clock, due)), both(legal_sum, early_sum))


def contradictory(event: Happened) -> bool:
    """Whether a paper is said to have come before the day it bears."""
    return event.dated is not None and event.received is not None and event.received.value < event.dated.value


def _received(clock: Clock, event: Happened) -> Fact[date] | None:
    """Give the hour of receipt where the clock counts hours and it is known, else the day."""
    return event.hour if event.hour is not None and parse(clock.within).unit == "hours" else event.received


def _earliest(clock: Clock, event: Happened) -> Fact[date] | None:
    """Give the fact the earliest reading begins on.

    Where the paper's date counts, a day counted from receipt would be later than the legal one, unless the two dates
    contradict each other.
    """
    received = _received(clock, event)
    if received is event.hour and received is not None:
        return received
    from_paper = clock.clock in ("document_date", "mailing") and not contradictory(event)
    begins = [fact for fact in (event.dated, None if from_paper else received) if fact is not None]
    return min(begins, key=lambda fact: fact.value, default=None)


def _legal(clock: Clock, event: Happened) -> tuple[tuple[Fact[date], int] | None, tuple[str, ...]]:
    """Give the fact the legal count begins on, with the days mail is presumed to take, or None and why not."""
    dated, received = event.dated, _received(clock, event)
    if contradictory(event):
        return None, (CONTRADICTORY,)
    if clock.clock == "document_date":
        return ((dated, 0), ()) if dated else (None, ())
    if clock.clock == "mailing":
        if dated is None:
            return None, ()
        return (dated, 0), ("The date on the notice stands for the day it was sent; a later postmark gives more days.",)
    if clock.clock == "unspecified":
        return None, ("The rule's starting day was not found: check your notice.",)
    if received is not None:
        return (received, 0), ()
    if dated is not None and clock.presumed_receipt is not None:
        wait = clock.presumed_receipt
        return (dated, int(parse(wait.within).n)), (
            f"Receipt is presumed {wait.within} after the notice's date ({wait.cite}).",
        )
    if dated is not None:
        return None, ("The days run from receipt: enter the day it was received for the legal date.",)
    return None, ()


def _bounded(
    clock: Clock, due: Fact[date] | None, safe: Fact[date] | None, notes: tuple[str, ...], early: str
) -> Counted:
    """Give what a least or a most allows: a safe day and no legal one, or neither and the outermost day in words."""
    if clock.bound == "least":
        return Counted(None, safe, notes, both("", early))
    last = due or safe
    outer = f"Not after {last.value}, and it may be earlier: the notice says. " if last else ""
    return Counted(None, None, (*notes, outer.strip()))


def _early(clock: Clock, start: date) -> date:
    return min(_readings(clock, start))[0]


def _readings(clock: Clock, start: date) -> Iterator[tuple[date, str]]:
    """Count each length as where we must act: every weekday, since the plan may work on a holiday."""
    holidays = () if clock.whose == "ours" else _holidays(clock)
    for within in filter(None, (clock.within, clock.safe_within)):
        yield add(start, parse(within), holidays=holidays, no_match=clock.no_match), within


def _early_sum(clock: Clock, start: date, last: date) -> str:
    end, within = min(_readings(clock, start))
    return added(start, within, end, last=min(end, last))


def _end(clock: Clock, start: Fact[date], wait: int) -> date:
    last = _plain(clock, start.value + timedelta(days=wait))
    return rolled(last, _holidays(clock)) if clock.roll else last


def _legal_sum(clock: Clock, start: Fact[date], wait: int) -> str:
    end = _plain(clock, start.value + timedelta(days=wait))
    return added(start.value, clock.within, end, wait=wait, last=_moved(clock, _end(clock, start, wait)))


def _plain(clock: Clock, start: date) -> date:
    return add(start, parse(clock.within), holidays=_holidays(clock), no_match=clock.no_match)


def _holidays(clock: Clock) -> tuple[str, ...]:
    observed = OBSERVED if clock.holidays == "us" and clock.whose != "ours" else ()
    return CALENDARS[clock.holidays] + observed + clock.closed


def _moved(clock: Clock, day: date) -> date:
    moves = (o.due for o in clock.overrides if o.start <= day_of(day) <= o.to and o.tier in COMPUTES)
    return next(moves, day)


def _overridden(clock: Clock, due: Fact[date] | None) -> tuple[str, ...]:
    if due is None:
        return ()
    return tuple(
        f"{o.cite} moved last days from {o.start} to {o.to} to {o.due}"
        + ("." if o.tier in COMPUTES else "; that is known from a secondary source only: check before you rely on it.")
        for o in clock.overrides
        if o.start <= day_of(due.value) <= o.to
    )


def _fact(name: str, day: date, citation: Citation, trigger: Fact[date]) -> Fact[date]:
    of: tuple[Basis, ...] = (citation, trigger.basis)
    return Fact(day, Derivation(name, of))
