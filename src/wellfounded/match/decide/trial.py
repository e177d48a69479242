"""Treatments that were tried: enough different ones, long enough, at a fair dose, with the outcome the plan wants."""

import re
from dataclasses import replace

from wellfounded.match import gaps
from wellfounded.match.counts import counted
from wellfounded.match.decide._judged import Judged, judge, summed, taken
from wellfounded.match.decide._never import left, never_taken, nothing_else
from wellfounded.match.decide._told import ended, lasted, unlisted
from wellfounded.match.decide._wanted import Wanted, wanted
from wellfounded.match.decide.intolerance_or_contraindication import not_borne
from wellfounded.match.entail import entailing
from wellfounded.match.view import View
from wellfounded.model.asks import TrialOf
from wellfounded.model.criteria import Requirement
from wellfounded.model.evidence import Evidence, Outcome
from wellfounded.model.finding import Finding, Gap, Verdict

KIND = TrialOf.kind
_EVENTS = re.compile(
    r"\b(?:two|three|four|five|six|[2-9])(?: \(\d\))?(?: or more|\+)? (?!different|distinct|separate)(?:[a-z-]+ ){0,3}"
    r"(?:infections?|exacerbations?|episodes?|attacks?|flares?|relapses?|events?|hospitali[sz]ations?|admissions?|visits?)"
    r" (?:\w+ ){0,2}(?:treated|requiring|needing|managed|that required)\b",
    re.IGNORECASE,
)
_THING = re.compile(
    r"\b(?:exercise\w*|elevation|garments?|bandag\w+|stockings?|compression|brac(?:e|ing)|splint\w*|orthos[ei]s"
    r"|devices?|pump"
    r"|diet\w*|weight loss|programs?|rest|ice|heat|massage|appliances?|hearing aids?|walkers?|canes?|wheelchairs?|pads?"
    r"|dressings?|counseling|education|modification|hygiene|training)\b",
    re.IGNORECASE,
)


def decide(asks: TrialOf, requirement: Requirement, view: View) -> Finding:
    """Count the different treatments that pass; those whose words or data leave them open may yet count.

    Not met only where the chart speaks against it: the treatments that would have been enough were taken and did not
    pass, or the chart says that they were never taken. A treatment nobody charted is not a treatment not tried.
    """
    want = wanted(asks, requirement, view)
    if not want.words and (told := entailing(requirement.text, view, want.opens)):
        return Finding(requirement.id, Verdict.MET, told, why="The chart says so in words.")
    if not want.words:
        return Finding(
            requirement.id,
            Verdict.UNKNOWN,
            gap=gaps.ask(view, f"which treatment {gaps.words(requirement)} means and whether it was tried"),
            why="The policy's words name no treatment we know.",
        )
    if want.any_outcome and _EVENTS.search(requirement.text):
        return _events(requirement, view)
    groups = _groups(want, view)
    good = [judged for judged in groups if judged.verdict is Verdict.MET]
    open_ = [judged for judged in groups if judged.verdict is Verdict.UNKNOWN]
    bad = [judged for judged in groups if judged.verdict is Verdict.NOT_MET]
    supports = tuple(judged.evidence for judged in good)
    against = tuple(judged.evidence for judged in bad)
    varied = _varied(good, want, view)
    if len(good) >= want.n and varied is Verdict.MET:
        sums = summed(good, want)
        return Finding(requirement.id, Verdict.MET, supports, against, sums, why=_why(good, want))
    if told := _in_words(want, requirement, view):
        return Finding(requirement.id, Verdict.MET, (*supports, *told), why="The chart says so in words.")
    never = never_taken(want, view)
    gap = _gap(want, requirement, view, good, open_, bad, never)
    possible = len(good) + len(open_)
    if possible < want.n and (only := nothing_else(want, view)):
        why = "The chart says that no other was taken."
        return Finding(requirement.id, Verdict.NOT_MET, supports, (*only, *against), gap=gap, why=why)
    if possible < want.n:
        contrary = [judged for judged in bad if judged.contrary]
        if left(want, view, contrary) < want.n:
            return Finding(
                requirement.id,
                Verdict.NOT_MET,
                supports,
                (*never, *against),
                gap=gap,
                why="Too few of the named treatments are left that the chart does not speak against.",
            )
        if never and not good:
            return Finding(
                requirement.id,
                Verdict.NOT_MET,
                supports,
                (*never, *against),
                gap=gap,
                why="The chart says it was never taken.",
            )
        if possible + len(contrary) >= want.n:
            return Finding(
                requirement.id,
                Verdict.NOT_MET,
                supports,
                against,
                gap=gap,
                why=f"{contrary[0].evidence.name}: {contrary[0].lacks}.",
            )
    despite = (*against, *never)
    supports = (*supports, *(judged.evidence for judged in open_))
    return Finding(requirement.id, Verdict.UNKNOWN, supports, despite, gap=gap, why=_undecided(good, open_, want))


def _events(requirement: Requirement, view: View) -> Finding:
    """Count what is counted: "three or more infections treated with antibiotics" asks for infections, not for drugs."""
    verdict, told = counted(requirement.text, view)
    if verdict is Verdict.MET:
        return Finding(requirement.id, verdict, told, why="The chart counts as many.")
    gap = gaps.find(f"the note of each with its day: {gaps.words(requirement)}")
    return Finding(requirement.id, Verdict.UNKNOWN, told, gap=gap, why="So many events are not told of.")


