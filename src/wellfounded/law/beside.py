"""What the law gives beside what the notice says: the earlier governs the safe date, and both are shown."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from wellfounded.law.calendar import day_of
from wellfounded.law.circumstances import circumstances
from wellfounded.law.events import reached
from wellfounded.law.levels import level_of
from wellfounded.law.past import after
from wellfounded.law.stated import Stated, stated
from wellfounded.model.basis import Fact
from wellfounded.model.case import Case
from wellfounded.model.law import Deadline
from wellfounded.model.stage import APPEALED, noticed
from wellfounded.packs.schema.law import Clock

FILE = {  # route of a stated time limit: what is to be done
    "appeal": "file the appeal",
    "expedited_appeal": "ask for the expedited appeal",
    "external_review": "ask for external review",
    "fair_hearing": "ask for a state fair hearing",
    "continuation": "ask that services continue during the appeal",
    "peer_to_peer": "call the plan's reviewer for the peer-to-peer discussion",
    "corrected_claim": "send the corrected claim",
    "response": "send the information asked for",
    "court": "file suit",
    "ombudsman": "complain to the ombudsman",
    "regulator": "go to the regulator",
    "grievance": "file the grievance",
    "fast_appeal": "ask the quality improvement organization for a fast review",
}
OWN_LEVEL = frozenset(FILE) - {"appeal"}  # of the clocks that run from a denial, all others are its first appeal

Lawful = tuple[Deadline, Clock]


def beside(case: Case, lawful: tuple[Lawful, ...], on: date) -> Iterator[Deadline]:
    """Give the lawful deadlines, each compared with what the notice states for it, and each stated one that differs.

    Where the law's own rule can give no legal day (a secondary source, a bound, an unnamed start), the notice's word
    takes its place and the rule goes into the note.
    """
    after_event = {deadline.level: clock.after for deadline, clock in lawful if deadline.whose == "ours"}
    mendable = circumstances(case, on)["mendable"]  # a corrected claim answers a wrong code, not a wrong judgment
    said = tuple(each for each in stated(case, after_event) if mendable or each.route != "corrected_claim")
    taken: list[Stated] = []
    explained = [each for each in said if any(_agree(each, *held) for held in lawful if _same(each, *held))]
    for deadline, clock in lawful:
        mine = [each for each in said if each.day is not None and _same(each, deadline, clock)]
        deciding = next((each for each in mine if each.due is not None), None)
        if deciding is not None and _silent(deadline, clock):
            taken.append(deciding)
            yield after(_merged(deadline, deciding), clock.late, case, on)
            continue
        found = deadline
        for each in (each for each in mine if each not in explained):
            found = _compared(found, each, clock)
        yield after(found, clock.late, case, on)
    for n, each in enumerate(each for each in said if each not in taken):
        twins = [held for held in lawful if _same(each, *held)]
        if each.day is not None and each not in explained:
            level = f"{twins[0][0].level}_as_stated" if twins else each.route
            own = _own(each, level, f"notice#{each.route}{f'.{n}' if n else ''}")
            again = each.route == "appeal" and APPEALED in noticed(case)
            if not again and set(level_of(level).answers) & reached(case):
                continue  # its decision is here
            yield after(replace(own, file="file the second appeal to the plan") if again else own, "", case, on)


def _same(each: Stated, deadline: Deadline, clock: Clock) -> bool:
    if deadline.whose != "ours":
        return False
    if each.route == "appeal":
        return clock.after == "denial" and not clock.level.startswith(tuple(OWN_LEVEL))
    if each.route == "response" and deadline.level == "information":
        return True
    return deadline.level == each.route or deadline.level.startswith(f"{each.route}_by_")


def _agree(each: Stated, deadline: Deadline, clock: Clock) -> bool:
    day, law = each.day, deadline.due or deadline.safe
    if day is None or (law is not None and day.value == day_of(law.value)):
        return True
    return each.within == clock.within and each.since in ("", clock.clock)


def _silent(deadline: Deadline, clock: Clock) -> bool:
    """Whether the law's own rule can never give a legal day, whatever dates become known."""
    return deadline.due is None and (
        deadline.unverified or clock.bound != "exact" or clock.clock == "unspecified" or clock.tier == "memory"
    )


def _compared(deadline: Deadline, each: Stated, clock: Clock) -> Deadline:
    day, law = each.day, deadline.due or deadline.safe
    if day is None:
        return deadline
    if law is None and clock.clock in ("document_date", "mailing"):
        # the date of the paper counts and is missing: what the notice counts from receipt may be later than the law
        note = f"The notice states {each.rule}, so {day.value}; the law counts from the paper's date, which is earlier."
        return replace(deadline, note=f"{note} {deadline.note}".strip())
    known = f"the law gives {law.value}" if law else "the law's own day is not known"
    states = f"states {each.rule}, so {day.value}" if each.within else f"names {day.value} as the last day"
    note = f"The notice {states}; {known}. Act by the earlier."
    safe = _earlier(_earlier(deadline.safe, each.safe), day)
    counted = deadline.counted
    if safe is not deadline.safe and each.sums:
        counted = f"{counted.partition(' Safe date: ')[0]} By the notice: {each.sums}".strip()
    return replace(deadline, safe=safe, counted=counted, note=f"{note} {deadline.note}".strip())


def _merged(deadline: Deadline, each: Stated) -> Deadline:
    rule = f"The rule ({deadline.citation.authority}, {deadline.citation.tier}): {deadline.rule}."
    return replace(
        deadline,
        due=each.due,
        safe=_earlier(_earlier(deadline.safe, each.safe), each.due),
        trigger=each.trigger,
        rule=each.rule,
        citation=each.citation,
        unverified=False,
        counted=each.sums,
        note=f"As the notice states it. {rule} {deadline.note}".strip(),
    )


def _own(each: Stated, level: str, id_: str) -> Deadline:
    return Deadline(
        id=id_,
        level=level,
        file=FILE.get(each.route, f"act on the {each.route.replace('_', ' ')}"),
        whose="ours",
        due=each.due,
        safe=_earlier(each.safe, each.due),
        trigger=each.trigger,
        rule=each.rule,
        citation=each.citation,
        note="As the notice states it.",
        counted=each.sums,
    )


def _earlier(one: Fact[date] | None, other: Fact[date] | None) -> Fact[date] | None:
    return min((fact for fact in (one, other) if fact is not None), key=lambda fact: day_of(fact.value), default=None)
