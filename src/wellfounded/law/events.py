"""When the things happened that clocks run from: the day a document is dated, the day it was received."""

from dataclasses import dataclass
from datetime import date, datetime

from wellfounded.law.levels import BEFORE, UNANSWERED, chain
from wellfounded.model.basis import Fact
from wellfounded.model.case import Case
from wellfounded.model.determination import REFUSALS, Kind
from wellfounded.model.stage import APPEALED, FINAL, FIRST, dated, noticed

ASKED, ANSWERED = "information_request", "information_answer"


@dataclass(frozen=True, slots=True)
class Happened:
    """One event: the day on its document, and the day and hour it came; any may be unknown."""

    dated: Fact[date] | None = None
    received: Fact[date] | None = None
    hour: Fact[datetime] | None = None  # of receipt, where it was entered

    @property
    def known(self) -> bool:
        """Whether any day of it is known."""
        return self.dated is not None or self.received is not None


def happened(case: Case, event: str) -> Happened:
    """Give the days of one event as case.yaml and the documents state them.

    In case.yaml `received.denial` is the day the denial came and `received.denial_dated` the date it bears, and so with
    every event. The latest notice in payer/ gives the date of the event it is (`noticed`). `request` is `requested`,
    or `received.expedited_request` where the plan was asked to hurry; `unanswered_appeal` is the appeal itself as long
    as no answer to it is known.
    """
    entered = dict(case.received)
    came, bears = entered.get(event), entered.get(f"{event}_dated")
    hours = dict(case.hours)
    if event == "request":
        hurried = entered.get("expedited_request")
        return Happened(bears, came or hurried or case.requested, hours.get(event) or hours.get("expedited_request"))
    if event == UNANSWERED and not (came or bears):
        answered = any(happened(case, answer).known for answer in (APPEALED, FINAL))
        return Happened() if answered else happened(case, "appeal")
    if event == ASKED:
        bears = bears or dated(case.reading(Kind.PEND, Kind.INFORMATION_REQUEST))
    if event in noticed(case):
        bears = bears or dated(case.reading(*REFUSALS))
        came = came or (None if event != FIRST and first_refusal(case) else entered.get(FIRST))
    elif event == FIRST:
        bears = bears or first_refusal(case)
    return Happened(bears, came, hours.get(event))


def first_refusal(case: Case) -> Fact[date] | None:
    """Give the date of a refusal before the latest one, where the day entered for the denial is that one's.

    A folder keeps the first denial beside the answer to its appeal: the envelope of one says nothing of the other.
    """
    came, latest = dict(case.received).get(FIRST), dated(case.reading(*REFUSALS))
    days = [day for each in case.readings if each.kind in REFUSALS and (day := dated(each))]
    earlier = min(days, key=lambda fact: fact.value, default=None)
    if earlier is None or latest is None or earlier.value == latest.value:
        return None
    return earlier if came is None or came.value < latest.value else None


def reached(case: Case) -> frozenset[str]:
    """Give every event that has happened, as entered or read, or that must have happened before one that has."""
    entered = {name.removesuffix("_dated") for name, _ in case.received}
    known = {*noticed(case), *(name for name in BEFORE if name in entered)}
    return frozenset(event for each in known for event in chain(each))


def at_first(case: Case) -> bool:
    """Whether a first denial is what is in hand, and no decision on an appeal of it."""
    return FIRST in noticed(case) and not {FINAL, APPEALED} & reached(case)


def refused(case: Case) -> bool:
    """Whether anything was refused, as a paper says or as a day that a person entered shows."""
    entered = {name.removesuffix("_dated") for name, _ in case.received}
    return case.reading(*REFUSALS) is not None or bool(entered & (BEFORE.keys() | {FIRST}))
