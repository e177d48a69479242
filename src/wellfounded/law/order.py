"""Which of our levels is open, which has passed and which waits, in the order in which one opens the next."""

from dataclasses import dataclass
from datetime import date

from wellfounded.law.calendar import day_of
from wellfounded.law.events import happened, reached
from wellfounded.law.levels import UNANSWERED, chain, level_of
from wellfounded.law.stated import LATER
from wellfounded.model.case import Case
from wellfounded.model.law import Deadline
from wellfounded.model.stage import FINAL, FIRST, noticed
from wellfounded.packs import Library
from wellfounded.packs.schema.law import Clock, LawPack

COURTS = ("court", "supreme_court")


@dataclass(frozen=True, slots=True)
class Placed:
    """Our deadlines that are not done: those open now, those whose day has passed, those that wait for a decision."""

    ready: tuple[Deadline, ...]
    passed: tuple[Deadline, ...]
    waiting: tuple[Deadline, ...]


def placed(case: Case, found: tuple[Deadline, ...], on: date, library: Library, opened: frozenset[str]) -> Placed:
    """Give the deadlines of *found* in their order; *opened* holds the ids that a payer's lateness opened.

    What waits stands behind every level whose answer it waits for; court comes last of its kind.
    """
    ours = [each for each in found if each.whose == "ours" and each.done is None]
    ours = [each for each in ours if not each.level.endswith("_as_stated")]
    after = {each.id: _after(each, library) for each in ours}
    here = [each for each in ours if each.id in opened or _begun(case, after[each.id])]
    rank = sorted(ours, key=lambda each: _rank(each, after[each.id]))
    ready: dict[str, Deadline] = {}
    for each in (each for each in rank if each in here and not gone(each, on)):
        ready.setdefault(each.level, each)  # two rules for one level are one step, the earlier one's
    return Placed(
        tuple(ready.values()),
        tuple(each for each in rank if each in here and gone(each, on)),
        tuple(each for each in rank if each not in here),
    )


def gone(deadline: Deadline, on: date) -> bool:
    """Whether the legal day has passed; a safe day that has is no more than a reason to act today."""
    return deadline.due is not None and day_of(deadline.due.value) < on


def clock_of(deadline: Deadline, library: Library) -> Clock | None:
    """Give the clock a deadline was counted by, or None where only the notice states it."""
    pack, _, name = deadline.id.partition("#")
    return library.get(LawPack, pack).deadlines.get(name) if pack in library.ids("law") else None


def opens(deadline: Deadline, answer: str) -> bool:
    """Whether the decision on that level is, or comes before, the event *answer*."""
    return bool(set(level_of(deadline.level).answers) & set(chain(answer)))


def _after(deadline: Deadline, library: Library) -> str:
    """Give the event a deadline runs from; empty for a time of the notice's own that runs already."""
    clock = clock_of(deadline, library)
    if clock is not None:
        return clock.after
    return FINAL if deadline.level in LATER and deadline.safe is None else ""


def _begun(case: Case, event: str) -> bool:
    if event == UNANSWERED:  # a silence is known by its rule, or by a person
        return any(name == UNANSWERED for name, _ in case.received)
    if happened(case, event).known or event in reached(case):
        return event != FIRST or FIRST in noticed(case)
    return len(chain(event)) == 1 and event != FIRST


def _rank(deadline: Deadline, event: str) -> tuple[int, bool, bool, str]:
    """Put each level behind the one that opens it, what can be done now before what has no day, and court last."""
    fact = deadline.safe or deadline.due
    day = fact.value.isoformat() if fact else deadline.id
    return (0 if fact else len(chain(event)), deadline.level in COURTS, fact is None, day)
