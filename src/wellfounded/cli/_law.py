"""What the law gives, as plain text: each deadline in a sentence with its rule, and the next steps in order."""

import textwrap
from collections.abc import Iterator
from datetime import date, datetime

from wellfounded import law
from wellfounded.model.law import Deadline, Step

WIDTH = 100


def deadline_table(
    found: tuple[Deadline, ...], limits: tuple[str, ...], questions: tuple[str, ...], on: date
) -> list[str]:
    """Give each deadline: when, whose, what, as a sentence, under which rule; then what stands in the way, and asks."""
    out: list[str] = []
    for deadline in sorted(found, key=_when):
        out.append(f"{_day(deadline.safe or deadline.due):<12}{deadline.whose}: {deadline.file}{_past(deadline, on)}")
        cited = deadline.citation
        rule = f"{deadline.rule}, {cited.authority} ({cited.tier}, as of {cited.as_of})"
        out += _under(law.sentence(deadline, on), rule, deadline.note)
    out += [line for limit in limits for line in _marked("! ", limit)]
    return out + [line for question in questions for line in _marked("? ", question)]


def step_list(steps: tuple[Step, ...]) -> list[str]:
    """Give the steps, the next best first: what to do by when, why, what it needs and what it forecloses."""
    out: list[str] = []
    for n, step in enumerate(steps, 1):
        by = f", by {_day(step.by)}" if step.by else ""
        out += textwrap.wrap(f"{n}. {step.does}{by}", WIDTH, subsequent_indent="   ")
        for part in (step.why, step.needs, step.forecloses):
            out += textwrap.wrap(part, WIDTH, initial_indent="   ", subsequent_indent="   ")
    return out


def _under(*parts: str) -> Iterator[str]:
    for part in parts:
        yield from textwrap.wrap(part, WIDTH, initial_indent=" " * 12, subsequent_indent=" " * 12)


def _marked(mark: str, words: str) -> list[str]:
    return textwrap.wrap(words, WIDTH, initial_indent=mark, subsequent_indent=" " * len(mark))


def _past(deadline: Deadline, on: date) -> str:
    day = _day(deadline.safe or deadline.due)
    return "  (past)" if deadline.safe and day[:10] < on.isoformat() else ""


def _when(deadline: Deadline) -> tuple[bool, str]:
    fact = deadline.safe or deadline.due
    return fact is None, _day(fact)


def _day(fact: object) -> str:
    value = getattr(fact, "value", None)
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="minutes")
    return value.isoformat() if isinstance(value, date) else "no date"
