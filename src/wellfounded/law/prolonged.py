"""What lengthens a payer's time: an extension it announced in time, and an open question to us that stops its clock."""

from dataclasses import dataclass
from datetime import date, timedelta

from wellfounded.law.calendar import add, day_of, parse
from wellfounded.law.count import Counted
from wellfounded.law.events import ANSWERED, ASKED, happened
from wellfounded.model.basis import Basis, Citation, Derivation, Fact
from wellfounded.model.case import Case
from wellfounded.model.stage import FIRST
from wellfounded.packs.schema.law import Clock, Extension, Standstill


@dataclass(frozen=True, slots=True)
class Longer:
    """A time as one thing lengthened it, or None while its end is open; what to say of it and what it rests on."""

    last: date | None
    note: str = ""
    of: tuple[Basis, ...] = ()


def prolonged(case: Case, clock: Clock, counted: Counted, cited: Citation) -> Counted:
    """Give *counted* with the payer's extension and the time its clock stood still, each under its own paragraph.

    An extension counts only where its notice (`received.request_extension`, and so for each event a clock runs from) is
    dated within the time; while the clock stands still there is no day at all.
    """
    due = counted.due
    if due is None or (clock.extension is None and clock.stands_still is None):
        return counted
    more = _extended(case, clock, clock.extension, due.value, cited) if clock.extension else Longer(due.value)
    still = Longer(more.last)
    if clock.stands_still is not None and more.last is not None:
        still = _stood(case, clock.stands_still, more.last, cited)
    notes = (*counted.notes, *(part.note for part in (more, still) if part.note))
    if still.last is None:
        return Counted(None, None, notes)
    if still.last == due.value:
        return Counted(due, counted.safe, notes, counted.sums)
    sums = f"{counted.sums.removesuffix('.')}, lengthened to {still.last}."
    longer = Fact(still.last, Derivation("time lengthened", (due.basis, *more.of, *still.of)))
    return Counted(longer, longer, notes, sums)


def _extended(case: Case, clock: Clock, extension: Extension, last: date, cited: Citation) -> Longer:
    event = f"{clock.after}_extension"
    notice = happened(case, event)
    told = notice.dated or notice.received
    if told is None:
        return Longer(
            last,
            f"{extension.within} more are allowed if the payer says so in writing in time ({extension.cite}): enter "
            f"the day of such a notice as received.{event}.",
        )
    if told.value > day_of(last):
        unsure = "" if notice.dated else f"; its own date decides, enter it as received.{event}_dated"
        return Longer(last, f"The notice that extends the time came after that time and extends nothing{unsure}.")
    said = f"Extended by {extension.within} by the notice of {told.value} ({extension.cite})."
    return Longer(add(last, parse(extension.within)), said, (told.basis, _citation(extension, cited)))


def _stood(case: Case, rule: Standstill, last: date, cited: Citation) -> Longer:
    """Give the time the clock stood still, where the payer asked within its time and before its decision."""
    asked, decided = happened(case, ASKED).dated, happened(case, FIRST).dated
    if asked is None or asked.value > day_of(last) or (decided is not None and asked.value > decided.value):
        return Longer(last)
    answered = happened(case, ANSWERED).received
    if answered is None:
        said = f"The payer asked for information on {asked.value}: its clock stands still until it has the answer"
        return Longer(None, f"{said} ({rule.cite}). Enter the day it had it as received.{ANSWERED}.")
    stood = max(answered.value - asked.value, timedelta(0))
    said = f"The clock stood still from {asked.value} until the answer on {answered.value}, {stood.days} days"
    return Longer(last + stood, f"{said} ({rule.cite}).", (asked.basis, answered.basis, _citation(rule, cited)))


def _citation(rule: Extension | Standstill, cited: Citation) -> Citation:
    return Citation(rule.cite, cited.url, cited.as_of, rule.tier, cited.pack)
