"""What follows once a letter was handed over: our day waits for its receipt, and the payer's is an estimate."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from wellfounded import law
from wellfounded.clinic.models import Due, Matter, Sending
from wellfounded.model.basis import Attestation, Fact
from wellfounded.model.law import Deadline
from wellfounded.packs import shipped
from wellfounded.pipeline import Tour

STATE = {
    "ready": "handed over on {day}, not yet confirmed sent",
    "sent": "sent, as recorded; it waits for its receipt (handed over on {day})",
    "deferred": "handed over on {day}, not sent yet: it must be tried again",
    "unknown": "handed over on {day}; whether it arrived is not known",
    "confirmed": "its arrival is recorded (handed over on {day})",
}


@dataclass(frozen=True, slots=True)
class Handed:
    """The words of each deadline that a handing over changes, by its id, and the field that would make it firm."""

    way: str
    ours: dict[str, str] = field(default_factory=dict)
    theirs: dict[str, tuple[str, date]] = field(default_factory=dict)  # with the day it comes to
    levels: frozenset[str] = frozenset()


def live(matter: Matter) -> Sending | None:
    """Give the last sending that was not refused."""
    return matter.sending_set.exclude(state="refused").select_related("version").order_by("-at").first()


def handed(matter: Matter, tour: Tour) -> Handed | None:
    """Count every day as if what was handed over arrived today; None where nothing was, or its receipt is entered."""
    sending = live(matter)
    if sending is None:
        return None
    kind = sending.version.kind
    way = next((step.enter for step in tour.steps if step.id == kind and step.enter), "")
    way = way or ("received.appeal" if "appeal" in kind else "")
    event = way.partition(".")[2]
    if not way.startswith("received.") or event in dict(tour.case.received):
        return None
    arrives = Fact(tour.on, Attestation("the desk", "", tour.on, "an estimate: as if it arrived today"))
    case = replace(tour.case, received=(*tour.case.received, (event, arrives)))
    then = {each.id: each for each in law.deadlines(case, tour.on, shipped())}
    out = Handed(way)
    levels = set()
    for each in tour.deadlines:
        after = then.get(each.id)
        if after is None:
            continue
        if each.whose == "ours" and each.done is None and after.done is not None:
            out.ours[each.id] = words(each.file, sending)
            levels.add(each.level)
        last = after.due or after.safe
        if each.whose != "ours" and last is not None and last != (each.due or each.safe):
            out.theirs[each.id] = (_estimate(after, tour.on), _bare(last.value))
    return replace(out, levels=frozenset(levels))


def words(file: str, sending: Sending) -> str:
    """Say where *file* (what must be done, in words) stands once it was handed over."""
    day = sending.at.astimezone().date()
    state = STATE[sending.state].format(day=f"{day:%B} {day.day}, {day.year}")
    return f"{file[:1].upper()}{file[1:]}: {state}."


def waiting(dues: Iterable[Due]) -> list[Due]:
    """Give the rows of a list, those that were handed over saying so instead of by when to file."""
    out = list(dues)
    for due in out:
        sending = live(due.matter) if due.whose == "ours" and "appeal" in due.level else None
        if sending is not None and ": done on " not in due.says and _of(sending.version.kind, due.level):
            due.says = words(due.file, sending)
    return out


def _bare(value: date | datetime) -> date:
    return value.date() if isinstance(value, datetime) else value


def _of(kind: str, level: str) -> bool:
    """Whether a letter of *kind* is what a deadline of *level* waits for."""
    first = {"internal_appeal", "expedited_appeal", "medicaid_appeal", "patient_appeal", "patient_appeal_es"}
    return kind == level or (
        kind in first and level in {"internal_appeal", "expedited_appeal", "plan_appeal", "appeal"}
    )


def _estimate(after: Deadline, on: date) -> str:
    says = law.sentence(after, on)
    return f"An estimate, if it arrives today: {says[:1].lower()}{says[1:]}"
