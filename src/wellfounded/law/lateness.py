"""What follows from an answer that has not come in its time, told as the step it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from wellfounded.law.calendar import day_of
from wellfounded.law.events import happened
from wellfounded.law.order import clock_of
from wellfounded.law.saying import PAYER, whose
from wellfounded.model.case import Case
from wellfounded.model.law import Deadline, Step
from wellfounded.packs import Library

DOES = {  # by the level of the clock that ran out
    "decision": "write that the plan's decision is late, and ask for it at once",
    "appeal_decision": "write that the plan's decision on the appeal is late, and go on with the appeal",
    "complaint_response": "write that the answer to the complaint is late, and go on to the next office",
}
# What is late there is asked for; nobody's rights grow from it.
OTHERS = "ask when it is done: {who} had to {file}"
UNREAD = "What follows from a late answer was not read at a source for this plan: ask in writing when it comes."
UNSURE = "The time is known from a secondary source only: check it before you say so."
SLIGHT = ("complaint_acknowledgement", "council_acknowledgement")  # nothing is done about these by themselves
OUTSIDE = ("external_review_request", "ombudsman_complaint", "opm_request", "fair_hearing_request", "court_filing")
NEXT = {  # what is asked next: once it was, the lateness before it has done its work
    "decision": ("appeal", "expedited_appeal"),
    "appeal_decision": OUTSIDE,
    "complaint_response": OUTSIDE,
}


@dataclass(frozen=True, slots=True)
class Late:
    """One answer that is late, as a step, and the ids of our deadlines that its lateness opens."""

    step: Step
    opens: tuple[str, ...] = ()


def late(case: Case, found: tuple[Deadline, ...], on: date, library: Library) -> tuple[Late, ...]:
    """Give each answer that is late, what has a consequence first.

    An answer is late under one body of law once every reading of its time there has passed, with the question that
    may have stopped it answered. It is no step any more once it came or the next office was asked, unless the law holds
    to what the lateness brought.
    """
    over = [
        group
        for group in _groups(found, library)
        if all(_kept(each, library) or (_over(each, on) and not _moot(case, each)) for each in group)
    ]
    levels = dict.fromkeys(group[0].level for group in over)
    held = [[each for group in over for each in group if each.level == level] for level in levels]
    held.sort(key=lambda group: not any(_remedy(each, library) for each in group))  # what has a consequence first
    return tuple(Late(_step(group, library), tuple(_opened(group, library))) for group in held)


def _groups(found: tuple[Deadline, ...], library: Library) -> Iterator[list[Deadline]]:
    """Give the clocks that are not ours and still count, those of one level and body of law together."""
    held: dict[tuple[str, str], list[Deadline]] = {}
    for each in found:
        counts = each.whose != "ours" and each.level not in SLIGHT
        if counts and (each.done is None or _kept(each, library)) and "do not call it late" not in each.note:
            held.setdefault((each.id.partition("#")[0], each.level), []).append(each)
    yield from held.values()


def _kept(deadline: Deadline, library: Library) -> bool:
    """Whether an answer came after its time under a law that an answer so late no longer moves."""
    clock, last = clock_of(deadline, library), deadline.due or deadline.safe
    if clock is None or not clock.late_stands or last is None or deadline.done is None:
        return False
    return deadline.done.value > day_of(last.value)


def _moot(case: Case, deadline: Deadline) -> bool:
    asked = NEXT.get(deadline.level, ())
    return any(happened(case, event).known for event in asked)


def _over(deadline: Deadline, on: date) -> bool:
    last = deadline.due or deadline.safe
    return last is not None and deadline.done is None and day_of(last.value) < on


def _step(late: list[Deadline], library: Library) -> Step:
    late = sorted(late, key=lambda each: not _remedy(each, library))
    first = late[0]
    days = dict.fromkeys((day_of((each.due or each.safe).value), each.citation.authority) for each in late)  # type: ignore[union-attr]
    due = " and ".join(f"{day} ({authority})" for day, authority in sorted(days))
    came = next((f"; it came on {each.done.value}" for each in late if each.done), "")
    follows = dict.fromkeys(clock.late for each in late if (clock := clock_of(each, library)) and clock.late)
    unsure = UNSURE if any(each.unverified for each in late) else ""
    unread = UNREAD if whose(first) == PAYER and not follows else ""
    why = " ".join(part for part in (f"It was due on {due}{came}.", *follows, unread, unsure) if part)
    own = next(filter(None, (_remedy(each, library) for each in late)), "")
    does = own or DOES.get(first.level, OTHERS.format(who=whose(first).replace("The ", "the ", 1), file=first.file))
    name = "late_decision" if first.level == "appeal_decision" else f"late_{first.level}"
    clock = clock_of(first, library)
    asks = own and clock is not None and clock.level == "complaint_response" and clock.after == "appeal"
    enter = "received.ombudsman_complaint" if asks else ""
    return Step(name, does, why, basis=tuple(each.citation for each in late), enter=enter)


def _remedy(deadline: Deadline, library: Library) -> str:
    clock = clock_of(deadline, library)
    return clock.late_step if clock else ""


def _opened(group: list[Deadline], library: Library) -> Iterator[str]:
    for each in group:
        clock = clock_of(each, library)
        yield from (f"{each.id.partition('#')[0]}#{name}" for name in (clock.opens if clock else ()))
