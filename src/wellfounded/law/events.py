"""When the things happened that clocks run from: the day a document is dated, the day it was received."""

from dataclasses import dataclass
from datetime import date, datetime

from wellfounded.model.basis import Fact
from wellfounded.model.case import Case
from wellfounded.model.determination import REFUSALS, Kind
from wellfounded.model.stage import FIRST, dated, noticed

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
    or `received.expedited_request` where the plan was asked to hurry.
    """
    entered = dict(case.received)
    came, bears = entered.get(event), entered.get(f"{event}_dated")
    hours = dict(case.hours)
    if event == "request":
        hurried = entered.get("expedited_request")
        return Happened(bears, came or hurried or case.requested, hours.get(event) or hours.get("expedited_request"))
    if event == ASKED:
        bears = bears or dated(case.reading(Kind.PEND, Kind.INFORMATION_REQUEST))
    if event in noticed(case):
        bears = bears or dated(case.reading(*REFUSALS))
        came = came or entered.get(FIRST)
    return Happened(bears, came, hours.get(event))
