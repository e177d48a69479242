"""Deadlines as the pages show them: the sentence, the rule, and what the day was counted from."""

from dataclasses import dataclass
from datetime import date, datetime

from wellfounded import law
from wellfounded.clinic.showing.links import Branch, branches
from wellfounded.model.case import Case
from wellfounded.model.law import Deadline


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

    @property
    def css(self) -> str:
        """Give how near it is: past, near (two weeks), far, none."""
        if self.left is None:
            return "none"
        return "past" if self.left < 0 else "near" if self.left <= 14 else "far"


def days(deadlines: tuple[Deadline, ...], case: Case, token: str, on: date) -> list[Day]:
    """Give every deadline, ours that are still to come first, then by day."""
    held = [_day(each, case, token, on) for each in deadlines]
    return sorted(held, key=lambda d: (d.left is None, (d.left or 0) < 0, d.whose != "ours", d.act or date.max))


def _day(each: Deadline, case: Case, token: str, on: date) -> Day:
    first = each.safe or each.due
    act = _bare(first.value) if first else None
    if act is not None and each.due is not None and act < on <= _bare(each.due.value):
        act = _bare(each.due.value)  # the legal day is open: the sentence says to act today
    return Day(
        says=law.sentence(each, on),
        whose=each.whose,
        act=act,
        left=(act - on).days if act else None,
        rule=each.rule,
        cite=each.citation.authority,
        tier=f"{each.citation.tier.replace('-', ' ')}, as of {each.citation.as_of}",
        note=each.note,
        counted=branches((first.basis,), case, token) if first else [],
        unverified=each.unverified,
    )


def _bare(value: date | datetime) -> date:
    return value.date() if isinstance(value, datetime) else value
