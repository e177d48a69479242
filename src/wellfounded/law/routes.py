"""What to do next, in order: each step with its reason, its day, what it needs and what it forecloses."""

import re
from collections.abc import Iterator
from datetime import date

from wellfounded.law.applies import applies
from wellfounded.law.calendar import day_of, parse
from wellfounded.law.circumstances import MENDABLE, circumstances
from wellfounded.law.count import COMPUTES
from wellfounded.law.deadlines import citation
from wellfounded.law.events import happened
from wellfounded.law.stated import NOTICE
from wellfounded.model.basis import Quote
from wellfounded.model.case import Case
from wellfounded.model.determination import REFUSALS, Reading
from wellfounded.model.law import Deadline, Right, Step
from wellfounded.model.stage import FINAL, FIRST, noticed
from wellfounded.packs import Library
from wellfounded.packs.schema.law import LawPack

# An appeal or new papers that end the offer to talk, as notices say it.
ENDS = re.compile(
    r"[^.]*\b(?:no\s+longer|not\s+(?:be\s+)?(?:available|possible|offered)|ends?|ended|closed|closes|"
    r"before\s+(?:you|an?)\s+\w*\s*appeal|once\s+an?\s+appeal)\b[^.]*\.",
    re.IGNORECASE,
)
ENDERS = re.compile(
    r"\bappeal|\b(?:new|additional|further)\s+(?:clinical\s+)?(?:information|documentation|records)", re.IGNORECASE
)
WEEK = 7
LOST_IN_DAYS = ("fast_appeal",)  # what is lost within days comes before everything
ASKS = ("claim_file", "criteria_free")
COURTS = ("court", "supreme_court")
# Why a step is worth taking, by its level; the rule that times it follows.
REASONS = {
    "internal_appeal": "The plan must look again, and the levels outside the plan open only with its decision.",
    "plan_appeal": "The plan must look again, and the state hearing opens only with its decision.",
    "reconsideration": "It is the first level, and the next one opens only with its decision.",
    "redetermination": "It is the first level, and the next one opens only with its decision.",
    "external_review": "It is decided outside the plan.",
    "independent_review": "It is decided outside the plan.",
    "fair_hearing": "It is decided by the state and not by the plan.",
    "alj_hearing": "It is heard by a judge who is not the plan's.",
    "opm_review": "It is decided by the office that contracts with the plan.",
    "ombudsman": "It is decided outside the insurer and costs nothing or little.",
    "continuation": "The service goes on while the appeal is decided.",
    "fast_appeal": "Coverage goes on until the review is decided, and the time is counted in hours.",
}
SENT_BY = (
    "An expedited appeal and a standard one are not filed for the same refusal: ask for the one the patient needs."
)


def routes(
    case: Case, found: tuple[Deadline, ...], rights: tuple[Right, ...], on: date, library: Library
) -> tuple[Step, ...]:
    """Give the steps open on the day *on*, the next best first; empty where nothing has been refused.

    *found* and *rights* are those of `deadlines` and `rights` for the same case and day. What has passed comes last,
    with what may still be done; court is information only.
    """
    reading = case.reading(*REFUSALS)
    if reading is None:
        return ()
    known = circumstances(case, on)
    ours = {each.level: each for each in found if each.whose == "ours" and each.done is None}
    talk = _talk(case, reading, ours.pop("peer_to_peer", None), on)
    mending = tuple(_mending(reading, ours.pop("corrected_claim", None)))
    dated = [each for each in sorted(ours.values(), key=_rank) if not each.level.endswith("_as_stated")]
    first = [each for each in dated if _lost_in_days(each, known, on) and not _passed(each, on)]
    ways = tuple(_ways(case, on, library))
    hurry = tuple(_hurry(case, on, library))
    steps = [*(_step(each, on) for each in first), *_late(found, on)]
    steps += [*(hurry if known["expedited"] else ()), *mending, *talk]
    begun = happened(case, "appeal").known or happened(case, FINAL).known or FIRST not in noticed(case)
    steps += [] if begun else [step for rank, step in ways if rank == "first"]
    steps += _asking(case, rights)
    later = [_step(each, on) for each in dated if each not in first and not _passed(each, on)]
    steps += [*later[:1], *(() if known["expedited"] else hurry), *later[1:]]
    begun = FIRST not in noticed(case)
    steps += [
        _sent_on(right, begun=begun) for right in rights if right.id == "external_review" and right.id not in ours
    ]
    steps += [step for rank, step in ways if rank != "first"]
    steps += _offices(case, on, library)
    return (*steps, *(_step(each, on) for each in dated if _passed(each, on)))


def _lost_in_days(deadline: Deadline, known: dict[str, bool | None], on: date) -> bool:
    if deadline.level == "continuation" and known["ongoing"] is not True and deadline.citation.tier != NOTICE:
        return False  # it may be no cut at all
    fact = deadline.safe or deadline.due
    soon = fact is not None and (day_of(fact.value) - on).days <= WEEK
    return soon or deadline.level in ("continuation", *LOST_IN_DAYS)


def _passed(deadline: Deadline, on: date) -> bool:
    return deadline.due is not None and day_of(deadline.due.value) < on


def _rank(deadline: Deadline) -> tuple[bool, bool, str]:
    """Put what can be done now before what waits for a later decision, and court last."""
    fact = deadline.safe or deadline.due
    return deadline.level in COURTS, fact is None, fact.value.isoformat() if fact else deadline.id


