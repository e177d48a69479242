"""What follows from an answer that has not come in its time, told as the step it is."""

from collections.abc import Iterator
from datetime import date

from wellfounded.law.calendar import day_of
from wellfounded.law.order import clock_of
from wellfounded.law.saying import PAYER, whose
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


def late(found: tuple[Deadline, ...], on: date, library: Library) -> tuple[tuple[Step, ...], frozenset[str]]:
    """Give one step for each answer that is late, and the ids of our deadlines that its lateness opens.

    An answer is late under one body of law once every reading of its time there has passed, with the question that
    may have stopped it answered.
    """
    over = [group for group in _groups(found) if all(_over(each, on) for each in group)]
    levels = dict.fromkeys(group[0].level for group in over)
    held = [[each for group in over for each in group if each.level == level] for level in levels]
    held.sort(key=lambda group: not any(_remedy(each, library) for each in group))  # what has a consequence first
    return tuple(_step(group, library) for group in held), frozenset(_opened(over, library))


def _groups(found: tuple[Deadline, ...]) -> Iterator[list[Deadline]]:
    """Give the open clocks that are not ours, those of one level and body of law together."""
    held: dict[tuple[str, str], list[Deadline]] = {}
    for each in found:
        if each.whose != "ours" and each.done is None and "do not call it late" not in each.note:
            held.setdefault((each.id.partition("#")[0], each.level), []).append(each)
    yield from held.values()


def _over(deadline: Deadline, on: date) -> bool:
    last = deadline.due or deadline.safe
    return last is not None and day_of(last.value) < on


def _step(late: list[Deadline], library: Library) -> Step:
    first = late[0]
    days = dict.fromkeys((day_of((each.due or each.safe).value), each.citation.authority) for each in late)  # type: ignore[union-attr]
    due = " and ".join(f"{day} ({authority})" for day, authority in sorted(days))
    follows = dict.fromkeys(clock.late for each in late if (clock := clock_of(each, library)) and clock.late)
    unsure = UNSURE if any(each.unverified for each in late) else ""
    unread = UNREAD if whose(first) == PAYER and not follows else ""
    why = " ".join(part for part in (f"It was due on {due}.", *follows, unread, unsure) if part)
    own = next(filter(None, (_remedy(each, library) for each in late)), "")
    does = own or DOES.get(first.level, OTHERS.format(who=whose(first).lower(), file=first.file))
    name = "late_decision" if first.level == "appeal_decision" else f"late_{first.level}"
    return Step(name, does, why, basis=tuple(each.citation for each in late))


def _remedy(deadline: Deadline, library: Library) -> str:
    clock = clock_of(deadline, library)
    return clock.late_step if clock else ""


def _opened(over: list[list[Deadline]], library: Library) -> Iterator[str]:
    for group in over:
        for each in group:
            clock = clock_of(each, library)
            yield from (f"{each.id.partition('#')[0]}#{name}" for name in (clock.opens if clock else ()))
