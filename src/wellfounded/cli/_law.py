"""What the law gives, as plain text: each deadline in a sentence with its rule, and the next steps in order."""

import textwrap
from collections.abc import Iterator
from datetime import date, datetime

from wellfounded import law
from wellfounded.model.basis import Citation, Fact
from wellfounded.model.law import Deadline, Provision, Stake, Step

WIDTH = 100
TIERS = {"secondary": "a secondary source, unverified", "memory": "from memory, unverified"}


def deadline_table(
    found: tuple[Deadline, ...], limits: tuple[str, ...], questions: tuple[str, ...], on: date
) -> list[str]:
    """Give each deadline: when, whose, what, as a sentence, under which rule; then what stands in the way, and asks."""
    out: list[str] = []
    for deadline in sorted(found, key=lambda each: _when(each, on)):
        day = f"{_day(_acting(deadline, on))[:10]:<12}"
        out += _wrap(f"{day}{_who(deadline)}: {deadline.file}{_past(deadline, on)}", "", " " * 12)
        rule = f"{deadline.rule}, {_authority(deadline.citation)}"
        out += _under(law.sentence(deadline, on), rule, deadline.counted, deadline.note)
    out += [line for limit in limits for line in _marked("! ", limit)]
    return out + [line for question in questions for line in _marked("? ", question)]


def step_list(steps: tuple[Step, ...]) -> list[str]:
    """Give the steps, the next best first: by when, why, what each needs and forecloses, its authority.

    What is not open yet says so, and each says which field of case.yaml tells that it was done.
    """
    out: list[str] = []
    for n, step in enumerate(steps, 1):
        by = f", by {_day(step.by)}" if step.by else ""
        later = "later: " if step.later else ""
        out += _wrap(f"{n}. {later}{step.does}{by}", "", "   ")
        cited = dict.fromkeys(_authority(each) for each in step.basis if isinstance(each, Citation))
        done = f"Once done, enter the day as {step.enter}." if step.enter and not step.later else ""
        for part in (step.why, step.needs, step.forecloses, "; ".join(cited), done):
            out += _wrap(part, "   ", "   ")
    return out


def stake_list(stakes: tuple[Stake, ...]) -> list[str]:
    """Give what a reversal could change in money, with the arithmetic of both ends."""
    out = []
    for stake in stakes:
        low, high = stake.low.value, stake.high.value
        out.append(f"{stake.says[:1].upper()}{stake.says[1:]} between {low:,.2f} and {high:,.2f}.")
        out += [line for words in stake.arithmetic for line in _marked("  ", words)]
    return [*out, "This is the money at stake, not the chance of getting it."] if out else []


def provision_list(provisions: tuple[Provision, ...]) -> list[str]:
    """Give what holds for an expense from a health account, each with its authority and how surely it is known."""
    out: list[str] = []
    for each in provisions:
        mark = "? " if each.unverified else "x " if each.missing else "- "
        until = f" A letter of today: until {each.until.value}." if each.until else ""
        lacks = " The case does not hold it." if each.missing else ""
        cited = f" ({each.citation.authority}; {each.citation.tier}, as of {each.citation.as_of})"
        out += _marked(mark, f"{each.says}{until}{lacks}{cited}")
    return (
        [*out, "? was not read at its source: ask the administrator."] if any(p.unverified for p in provisions) else out
    )


def _wrap(words: str, first: str = "", rest: str = "") -> list[str]:
    return textwrap.wrap(words, WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)


def _under(*parts: str) -> Iterator[str]:
    for part in parts:
        yield from _wrap(part, " " * 12, " " * 12)


def _marked(mark: str, words: str) -> list[str]:
    return _wrap(words, mark, " " * len(mark))


def _authority(cited: Citation) -> str:
    """Give the authority and how surely it is known; one that names no section says so and is unverified."""
    if cited.tier == "notice":
        return f"{cited.authority} (its own words)"
    named, sure = any(sign.isdigit() for sign in cited.authority), cited.tier not in TIERS
    section = "" if named else "no section known, unverified; " if sure else "no section known; "
    return f"{cited.authority} ({section}{TIERS.get(cited.tier, cited.tier)}, as of {cited.as_of})"


def _who(deadline: Deadline) -> str:
    return "ours" if deadline.whose == "ours" else law.whose(deadline).removeprefix("The ")


def _acting(deadline: Deadline, on: date) -> Fact[date] | None:
    """Give the day to act by: the safe one, and once it has passed the legal one while that is open."""
    safe, due = deadline.safe or deadline.due, deadline.due
    passed = safe is not None and _day(safe)[:10] < on.isoformat()
    return due if passed and due is not None and deadline.whose == "ours" else safe


def _past(deadline: Deadline, on: date) -> str:
    if deadline.done is not None:
        return "  (done)"
    fact = _acting(deadline, on)
    if fact is None:
        return ""
    if _day(fact)[:10] < on.isoformat():
        open_still = deadline.whose == "ours" and deadline.due is None
        return "  (the safe date has passed, no legal date is known: act today)" if open_still else "  (past)"
    early = deadline.safe is not None and _day(deadline.safe)[:10] < on.isoformat()
    return "  (the legal date; the safe date has passed: act today)" if early else ""


def _when(deadline: Deadline, on: date) -> tuple[bool, str]:
    fact = _acting(deadline, on)
    return fact is None, _day(fact)


def _day(fact: object) -> str:
    value = getattr(fact, "value", None)
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="minutes")
    return value.isoformat() if isinstance(value, date) else "no date"
