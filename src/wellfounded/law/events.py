"""When the things happened that clocks run from: the day a document is dated, the day it was received."""

import re
from dataclasses import dataclass
from datetime import date

from wellfounded.model.basis import Fact
from wellfounded.model.case import Case
from wellfounded.model.determination import REFUSALS, Reading

FINAL = re.compile(r"final|second|upheld|appeal|reconsider|redetermin|external|level\s*(?:2|two|ii)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Happened:
    """One event: the day on its document and the day that document came; either may be unknown."""

    dated: Fact[date] | None = None
    received: Fact[date] | None = None

    @property
    def known(self) -> bool:
        """Whether any day of it is known."""
        return self.dated is not None or self.received is not None


def happened(case: Case, event: str) -> Happened:
    """Give the days of one event as case.yaml and the documents state them.

    In case.yaml `received.denial` is the day the denial came and `received.denial_dated` the date it bears, and so with
    every event. The notice in payer/ gives the date of the denial, or of the `final_denial` where it is that one.
    `request` is `requested`.
    """
    entered = dict(case.received)
    came, bears = entered.get(event), entered.get(f"{event}_dated")
    if event == "request":
        return Happened(bears, came or case.requested)
    if bears is None and event == noticed(case):
        bears = dated(case.reading(*REFUSALS))
    if came is None and event == "final_denial" and noticed(case) == event:
        came = entered.get("denial")
    return Happened(bears, came)


def noticed(case: Case) -> str:
    """Say which event the latest refusal in payer/ is: the first denial, or the plan's final one."""
    entered = dict(case.received)
    final = entered.get("final_denial")
    if decides_an_appeal(case) or (final is not None and "denial" not in entered):
        return "final_denial"
    notice = dated(case.reading(*REFUSALS))
    if final is not None and notice is not None and notice.value > entered["denial"].value:
        return "final_denial"
    return "denial"


def decides_an_appeal(case: Case) -> bool:
    """Whether the refusal in hand answers an appeal and is not the first decision."""
    reading = case.reading(*REFUSALS)
    return reading is not None and bool(FINAL.search(reading.text("level")))


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
