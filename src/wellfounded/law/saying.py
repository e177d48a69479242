"""Each deadline as one plain sentence, as a person would say it at the telephone."""

from datetime import date, datetime

from wellfounded.law.calendar import day_of
from wellfounded.model.basis import Fact
from wellfounded.model.law import Deadline

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
PAYER = "The payer"
# Of the clocks that are not ours, those of someone other than the payer, by how their level begins. Whether a request
# for external review is complete is for the payer to say, and only the review itself for the reviewer.
OTHERS = {
    "external_review_decision": "The reviewer",
    "alj_": "The judge's office",
    "fair_hearing_": "The state",
    "fast_appeal_": "The quality improvement organization",
    "reconsideration_decision": "The quality improvement organization",
    "opm_": "The Office of Personnel Management",
    "ombudsman_": "The ombudsman",
    "council_": "The Council",
    "records_": "The holder of the records",
}


def sentence(deadline: Deadline, on: date) -> str:
    """Say who must do what by when, as it stands on the day *on*; no passed day of ours is said to end anything."""
    return _ours(deadline, on) if deadline.whose == "ours" else _theirs(deadline, on)


def whose(deadline: Deadline) -> str:
    """Give who has to act on a deadline that is not ours, as the one name it has in every sentence about it."""
    return next((who for level, who in OTHERS.items() if deadline.level.startswith(level)), PAYER)


def written(value: date | datetime) -> str:
    """Write "September 8, 2026", or with an hour "September 8, 2026, at 2:30 pm (UTC-05:00)"."""
    day = f"{MONTHS[value.month - 1]} {value.day}, {value.year}"
    if not isinstance(value, datetime):
        return day
    return f"{day}, at {value.hour % 12 or 12}:{value:%M} {'am' if value.hour < 12 else 'pm'} ({value:%Z})"


def _ours(deadline: Deadline, on: date) -> str:
    does = f"{deadline.file[:1].upper()}{deadline.file[1:]}"
    if deadline.done is not None:
        return f"{does}: done on {written(deadline.done.value)}."
    if deadline.due is not None:
        return _until(does, deadline, deadline.due, on)
    if deadline.safe is not None:
        if day_of(deadline.safe.value) < on:
            return f"{does} today: the safe date was {written(deadline.safe.value)}; the legal date is not known."
        return f"{does} by {written(deadline.safe.value)}; the legal date is not known."
    return f"{does}: no day can be counted yet."


def _until(does: str, deadline: Deadline, due: Fact[date | datetime], on: date) -> str:
    last, safe = written(due.value), deadline.safe or due
    if day_of(due.value) < on:
        return f"The day to {deadline.file} was {last}; something may still be done."
    if day_of(safe.value) == day_of(due.value):
        return f"{does} by {last}."
    if day_of(safe.value) < on:
        return f"{does} today: the safe date was {written(safe.value)}, the legal date is {last}."
    return f"{does} by {written(safe.value)} to be safe; the legal date is {last}."


def _theirs(deadline: Deadline, on: date) -> str:
    who = whose(deadline)
    last = deadline.due or deadline.safe
    if last is None:
        return f"{who} must {deadline.file}; no day can be counted yet."
    must = "had to" if day_of(last.value) < on else "must"
    return f"{who} {must} {deadline.file} by {written(last.value)}."
