"""What to do next, in order: each step with its reason, its day, what it needs and what it forecloses."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from wellfounded.law.applies import applies
from wellfounded.law.calendar import day_of, parse
from wellfounded.law.circumstances import circumstances
from wellfounded.law.count import COMPUTES
from wellfounded.law.deadlines import citation
from wellfounded.law.events import at_first, happened, reached, refused
from wellfounded.law.lateness import Late, late
from wellfounded.law.levels import level_of
from wellfounded.law.order import COURTS, gone, placed
from wellfounded.law.papers import mending, talk, unread
from wellfounded.law.past import PASSED
from wellfounded.law.stated import NOTICE
from wellfounded.model.case import Case
from wellfounded.model.determination import REFUSALS
from wellfounded.model.law import Deadline, Right, Step
from wellfounded.model.stage import APPEALED, FINAL, OUTSIDE, noticed
from wellfounded.packs import Library
from wellfounded.packs.schema.law import LawPack

WEEK = 7
LOST_IN_DAYS = ("fast_appeal",)  # what is lost within days comes before everything
ASKS = ("claim_file", "criteria_free")
# Why a step is worth taking, by its level; the rule that times it follows.
REASONS = {
    "internal_appeal": "The plan must look again, and the levels outside the plan open only with its decision.",
    "plan_appeal": "The plan must look again, and the state hearing opens only with its decision.",
    "reconsideration": "It is the first level, and the next one opens only with its decision.",
    "redetermination": "It is the first level, and the next one opens only with its decision.",
    "external_review": "It is decided outside the plan.",
    "independent_review": "It is decided outside the plan.",
    "fair_hearing": "It is decided by the state and not by the plan.",
    "second_reconsideration": "It is decided by another contractor.",
    "second_review": "It is the last level of review there.",
    "alj_hearing": "It is heard by a judge who is not the plan's.",
    "opm_review": "It is decided by the office that contracts with the plan.",
    "ombudsman": "It is decided outside the insurer and costs nothing or little.",
    **dict.fromkeys(COURTS, "For information only: ask a lawyer."),
    "continuation": "The service goes on while the appeal is decided.",
    "fast_appeal": "Coverage goes on until the review is decided, and the time is counted in hours.",
}
ASKED_FOR = ("information", "response")  # told with the paper that asks
AWAITED = ("appeal_decision", "complaint_response")
OPENED = "The payer's lateness opens it: its answer is not waited for."
# What says that the first appeal is on its way or over
BEGUN = ("appeal", FINAL, "ombudsman_complaint", "regulator_complaint", "council_complaint")


def routes(
    case: Case, found: tuple[Deadline, ...], rights: tuple[Right, ...], on: date, library: Library
) -> tuple[Step, ...]:
    """Give the steps open on the day *on*, the next best first, and behind them those that wait for a decision.

    *found* and *rights* are those of `deadlines` and `rights` for the same case and day. Where nothing was refused
    they are what the payer's lateness or its unanswered question leaves to do, and what to ask about a paper that was
    not read as a refusal. What has passed says what may still be done; court is information only.
    """
    overdue = late(case, found, on, library)
    opened = frozenset(id_ for each in overdue for id_ in each.opens)
    known = circumstances(case, on)
    if not refused(case) and not known["services_end"]:
        runs = tuple(each for each in found if each.safe is not None and each.level not in ASKED_FOR)
        now = placed(case, runs, on, library, opened).ready
        return (*(_step(each, on) for each in now), *(each.step for each in overdue), *unread(case, found, on))
    held = {each.level: each for each in found if each.whose == "ours" and each.done is None}
    own = ("peer_to_peer", "corrected_claim")
    order = placed(case, tuple(each for each in found if each.level not in own), on, library, opened)
    pressing = [each for each in order.ready if _lost_in_days(each, known, on) and each.id not in opened]
    ready = [_step(each, on) for each in order.ready if each not in pressing and each.id not in opened]
    begun = any(happened(case, event).known for event in BEGUN) or not at_first(case)
    ways = tuple(_ways(case, on, library, begun=begun))
    hurry = tuple(_hurry(case, on, library))
    steps = [*(_step(each, on) for each in pressing), *(_followed(each, order.ready, on) for each in overdue)]
    steps += [*(hurry if known["expedited"] else ()), *mending(case, held.get("corrected_claim"))]
    steps += talk(case, held.get("peer_to_peer"), on)
    steps += [] if begun else [step for rank, step in ways if rank == "first"]
    steps += _asking(case, rights)
    steps += [*ready[:1], *(() if known["expedited"] else hurry), *ready[1:]]
    steps += _awaited(case, found, overdue)
    filed = any(each.level == "external_review" and each.whose == "ours" for each in found) or OUTSIDE in reached(case)
    sent = [_sent_on(right, case) for right in rights if right.id == "external_review" and not filed]
    other = [*ways, *sent] if begun else [rank for rank, _ in ways if rank == "first"]
    if not (order.ready or order.passed or overdue or other or "await_decision" in {step.id for step in steps}):
        steps.append(_look_again(case, order.waiting, begun=begun))
    steps += [_step(each, on) for each in order.passed if level_of(each.level).answers]
    steps += [replace(_step(each, on), later=True, needs=f"It begins with {each.trigger}.") for each in order.waiting]
    steps += sent
    steps += [step for rank, step in ways if rank != "first"]
    steps += _offices(case, on, library)
    return (*steps, *(_step(each, on) for each in order.passed if not level_of(each.level).answers))


def _lost_in_days(deadline: Deadline, known: dict[str, bool | None], on: date) -> bool:
    if deadline.level == "continuation" and known["ongoing"] is not True and deadline.citation.tier != NOTICE:
        return False  # it may be no cut at all
    fact = deadline.safe or deadline.due
    soon = fact is not None and (day_of(fact.value) - on).days <= WEEK
    return soon or deadline.level in ("continuation", *LOST_IN_DAYS)


def _followed(overdue: Late, ready: tuple[Deadline, ...], on: date) -> Step:
    """Give what is late as one step with the level it opens, whose day and authority it takes."""
    opened = next((each for each in ready if each.id in overdue.opens), None)
    if opened is None:
        return overdue.step
    own, step = _step(opened, on), overdue.step
    why = f"{step.why} {OPENED} {own.why if opened.safe or opened.due else ''}".strip()
    return replace(own, does=step.does, why=why, needs="", basis=(*own.basis, *step.basis))


def _step(deadline: Deadline, on: date) -> Step:
    """Give one level as a step; a safe day that has passed is never the day to act by while the legal one is open."""
    fact = deadline.safe or deadline.due
    rule = f"{deadline.rule[:1].upper()}{deadline.rule[1:]}."
    why = f"{REASONS.get(deadline.level, '')} {rule}".strip()
    needs = "Its last day is not known here: read it in the notice, or ask." if fact is None else ""
    if deadline.due is not None and gone(deadline, on):
        why, fact = deadline.note.replace(PASSED, f"Its day has passed: {day_of(deadline.due.value)}.", 1), None
    if fact is not None and day_of(fact.value) < on and not gone(deadline, on):
        legal = "the legal date is open" if deadline.due else "the legal date is not known"
        why = f"Act today: the safe date was {fact.value}, and {legal}. {why}"
        fact = deadline.due
    if deadline.level == "continuation" and not gone(deadline, on):
        needs = deadline.note
    enter = f"received.{level_of(deadline.level).asked[0]}"
    return Step(deadline.level, deadline.file, why, fact, needs, basis=(deadline.citation,), enter=enter)


def _hurry(case: Case, on: date, library: Library) -> Iterator[Step]:
    """Give the expedited appeal where the law has one and the first denial is what is in hand."""
    done = happened(case, FINAL).known or happened(case, "expedited_appeal").known
    if not at_first(case) or done or circumstances(case, on)["post_service"]:
        return
    for jurisdiction in applies(case, on, library):
        for clock in library.get(LawPack, jurisdiction.id).deadlines.values():
            current = (clock.since is None or clock.since <= on) and (clock.until is None or on <= clock.until)
            if clock.after == "expedited_appeal" and clock.tier in COMPUTES and current:
                filed = happened(case, "appeal").known
                yield Step(
                    "expedited_appeal",
                    f"ask {'that the appeal be expedited' if filed else 'for an expedited appeal'} where waiting is "
                    "dangerous",
                    f"It is decided within {parse(clock.within)} of {clock.trigger}.",
                    needs="The clinician says that the standard time could jeopardize life, health or function.",
                    forecloses="" if filed else "It takes the place of the standard appeal.",
                    basis=(citation(clock, jurisdiction.id),),
                    enter="received.expedited_appeal",
                )
                return


def _awaited(case: Case, found: tuple[Deadline, ...], overdue: tuple[Late, ...]) -> Iterator[Step]:
    """Say what is waited for once the appeal is sent, so that its day is kept as well as ours."""
    asked = happened(case, "appeal").received or happened(case, "expedited_appeal").received
    answered = any(happened(case, answer).known for answer in (APPEALED, FINAL))
    if asked is None or answered or overdue or not at_first(case):
        return
    runs = [each for each in found if each.level in AWAITED and each.whose != "ours" and each.done is None]
    last = max((day_of(fact.value) for each in runs if (fact := each.due or each.safe)), default=None)
    yield Step(
        "await_decision",
        "wait for the answer to the appeal" if last else "ask the plan when it answers the appeal",
        f"It was received on {asked.value}." + (f" An answer after {last} is late." if last else ""),
        basis=tuple(each.citation for each in runs) or (asked.basis,),
        enter="received.final_denial",
    )


def _look_again(case: Case, waiting: tuple[Deadline, ...], *, begun: bool) -> Step:
    """Give the plain first step where no rule of a first appeal was read: the next office asks for that answer."""
    follows = (
        f"The next step begins with {waiting[0].trigger}." if waiting else "No rule held here gives its way or day."
    )
    asks = "what is open now" if begun else "it to look again"
    reading, notice = case.reading(*REFUSALS), happened(case, noticed(case)[0])
    known = tuple(fact.basis for fact in (notice.dated, notice.received) if fact)
    read = tuple(field.basis for field in reading.fields[:1]) if reading else ()
    return Step(
        "look_again",
        f"write to the payer: ask {asks}, and how, where and by when to go on",
        follows,
        basis=tuple(each.citation for each in waiting[:1]) or known or read,
        enter="" if begun else "received.appeal",
    )


def _sent_on(right: Right, case: Case) -> Step:
    """Give the next level where nothing has to be filed for it."""
    begun = not at_first(case)
    return Step(
        right.id,
        "watch that the next level begins",
        f"{right.says}.",
        needs="" if begun else "It begins with the plan's decision on the appeal.",
        basis=(right.citation,),
        later=not begun,
    )


def _asking(case: Case, rights: tuple[Right, ...]) -> Iterator[Step]:
    held = [right for right in rights if right.id in ASKS]
    here = any(document.source.path.startswith("policy/") for document in case.documents)
    if held and not here and not happened(case, "criteria_request").known:
        yield Step(
            "ask_for_the_criteria",
            "ask for the claim file and the criteria",
            "The criteria are not here, and an argument that does not know them may miss them.",
            forecloses="It does not stop the appeal's clock: keep that day.",
            basis=tuple(right.citation for right in held),
            enter="received.criteria_request",
        )


def _ways(case: Case, on: date, library: Library, *, begun: bool) -> Iterator[tuple[str, Step]]:
    """Give each way of the packs with its rank; what is known from memory only, or was done, is not advised."""
    known = circumstances(case, on)
    for jurisdiction in applies(case, on, library):
        for name, way in library.get(LawPack, jurisdiction.id).routes.items():
            done = any(happened(case, event).known or (begun and event == "appeal") for event in way.asked)
            if way.tier != "memory" and not done and all(known.get(word) for word in way.only):
                basis = (citation(way, jurisdiction.id),)
                asked = way.asked or (("appeal",) if way.rank == "first" else ())
                enter = f"received.{asked[0]}" if asked else ""
                yield way.rank, Step(name, way.does, way.why, None, way.needs, way.forecloses, basis, enter=enter)


def _offices(case: Case, on: date, library: Library) -> Iterator[Step]:
    if happened(case, "regulator_complaint").known:
        return
    for jurisdiction in applies(case, on, library):
        for name, office in library.get(LawPack, jurisdiction.id).contacts.items():
            yield Step(
                name,
                f"complain to the {office.name}, {office.phone}".rstrip(", "),
                f"A complaint is open beside every appeal. Contact as of {office.as_of}, not checked since.",
                basis=(jurisdiction.why,),
                enter="received.regulator_complaint",
            )
