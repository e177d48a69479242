"""Deadlines as the plain structure that `wellfounded deadlines --json` prints."""

from datetime import date

from wellfounded.model.basis import Fact
from wellfounded.model.law import Deadline


def as_json(deadlines: tuple[Deadline, ...]) -> list[dict[str, str | None]]:
    """Give one mapping a deadline; dates are ISO 8601, and null where none is known.

    `as_of` is null for the words of a notice that bears no date.
    """
    return [
        {
            "level": deadline.level,
            "whose": deadline.whose,
            "due": _day(deadline.due),
            "safe": _day(deadline.safe),
            "trigger": deadline.trigger,
            "rule": deadline.rule,
            "citation": deadline.citation.authority,
            "tier": deadline.citation.tier,
            "as_of": None if deadline.citation.as_of == date.min else deadline.citation.as_of.isoformat(),
            "note": deadline.note,
        }
        for deadline in deadlines
    ]


def _day(fact: Fact[date] | None) -> str | None:
    return fact.value.isoformat() if fact else None
