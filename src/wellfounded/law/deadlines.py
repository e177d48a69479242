"""Every deadline of a case, ours and the payer's: what the law gives, beside what the notice says."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from wellfounded.law.applies import applies
from wellfounded.law.beside import Lawful, beside
from wellfounded.law.calendar import parse
from wellfounded.law.circumstances import circumstances, of_the_request
from wellfounded.law.count import COMPUTES, Counted, count
from wellfounded.law.events import ANSWERED, ASKED, Happened, at_first, happened, reached
from wellfounded.law.funding import hedged, insured, unknown
from wellfounded.law.levels import level_of
from wellfounded.law.prolonged import prolonged
from wellfounded.model.basis import Citation
from wellfounded.model.case import Case
from wellfounded.model.law import Deadline
from wellfounded.model.stage import APPEALED, FINAL, FIRST, noticed
from wellfounded.packs import Library
from wellfounded.packs.schema.law import Clock, LawPack, Rule

VOLUNTARY = (
    "The notice offers another appeal to the plan: this time begins with that decision. Where that appeal is "
    "voluntary, it may run already from this notice: the safe day counts so."
)
REQUESTS = ("request", "complete_request", "prescriber_statement")  # what runs before any appeal
HOLDS = {  # said where the case does not show which of two rules is its own
    "pre_service": "This holds where the care has not been given.",
    "post_service": "This holds where the care has been given.",
    "given_drug": "This holds for a drug that a clinician gives.",
    "no_given_drug": "This holds for anything but a drug that a clinician gives.",
}
BINDS = ("in_force", "extended")
WHERE = {  # the events a case always has or comes to; a clock that runs from another is shown once its day is known
    "denial": "The date stands at the head of the notice; the day of receipt is on the envelope, the fax line or the "
    "stamp: enter it as received.denial in case.yaml.",
    "final_denial": "It begins when the plan's last internal decision comes: enter that day as received.final_denial.",
    "request": "Enter the day the plan received the request as requested in case.yaml.",
    "appeal": "It begins when the plan receives the appeal: enter that day as received.appeal.",
}
STARTS = (
    "The reviewer's time begins when the reviewer has the request, which is later than the day it was made: its letter "
    "of acceptance names the day;"
)
ASSIGNED = "external_review_assignment"
# What begins after another event on a later day of its own: that event, and what to enter
FOLLOWS = {
    f"{prefix}{ASSIGNED}": (
        f"{prefix}external_review_request",
        f"{STARTS} enter that as received.{prefix}{ASSIGNED}.",
    )
    for prefix in ("", "expedited_")
}


def deadlines(case: Case, on: date, library: Library) -> tuple[Deadline, ...]:
    """Give every deadline, the earliest safe date first and those with no date last.

    A legal date is given only by a `primary` or `quoted-reg` rule whose starting day is known; `safe` is the earliest
    reading and never later than it. What is missing, what differs and what is past is said in the note.
    """
    held = tuple(_lawful(case, on, library))
    if unknown(case):
        held = tuple(hedged(held, tuple(_lawful(insured(case), on, library)), library))
    lawful = tuple(_worth_showing(held, first=at_first(case), answered=FINAL in reached(case)))
    return tuple(sorted(beside(case, lawful, on), key=_when))


def citation(rule: Rule, pack: str) -> Citation:
    """Give the authority of a rule of *pack*."""
    return Citation(rule.cite, rule.url, rule.as_of, rule.tier, pack)


def _lawful(case: Case, on: date, library: Library) -> Iterator[Lawful]:
    """Give each deadline with the clock it was counted by."""
    known = circumstances(case, on)
    asked = of_the_request(case, known)
    notice = noticed(case)
    for jurisdiction in applies(case, on, library):
        for name, clock in library.get(LawPack, jurisdiction.id).deadlines.items():
            event = happened(case, clock.after)
            words = asked if clock.after in REQUESTS else known
            # a request whose day is not known was made before it was refused
            day = _refused_on(case) or on if clock.after in REQUESTS else on
            if any(words.get(word) is False for word in clock.when) or not _current(clock, event, day):
                continue
            if _done(case, clock, notice) or not (event.known or _comes(case, clock.after)):
                continue
            deadline = _deadline(case, f"{jurisdiction.id}#{name}", clock, event, citation(clock, jurisdiction.id))
            if clock.after == FINAL and APPEALED in notice:
                deadline = replace(deadline, due=None, note=f"{VOLUNTARY} {deadline.note}".strip())
            unsure = " ".join(HOLDS[word] for word in clock.when if word in HOLDS and words.get(word) is None)
            deadline = replace(deadline, note=f"{unsure} {deadline.note}".strip())
            yield deadline, clock


def _refused_on(case: Case) -> date | None:
    denial = happened(case, FIRST)
    fact = denial.dated or denial.received
    return fact.value if fact else None


def _comes(case: Case, event: str) -> str:
    """Say what begins a clock whose event every case comes to, or this one does; empty where it may never come."""
    if event in FOLLOWS:
        before, says = FOLLOWS[event]
        return says if happened(case, before).known else ""
    return WHERE.get(event, "")


def _done(case: Case, clock: Clock, notice: tuple[str, ...]) -> bool:
    """Whether it is over: a question's clock once it is answered, a level's once its decision is here.

    A level that is known to have been asked for stays and is shown as done.
    """
    if clock.after == ASKED:
        asked, decided = happened(case, ASKED).dated, happened(case, FIRST).dated
        late = asked is not None and decided is not None and asked.value <= decided.value
        return late or happened(case, ANSWERED).known
    if clock.whose == "ours" and set(level_of(clock.level).answers) & reached(case):
        return not any(happened(case, name).known for name in level_of(clock.level).asked)
    return clock.after == FIRST and FIRST not in notice


def _worth_showing(found: tuple[Lawful, ...], *, first: bool, answered: bool) -> Iterator[Lawful]:
    """Leave out what another rule gives better, and the payer's clocks that have no day and never will.

    What is known from memory yields to any other rule of its level; of the payer's clocks with no day the first of a
    level speaks, and none where the answer is already here.
    """
    sure = {(deadline.level, deadline.whose) for deadline, _ in found if deadline.citation.tier != "memory"}
    shown: set[str] = set()
    for deadline, clock in found:
        known = (deadline.level, deadline.whose)
        if deadline.citation.tier == "memory" and known in sure:
            continue
        if deadline.whose != "ours" and deadline.safe is None:
            over = answered and deadline.level == "appeal_decision"
            if deadline.level in shown or over or not (first or clock.after in FOLLOWS):
                continue
            shown.add(deadline.level)
        yield deadline, clock


def _current(clock: Clock, event: Happened, on: date) -> bool:
    """Whether the rule was in force on the day of the event, or is on the day asked about while none is known."""
    fact = event.dated or event.received
    day = fact.value if fact else on
    begun = clock.since is None or clock.since <= day
    return begun and (clock.until is None or day <= clock.until) and clock.status in BINDS


def _deadline(case: Case, name: str, clock: Clock, event: Happened, cited: Citation) -> Deadline:
    counted = prolonged(case, clock, count(name, clock, event, cited), cited)
    return Deadline(
        id=name,
        level=clock.level,
        file=clock.file,
        whose=clock.whose,
        due=counted.due,
        safe=counted.safe,
        trigger=clock.trigger,
        rule=_rule(clock),
        citation=cited,
        unverified=clock.tier not in COMPUTES,
        note=_note(case, clock, event, counted),
        counted=counted.sums,
    )


def _rule(clock: Clock) -> str:
    if clock.tier == "memory":
        return f"a time limit after {clock.trigger}"
    bound = {"exact": "", "least": "at least ", "most": "at most "}[clock.bound]
    at = f"{clock.at}, " if clock.at else ""
    return f"{at}{bound}{parse(clock.within)} after {clock.trigger}"


def _note(case: Case, clock: Clock, event: Happened, counted: Counted) -> str:
    missing = "" if event.known else _comes(case, clock.after)
    if event.known and event.dated is None and clock.clock in ("document_date", "mailing"):
        missing = f"The date printed on it counts, not the day it came: enter it as received.{clock.after}_dated."
    return " ".join(part for part in (*counted.notes, missing, clock.note) if part)


def _when(deadline: Deadline) -> tuple[str, str]:
    fact = deadline.safe or deadline.due
    return (fact.value.isoformat() if fact else "9999", deadline.id)
