"""What a day that has passed means: what may still be done, or whether the payer kept its own clock."""

from dataclasses import replace
from datetime import date

from wellfounded.law.calendar import day_of
from wellfounded.law.events import ANSWERED, happened
from wellfounded.law.levels import ANSWERED as ENDED
from wellfounded.law.levels import level_of
from wellfounded.law.saying import PAYER, whose
from wellfounded.model.basis import Fact
from wellfounded.model.case import Case
from wellfounded.model.determination import REFUSALS, Kind
from wellfounded.model.law import Deadline
from wellfounded.model.stage import APPEALED, FINAL, FIRST, dated, noticed

ANSWERED_BY = ("appeal_decision", "complaint_response")  # the payer's clocks that its answer to the appeal ends
PASSED = "This day has passed."
STILL = (
    "Ask for more time with the reason for the delay, ask the plan whether it will talk or look again, and see the "
    "other routes; an open route is never given up because one day has passed."
)


def after(deadline: Deadline, late: str, case: Case, on: date) -> Deadline:
    """Give *deadline* with what its passing means on the day *on*; *late* is what its rule says may still be done."""
    if deadline.whose == "ours":
        filed = _filed(case, deadline.level)
        return _kept(deadline, filed) if filed else _ours(deadline, late, on)
    last = deadline.due or deadline.safe
    if last is None:
        return deadline
    decided = _ended(case, deadline.level)
    if decided is not None:
        over = (decided.value - day_of(last.value)).days
        kept = f"{_days(-over)} before" if over < 0 else "on" if over == 0 else f"{_days(over)} after"
        said = f"It was decided on {decided.value}, {kept} that day."
        parts = (said, (_stood_still(case) or late) if over > 0 else "", deadline.note)
        return replace(deadline, done=decided, note=" ".join(part for part in parts if part))
    if day_of(last.value) < on:
        unless = ", unless it extended the time in writing" if whose(deadline) == PAYER else ""
        said = f"{whose(deadline)} is {_days((on - day_of(last.value)).days)} past it{unless}."
        asked = _stood_still(case) if whose(deadline) == PAYER else ""
        return replace(deadline, note=" ".join(part for part in (said, asked or late, deadline.note) if part))
    return deadline


def _filed(case: Case, level: str) -> Fact[date] | None:
    """Give the day on which a level of ours was asked for; a second appeal to the plan is not the first one."""
    again = level == "appeal" and APPEALED in noticed(case)
    names = level_of("second_appeal" if again else level).asked
    return next((filed for name in names if (filed := happened(case, name).received)), None)


def _ended(case: Case, level: str) -> Fact[date] | None:
    """Give the day on which what was waited for came, or None while it is still open."""
    if level in ("decision", "decision_special"):
        return _decided(case)
    if level in ANSWERED_BY:
        return _answered(case)
    came = (happened(case, name) for name in ENDED.get(level, (level,)))
    return next((day for each in came if (day := each.dated or each.received)), None)


def _decided(case: Case) -> Fact[date] | None:
    """Give the day of the first decision; None where the request is the later one, or two notices could each be it."""
    if sum(reading.kind in REFUSALS for reading in case.readings) > 1:
        return None
    decided, asked = happened(case, FIRST).dated, happened(case, "request").received
    return None if decided is None or (asked is not None and asked.value > decided.value) else decided


def _answered(case: Case) -> Fact[date] | None:
    """Give the day of the answer to the appeal: the date it bears, else the day it came, which is no earlier."""
    asked = happened(case, "appeal").received
    for event in (APPEALED, FINAL):
        answer = happened(case, event)
        day = answer.dated or answer.received
        if day is not None and (asked is None or day.value >= asked.value):
            return day
    return None


def _kept(deadline: Deadline, filed: Fact[date]) -> Deadline:
    """Say that it was done, and whether in time."""
    last = deadline.due or deadline.safe
    over = (filed.value - day_of(last.value)).days if last else 0
    when = f", {_days(over)} after the day: say why it is late" if over > 0 else ""
    return replace(deadline, done=filed, note=f"Done: it was received on {filed.value}{when}. {deadline.note}".strip())


def _ours(deadline: Deadline, late: str, on: date) -> Deadline:
    if deadline.due is not None and day_of(deadline.due.value) < on:
        return replace(deadline, note=f"{PASSED} {late or STILL} {deadline.note}".strip())
    if deadline.safe is not None and day_of(deadline.safe.value) < on:
        return replace(deadline, note=f"The safe day has passed: act today. {deadline.note}".strip())
    return deadline


def _stood_still(case: Case) -> str:
    """Say that the payer asked for information, which may stop its clock: it is not called late then."""
    asked = case.reading(Kind.PEND, Kind.INFORMATION_REQUEST)
    if asked is None or happened(case, ANSWERED).known:
        return ""
    day = dated(asked)
    when = f" on {day.value}" if day else ""
    return (
        f"The payer asked for information{when}: its clock may have stood still until the answer; do not call it late."
    )


def _days(n: int) -> str:
    return f"{n} day" if n == 1 else f"{n} days"
