"""That what is filed is filed in time: the rule of the law that gives the day, and the day by its earliest reading."""

import re
from collections.abc import Iterator
from datetime import date, datetime

from wellfounded.model.basis import Derivation
from wellfounded.model.law import Deadline
from wellfounded.model.letter import Sentence
from wellfounded.write.telling import Telling, sentence
from wellfounded.write.words import dates

# The clocks of a first appeal, as the law packs and notices name them; a letter of another kind has the clock it names.
APPEALS = frozenset(
    ("appeal", "internal_appeal", "plan_appeal", "reconsideration", "redetermination", "widerspruch", "einsprache")
)
NAMED = {
    "reconsideration": "Request for reconsideration of an adverse determination",
    "redetermination": "Request for redetermination of an adverse determination",
}
LATER = frozenset(("internal_appeal_2", "medicare_reconsideration", "fair_hearing", "external_review"))
OURS = re.compile(
    r"\bthe (appeal|request for reconsideration|request for redetermination|request)\b(?: by the [a-z]+)?$"
)


def title(telling: Telling) -> str:
    """Give the letter's title: a first appeal goes by the name its market's law gives it, where that has its own."""
    levels = (each.level for each in telling.deadlines if each.whose == "ours" and first(each))
    own = next((NAMED[level] for level in levels if level in NAMED), "")
    return own if own and telling.kind == "internal_appeal" else telling.pack.title


def last(deadline: Deadline, telling: Telling) -> date | None:
    """Give the last safe day of a clock of ours that a verified rule gives and that has not passed; else None."""
    held = deadline.safe or deadline.due
    if deadline.whose != "ours" or deadline.unverified or held is None:
        return None
    when = held.value.date() if isinstance(held.value, datetime) else held.value
    return when if isinstance(when, date) and when >= telling.on else None


def first(deadline: Deadline) -> bool:
    """Whether it is the clock of a first appeal."""
    return deadline.level.removesuffix("_as_stated") in APPEALS


def kept(telling: Telling) -> Iterator[Sentence]:
    """Say that this letter is filed in time, with the rule and its day; nothing where no verified rule gives one."""
    for deadline in telling.deadlines:
        own = deadline.level == telling.kind if telling.kind in LATER else first(deadline)
        when, held = last(deadline, telling), deadline.safe or deadline.due
        if telling.pack.to not in {"appeals", "reviewer"} or not own or when is None or held is None:
            continue
        name = "appeal" if "appeal" in telling.pack.title.lower() else "request"
        rule, cite, day = deadline.rule.rstrip("."), deadline.citation.authority, dates.day(when)
        ways = (
            f"this {name} is filed within the time allowed: {rule} ({cite}), which runs at least to {day}",
            f"the time for this {name} is {rule} ({cite}); it runs at least to {day}, and I file within it",
            f"this {name} is in time: the law gives {rule} ({cite}), at least until {day}",
            f"I file within the time the rule gives, {rule} ({cite}), which does not end before {day}",
        )
        basis = Derivation(f"{deadline.id} = {when}; {rule}", (held.basis,))
        yield sentence(telling.voice.pick("in time", *ways), basis, deadline.citation)
        return


def to_decide(telling: Telling) -> tuple[str, Derivation] | None:
    """Give how long the plan has to decide, "30 days after receipt of this appeal (29 CFR ...)", and what says so."""
    if telling.kind in LATER:
        return None
    for deadline in telling.deadlines:
        if deadline.level != "appeal_decision" or deadline.whose == "ours" or deadline.unverified:
            continue
        if "expedited" in telling.kind and "hour" not in deadline.rule:
            continue  # the clock of an appeal that was not hurried
        rule = OURS.sub(r"this \1", deadline.rule.rstrip("."))
        return (
            f"{rule} ({deadline.citation.authority})",
            Derivation(f"{deadline.id} = {deadline.rule}", (deadline.citation,)),
        )
    return None
