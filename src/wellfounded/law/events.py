"""When the things happened that clocks run from: the day a document is dated, the day it was received."""

from dataclasses import dataclass
from datetime import date, datetime

from wellfounded.law.applies import market_of
from wellfounded.model.basis import Fact
from wellfounded.model.case import Case
from wellfounded.model.determination import REFUSALS, Kind, Reading

FIRST, FINAL, OUTSIDE = "denial", "final_denial", "independent_review_decision"
ASKED, ANSWERED = "information_request", "information_answer"
# What a notice is, by the level it says it was decided at. "first_appeal" and names of a review may be misread in a
# first denial that explains the appeal, so that a notice of such a level may be either.
LEVELS = {
    "initial": (FIRST,),
    "first_appeal": (FINAL, FIRST),
    "reconsideration": (FINAL, FIRST),
    "redetermination": (FINAL, FIRST),
    "second_appeal": (FINAL,),
    "final_internal": (FINAL,),
    "external_review": (OUTSIDE,),
}
# There a reconsideration is decided by an outside entity: 42 CFR 405.960 and 423.600.
OUTSIDE_RECONSIDERATION = ("medicare_original", "medicare_dmepos", "medicare_part_d")


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


def noticed(case: Case) -> tuple[str, ...]:
    """Say which event the latest refusal in payer/ is, the likeliest first: a first denial, a final one, a review's.

    A `received.final_denial` says that it is the final one, unless that notice is the older first denial.
    """
    entered = dict(case.received)
    final, first = entered.get(FINAL), entered.get(FIRST)
    reading = case.reading(*REFUSALS)
    if final is not None:
        bears = dated(reading)
        return (FIRST,) if first is not None and bears is not None and bears.value <= first.value else (FINAL,)
    level = reading.text("level") if reading else ""
    market = market_of(case)
    if level == "reconsideration" and market is not None and market.value in OUTSIDE_RECONSIDERATION:
        return (OUTSIDE,)
    return LEVELS.get(level, (FIRST,))


def dated(reading: Reading | None) -> Fact[date] | None:
    """Give the date a document bears, or None where it was not read or is not known to the day."""
    field = reading.first("notice_date") if reading else None
    if field is None:
        return None
    if isinstance(field.value, date):
        return Fact(field.value, field.basis)
    try:
        return Fact(date.fromisoformat(str(field.value)), field.basis)
    except ValueError:  # a date known only to the month counts no days
        return None