def _step(deadline: Deadline, on: date) -> Step:
    fact = deadline.safe or deadline.due
    rule = f"{deadline.rule[:1].upper()}{deadline.rule[1:]}."
    why = deadline.note if _passed(deadline, on) else f"{REASONS.get(deadline.level, '')} {rule}".strip()
    needs = f"It begins with {deadline.trigger}." if fact is None else ""
    if deadline.level == "continuation" and not _passed(deadline, on):
        needs = deadline.note
    return Step(deadline.level, deadline.file, why, fact, needs, basis=(deadline.citation,))


def _hurry(case: Case, on: date, library: Library) -> Iterator[Step]:
    """Give the expedited appeal where the law has one and the first denial is what is in hand."""
    if FIRST not in noticed(case) or happened(case, FINAL).known or circumstances(case, on)["post_service"]:
        return
    for jurisdiction in applies(case, on, library):
        for clock in library.get(LawPack, jurisdiction.id).deadlines.values():
            current = (clock.since is None or clock.since <= on) and (clock.until is None or on <= clock.until)
            if clock.after == "expedited_appeal" and clock.tier in COMPUTES and current:
                yield Step(
                    "expedited_appeal",
                    "ask for an expedited appeal where waiting is dangerous",
                    f"It is decided within {parse(clock.within)} of {clock.trigger}.",
                    needs="The clinician says that the standard time could jeopardize life, health or function.",
                    forecloses="It takes the place of the standard appeal.",
                    basis=(citation(clock, jurisdiction.id),),
                )
                return


def _sent_on(right: Right, *, begun: bool) -> Step:
    """Give the next level where nothing has to be filed for it."""
    return Step(
        right.id,
        "watch that the next level begins",
        f"{right.says}.",
        needs="" if begun else "It begins with the plan's decision on the appeal.",
        basis=(right.citation,),
    )


def _mending(reading: Reading, deadline: Deadline | None) -> Iterator[Step]:
    kinds = [field for field in reading.all("reason") if field.value in MENDABLE]
    if kinds:
        yield Step(
            "correct_and_resubmit",
            "send what is missing or correct the code, and ask for a new decision",
            "The refusal names something that can be mended without an argument.",
            (deadline.safe or deadline.due) if deadline else None,
            forecloses="It does not stop the appeal's clock: keep that day.",
            basis=tuple(field.basis for field in kinds),
        )


def _talk(case: Case, reading: Reading, deadline: Deadline | None, on: date) -> Iterator[Step]:
    field = reading.first("peer_to_peer")
    if field is None or FIRST not in noticed(case):
        return
    fact = (deadline.safe or deadline.due) if deadline else None
    if fact is not None and day_of(fact.value) < on:
        return
    quote = _ends(case, field.basis)
    ends = "The notice says what ends the offer: read it before filing." if quote else ""
    yield Step(
        "peer_to_peer",
        "call the plan's reviewer for the peer-to-peer discussion",
        "A call between clinicians may settle the matter in minutes, and it is no appeal.",
        fact,
        forecloses=ends or "Some plans end the offer when an appeal or new papers arrive: call before filing.",
        basis=(field.basis, quote) if quote else (field.basis,),
    )


def _ends(case: Case, offer: Quote) -> Quote | None:
    """Quote the sentence near the offer that says what ends it."""
    try:
        document = case.document(offer.at.source)
    except KeyError:
        return None
    start = max(0, offer.at.start - 200)
    near = document.text[start : offer.at.end + 300]
    found = next((one for one in ENDS.finditer(near) if ENDERS.search(one[0])), None)
    return document.quote(start + found.start(), start + found.end()) if found else None


def _asking(case: Case, rights: tuple[Right, ...]) -> Iterator[Step]:
    held = [right for right in rights if right.id in ASKS]
    if held and not any(document.source.path.startswith("policy/") for document in case.documents):
        yield Step(
            "ask_for_the_criteria",
            "ask for the claim file and the criteria",
            "The criteria are not here, and an argument that does not know them may miss them.",
            forecloses="It does not stop the appeal's clock: keep that day.",
            basis=tuple(right.citation for right in held),
        )


def _ways(case: Case, on: date, library: Library) -> Iterator[tuple[str, Step]]:
    """Give each way of the packs with its rank; what is known from memory only is not advised."""
    known = circumstances(case, on)
    for jurisdiction in applies(case, on, library):
        for name, way in library.get(LawPack, jurisdiction.id).routes.items():
            if way.tier != "memory" and all(known.get(word) for word in way.only):
                basis = (citation(way, jurisdiction.id),)
                yield way.rank, Step(name, way.does, way.why, None, way.needs, way.forecloses, basis)


def _offices(case: Case, on: date, library: Library) -> Iterator[Step]:
    for jurisdiction in applies(case, on, library):
        for name, office in library.get(LawPack, jurisdiction.id).contacts.items():
            yield Step(
                name,
                f"complain to the {office.name}, {office.phone}".rstrip(", "),
                f"A complaint is open beside every appeal. Contact as of {office.as_of}, not checked since.",
                basis=(jurisdiction.why,),
            )


def _late(found: tuple[Deadline, ...], on: date) -> Iterator[Step]:
    """Give the plan's late answer to the appeal, once every reading of its time has passed."""
    answers = [each for each in found if each.whose != "ours" and each.level == "appeal_decision" and not each.done]
    days = sorted((day_of(each.due.value), each.citation.authority) for each in answers if each.due is not None)
    if days and len(days) == len(answers) and days[-1][0] < on:
        yield Step(
            "late_decision",
            "write that the plan's decision is late, and go on with the appeal",
            f"It was due on {days[-1][0]}. A missed day may open the next level, but courts differ: a lawyer decides "
            "before any step is left out.",
            basis=tuple(each.citation for each in answers),
        )
