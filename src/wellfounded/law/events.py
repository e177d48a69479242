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

    `denial` is the latest refusal in payer/ with `received.denial`; where that refusal decides an appeal it is
    `final_denial` too. `request` is `requested`. Every other event is an entry of `received` under its own name.
    """
    entered = dict(case.received).get(event)
    if event == "denial":
        return Happened(_notice_date(case.reading(*REFUSALS)), entered)
    if event == "final_denial" and entered is None and decides_an_appeal(case):
        return happened(case, "denial")
    if event == "request":
        return Happened(case.requested, entered or case.requested)
    return Happened(entered, entered)


def decides_an_appeal(case: Case) -> bool:
    """Whether the refusal in hand answers an appeal and is not the first decision."""
    reading = case.reading(*REFUSALS)
    return reading is not None and bool(FINAL.search(reading.text("level")))


def _notice_date(reading: Reading | None) -> Fact[date] | None:
    field = reading.first("notice_date") if reading else None
    if field is None:
        return None
    value = field.value
    if isinstance(value, date):
        return Fact(value, field.basis)
    try:
        return Fact(date.fromisoformat(str(value)), field.basis)
    except ValueError:  # a date known only to the month counts no days
        return None
