"""Whether a letter is needed at all, which kind, and why: from the payer's papers, the policy and the rules."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from wellfounded.argue.needed_first import first_request
from wellfounded.argue.needed_kinds import appeal
from wellfounded.model.argument import Need
from wellfounded.model.basis import Fact
from wellfounded.model.case import Case
from wellfounded.model.criteria import Policy, requirements
from wellfounded.model.determination import REFUSALS, Field, Kind, Reading, ReasonKind
from wellfounded.model.finding import Match, Verdict
from wellfounded.model.law import Deadline, Provision

MOST = 3
SOON = timedelta(days=60)  # a plan may take weeks to decide on more: this is the time to ask
READ = (*REFUSALS, Kind.APPROVAL, Kind.PEND, Kind.INFORMATION_REQUEST, Kind.TRANSITION_NOTICE)
MENDED = {ReasonKind.CODING.value: "A refusal about a code is mended by correcting the claim and sending it again."}
MENDED[ReasonKind.TIMING_OR_PLAN_YEAR.value] = "A refusal about dates is answered by dated papers, not by need."


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the decision is made from."""

    case: Case
    policy: Policy | None
    match: Match | None
    deadlines: tuple[Deadline, ...]
    spending: tuple[Provision, ...]
    on: date
    paper: Reading | None  # the payer's latest


def needed(
    case: Case,
    policy: Policy | None,
    match: Match | None,
    deadlines: tuple[Deadline, ...],
    spending: tuple[Provision, ...],
    on: date,
) -> Need:
    """Say on the day *on* whether a letter is needed; the payer's latest paper speaks before the policy does.

    *policy*, *match*, *deadlines* and *spending* are those of the other rooms for the same case and day.
    """
    seen = _Seen(case, policy, match, deadlines, spending, on, case.reading(*READ))
    rules: tuple[Callable[[_Seen], Need | None], ...] = (_account, _approved, _asked, _transition, _unmet, _refused)
    for rule in rules:
        found = rule(seen)
        if found is not None:
            return found
    return first_request(case, policy)


def _account(seen: _Seen) -> Need | None:
    """Answer for a health account by what the law or the administrator says of the item."""
    if not seen.spending or seen.paper is not None:
        return None
    why = tuple(Fact(each.says, each.citation) for each in seen.spending if each.topic in {"item", "signer", "timing"})
    item = next((each for each in seen.spending if each.topic == "item"), None)
    if item is None or item.unverified:
        ask = "Ask the administrator whether this item needs a letter, before it is bought."
        return Need("ask", "fsa_hsa", why, then=(ask,))
    if "no letter is needed" in item.says or "no letter makes" in item.says:
        return Need("no", "", why)
    return Need("yes" if ": a letter is needed" in item.says else "ask", "fsa_hsa", why)


def _approved(seen: _Seen) -> Need | None:
    paper = seen.paper
    if paper is None or paper.kind is not Kind.APPROVAL:
        return None
    end = paper.first("valid_to")
    said = _said(paper, "The latest paper approves the service.")
    if end is None or not isinstance(end.value, date):
        return Need("no", "", said, then=("approval_explained",))
    why = (*said, Fact(f"The approval runs until {end.value}.", end.basis))
    if end.value - seen.on <= SOON:
        return Need("yes", "continuation", why)
    return Need("no", "", why, then=("approval_explained", f"Ask for more from {end.value - SOON} on."))


def _asked(seen: _Seen) -> Need | None:
    paper = seen.paper
    if paper is None or paper.kind not in (Kind.PEND, Kind.INFORMATION_REQUEST):
        return None
    due = paper.first("response_due")
    why = _said(paper, "The plan has asked for information and has not refused anything yet.")
    if due is not None:
        why = (*why, Fact(f"It asks for the answer by {due.value}.", due.basis))
    return Need("yes", "information_answer", why)


def _transition(seen: _Seen) -> Need | None:
    paper = seen.paper
    if paper is None or paper.kind is not Kind.TRANSITION_NOTICE:
        return None
    why = _said(paper, "The plan pays for this drug for a short time only; after that it needs an exception.")
    return Need("yes", "formulary_exception", why)


def _unmet(seen: _Seen) -> Need | None:
    """Say that no letter may argue what the chart shows is not met."""
    if seen.policy is None or seen.policy.root is None or seen.match is None or seen.match.root is not Verdict.NOT_MET:
        return None
    failed = {each.requirement for each in seen.match.findings if each.verdict is Verdict.NOT_MET}
    why = tuple(
        Fact(f"{leaf.label or leaf.id} is not met on what the chart shows.", leaf.quote)
        for leaf in requirements(seen.policy.root)
        if leaf.id in failed and leaf.quote is not None
    )
    if not why:
        return None
    paper = seen.paper
    said = _said(paper, "The plan has refused the service.") if paper is not None else ()
    run = "`wellfounded run` says what could still be charted, ordered or asked."
    return Need("no", "", (*said, *why[:MOST], *_clock(seen)), then=(run, "ask_your_doctor"))


def _refused(seen: _Seen) -> Need | None:
    paper = seen.paper
    if paper is None or paper.kind not in REFUSALS:
        return None
    reasons = paper.all("reason")
    why = (*_said(paper, "The plan has refused the service."), *(_reason(each) for each in reasons))
    mended = [MENDED[str(each.value)] for each in reasons if str(each.value) in MENDED]
    if mended and len(mended) == len(reasons):
        return Need("no", "", why, then=tuple(dict.fromkeys(mended)))
    kind, because, then = appeal(seen.case, seen.on)
    why = (*why, *because, *_clock(seen))
    first = "criteria_request" if seen.policy is None and kind not in NO_CRITERIA else ""
    if first:
        then = ("The criteria are not here: ask for them first, and keep the day of the appeal.", *then)
    return Need("yes", kind, why, first, (*then, *dict.fromkeys(mended)))


NO_CRITERIA = {"widerspruch", "einsprache_ch", "complaint_to_insurer", "workers_comp"}


def _said(paper: Reading, says: str) -> tuple[Fact[str], ...]:
    field = paper.first("notice_date") or next(iter(paper.fields), None)
    if field is None:
        return ()
    of = f" (notice of {field.value})" if field.name == "notice_date" else ""
    return (Fact(f"{says.rstrip('.')}{of}.", field.basis),)


def _reason(field: Field) -> Fact[str]:
    return Fact(f"Its reason: {str(field.value).replace('_', ' ')}.", field.basis)


def _clock(seen: _Seen) -> tuple[Fact[str], ...]:
    """Give the next days of ours that are not over, the soonest first."""
    ours = [
        (fact.value.isoformat()[:10], deadline, fact)
        for deadline in seen.deadlines
        if deadline.whose == "ours" and (fact := deadline.safe or deadline.due) is not None
    ]
    coming = sorted((day, n) for n, (day, _, _) in enumerate(ours) if day >= seen.on.isoformat())
    if not coming:
        return ()
    said = [ours[n] for _, n in coming[:MOST]]
    return tuple(Fact(f"{each.file[:1].upper()}{each.file[1:]} by {day}.", fact.basis) for day, each, fact in said)
