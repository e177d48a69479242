"""Deadlines as the pages show them: the sentence, the rule, and what the day was counted from."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from wellfounded import law
from wellfounded.clinic.showing.facts import anchor, ways
from wellfounded.clinic.showing.handed import Handed
from wellfounded.clinic.showing.links import Branch, branches, field
from wellfounded.clinic.showing.worded import tier
from wellfounded.model.case import Case
from wellfounded.model.law import Deadline

NOT_KNOWN = "; the legal date is not known."


@dataclass(frozen=True, slots=True)
class Day:
    """One deadline in words, with how many days are left to the safe day."""

    says: str
    whose: str
    act: date | None
    left: int | None
    rule: str
    cite: str
    tier: str
    note: str
    counted: list[Branch]
    unverified: bool
    open: str = ""  # why no legal day is known
    enter: tuple[tuple[str, str], ...] = ()  # the fields that would settle it: where each is entered, and its name

    @property
    def css(self) -> str:
        """Give how near it is: past, near (two weeks), far, none."""
        if self.left is None:
            return "none"
        return "past" if self.left < 0 else "near" if self.left <= 14 else "far"


def days(deadlines: tuple[Deadline, ...], case: Case, token: str, on: date, handed: Handed | None = None) -> list[Day]:
    """Give every deadline, ours that are still to come first, then by day; *handed* is what a handing over changes."""
    held = [_over(each.id, _day(each, case, token, on), handed, on) for each in deadlines]
    return sorted(held, key=lambda d: (d.left is None, (d.left or 0) < 0, d.whose != "ours", d.act or date.max))


def _day(each: Deadline, case: Case, token: str, on: date) -> Day:
    first = each.safe or each.due
    act = _bare(first.value) if first else None
    if act is not None and each.due is not None and act < on <= _bare(each.due.value):
        act = _bare(each.due.value)  # the legal day is open: the sentence says to act today
    why = _waits(each)
    return Day(
        says=_bare_says(each, on),
        whose=each.whose,
        act=act,
        left=(act - on).days if act else None,
        rule=each.rule,
        cite=each.citation.authority,
        tier=f"{tier(each.citation.tier)}, as of {each.citation.as_of}",
        note=each.note,
        counted=branches((first.basis,), case, token) if first else [],
        unverified=each.unverified,
        open=why,
        enter=tuple((anchor(way), field(way)) for way in _wanted(each)) if why else (),
    )


def _over(name: str, day: Day, handed: Handed | None, on: date) -> Day:
    """Give the day as it stands once the letter was handed over: ours waits for its receipt, theirs is an estimate."""
    if handed is not None and name in handed.ours:
        return replace(day, says=handed.ours[name], act=None, left=None, open="", enter=())
    if handed is not None and name in handed.theirs:
        says, act = handed.theirs[name]
        return replace(day, says=says, act=act, left=(act - on).days, open="", enter=())
    return day


def said(each: Deadline, on: date) -> str:
    """Say a deadline in one line, with what its legal day waits for where that is not known."""
    return f"{_bare_says(each, on)} {_waits(each)}".strip()


def _bare_says(each: Deadline, on: date) -> str:
    says = law.sentence(each, on)
    return says.replace(NOT_KNOWN, ".") if _waits(each) else says


def _waits(each: Deadline) -> str:
    return "" if each.due is not None or each.whose != "ours" or each.done is not None else _open(each)


def _wanted(each: Deadline) -> list[str]:
    """Give the fields of case.yaml that would give the legal day."""
    if each.trigger == law.SINCE["receipt"] or "The days run from receipt" in each.note:
        return ["received.denial", *(way for way in ways(each.note) if way != "received.denial")]
    return ways(each.note)


def _open(each: Deadline) -> str:
    """Say which day is missing, or why none would help."""
    wanted = _wanted(each)
    if wanted:
        named = " and ".join(f"\u201c{field(way)}\u201d" for way in wanted)
        first = "The last day by law is not known" if each.safe else "No day can be counted"
        return f"{first} until this is entered: {named}."
    if each.safe is None:
        return ""
    if each.rule.startswith("at least"):
        return "The law gives at least this long. How much longer, the notice says."
    if each.unverified:
        return "The law itself was not read for this rule: the notice says the last day."
    return "The notice does not say from which day its time counts: this is the earliest day it can mean."


def _bare(value: date | datetime) -> date:
    return value.date() if isinstance(value, datetime) else value