def _in_words(want: Wanted, requirement: Requirement, view: View) -> tuple[Evidence, ...]:
    """Give the sentences that say it whole: that one was not tolerated, where that is enough, or that it was done."""
    if want.n == 1 and Outcome.INTOLERANT in want.outcomes and want.stopping_counts:
        for word in want.words:
            if told := not_borne(word, view):
                return told
    unknown = all(not view.agents.ingredient(word) and not view.agents.family(word) for word in want.words)
    return entailing(requirement.text, view, want.opens) if unknown and want.any_outcome and want.n == 1 else ()


def _groups(want: Wanted, view: View) -> list[Judged]:
    """Judge each treatment once: the best of its stretches, and class-level mentions only where no member is named."""
    best: dict[str, Judged] = {}
    loose: list[Judged] = []
    for each in view.of():
        if each.trial is None or not taken(each, allergy=want.allergy_counts):
            continue
        fits = max((view.agents.matches(word, each.trial) for word in want.words), key=_rank)
        if fits is Verdict.NOT_MET or (fits is Verdict.UNKNOWN and not any(map(_may_be_drugs, want.words))):
            continue
        whole = ended(each, each.trial, view)
        whole = lasted(each, whole, view) if want.min_duration and want.min_duration.unit != "sessions" else whole
        judged = judge(replace(each, trial=whole), want, view)
        if fits is Verdict.UNKNOWN:
            judged = _unlisted(judged)
        if view.agents.is_class(each.trial):
            loose.append(judged)
            continue
        key = (each.trial.ingredient or each.trial.agent).lower()
        if key not in best or _rank(judged.verdict) > _rank(best[key].verdict):
            best[key] = judged
    for word in want.words if Outcome.FAILED in want.outcomes else ():
        if not view.agents.ingredient(word) and not view.agents.family(word) and word.lower() not in best:
            told = (judge(each, want, view) for each in unlisted(word, view))
            best |= {word.lower(): judged for judged in told if judged.verdict is Verdict.MET}
    return list(best.values()) or loose[:1]


def _may_be_drugs(word: str) -> bool:
    """Whether a word no pack knows may be a class of medicines: a scavenger, and no elevation of a limb."""
    return not _THING.search(word)


def _unlisted(judged: Judged) -> Judged:
    if judged.verdict is Verdict.NOT_MET:
        return Judged(judged.evidence, Verdict.NOT_MET, judged.lacks)
    return Judged(judged.evidence, Verdict.UNKNOWN, "whether it is one of those the plan means is not known")


def _rank(verdict: Verdict) -> int:
    return (Verdict.NOT_MET, Verdict.UNKNOWN, Verdict.MET).index(verdict)


def _varied(good: list[Judged], want: Wanted, view: View) -> Verdict:
    """Whether those that pass are of enough different classes."""
    if want.classes < 2:
        return Verdict.MET
    held = [frozenset(view.agents.narrow(judged.evidence.trial)) for judged in good if judged.evidence.trial]
    known = {each for each in held if each}
    return Verdict.MET if len(known) >= want.classes else Verdict.UNKNOWN


def _why(good: list[Judged], want: Wanted) -> str:
    names = ", ".join(
        judged.evidence.name or str(judged.evidence.trial and judged.evidence.trial.agent) for judged in good
    )
    return f"{len(good)} of {want.n} asked for: {names}."


def _undecided(good: list[Judged], open_: list[Judged], want: Wanted) -> str:
    if open_:
        return f"{open_[0].evidence.name}: {open_[0].lacks or 'not settled'}."
    return f"The chart shows {len(good)} of {want.n}; what is not charted is not known."


def _gap(
    want: Wanted,
    requirement: Requirement,
    view: View,
    good: list[Judged],
    open_: list[Judged],
    bad: list[Judged],
    never: tuple[Evidence, ...],
) -> Gap:
    """Say what would settle it: the dispute, the missing detail, or one more treatment."""
    for judged in open_:
        if judged.conflict is not None:
            return gaps.settle(view, judged.conflict)
    if open_:
        parts = "; ".join(
            f"{judged.evidence.name} ({judged.lacks or 'not settled'}; {view.place(judged.evidence)})"
            for judged in open_[:3]
        )
        return gaps.chart(view, f"what {gaps.words(requirement)} needs of {parts}")
    of = " or ".join(want.words)
    asked = "".join(
        (f" for at least {want.min_duration}" if want.min_duration else "", f" at {want.dose}" if want.dose else "")
    )
    so_far = ", ".join(judged.evidence.name for judged in good) or "none so far"
    if never:
        said = f"“{gaps.short(never[0].statement or never[0].name)}” ({view.place(never[0])})"
        return gaps.ask(view, f"whether {of} was taken after all{asked}; the chart says {said}")
    but = "".join(f"; {judged.evidence.name} does not count: {judged.lacks}" for judged in bad[:2])
    return Gap(
        "find",
        f"Find or ask {view.clinician} for a record of {'another of ' if good else ''}{of}{asked} with its dates and "
        f"result ({len(good)} of {want.n} shown); the chart shows {so_far}{but}.",
    )
