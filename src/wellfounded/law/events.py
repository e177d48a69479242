"""When the things happened that clocks run from: the day a document is dated, the day it was received."""

from dataclasses import dataclass
from datetime import date, datetime

from wellfounded.law.applies import market_of
from wellfounded.model.basis import Fact
from wellfounded.model.case import Case
from wellfounded.model.determination import REFUSALS, Kind, Reading, Window

FIRST, FINAL, OUTSIDE = "denial", "final_denial", "independent_review_decision"
APPEALED = "appeal_denial"  # the answer to a first appeal, where the notice offers a second one to the plan
ASKED, ANSWERED = "information_request", "information_answer"
# What a notice is, by the level at which it says it was decided.
LEVELS = {
    "initial": FIRST,
    "first_appeal": FINAL,
    "reconsideration": FINAL,
    "redetermination": FINAL,
    "second_appeal": FINAL,
    "final_internal": FINAL,
    "external_review": OUTSIDE,
}
ANSWERS = ("first_appeal", "reconsideration", "redetermination")  # after these the plan may offer a second appeal
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
    """Say which event the latest refusal in payer/ is: a first denial, the plan's last word, a review's decision.

    The level that the notice itself states decides, unless a person entered otherwise: `received.denial_dated` with
    the notice's own date says that it is the first denial, `received.final_denial` that it is the final one. The
    answer to a first appeal that offers a second is APPEALED first and, as the second may be voluntary, perhaps FINAL.
    """
    entered = dict(case.received)
    reading = case.reading(*REFUSALS)
    bears = dated(reading)
    final, first = entered.get(FINAL), entered.get(FIRST)
    if final is not None:
        return (FIRST,) if first is not None and bears is not None and bears.value <= first.value else (FINAL,)
    said = entered.get(f"{FIRST}_dated")
    if reading is None or (said is not None and bears is not None and said.value == bears.value):
        return (FIRST,)
    level = reading.text("level")
    market = market_of(case)
    if level == "reconsideration" and market is not None and market.value in OUTSIDE_RECONSIDERATION:
        return (OUTSIDE,)
    return (APPEALED, FINAL) if level in ANSWERS and _offers_another(reading) else (LEVELS.get(level, FIRST),)


def _offers_another(reading: Reading) -> bool:
    windows = (field.value for field in reading.all("appeal_window"))
    return any(isinstance(window, Window) and window.route == "appeal" for window in windows)


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
