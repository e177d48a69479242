"""Another treatment that must, or must not, go on at the same time."""

import re
from dataclasses import dataclass, field, replace
from datetime import date

from wellfounded.match import gaps
from wellfounded.match.decide._misread import misread
from wellfounded.match.decide._words import attested
from wellfounded.match.timing import newest
from wellfounded.match.topic import denies, topic
from wellfounded.match.tree import some
from wellfounded.match.view import View
from wellfounded.model.asks import Concurrent
from wellfounded.model.basis import Attestation
from wellfounded.model.case import Conflict
from wellfounded.model.criteria import Requirement
from wellfounded.model.evidence import Evidence, EvidenceKind, Trial, TrialStatus
from wellfounded.model.finding import Finding, Verdict

KIND = Concurrent.kind
_ALONE = re.compile(
    r"(?<!not )\b(?:as )?monotherapy\b|\b(?:given|used|taken) alone\b|\b(?:only|sole"
    r"|single) (?:\w+ ){0,2}(?:agent|drug|medicine|medication|therapy|treatment"
    r"|biologic)\b",
    re.IGNORECASE,
)
_NOT_NOW = re.compile(
    r"\bnot (?:to )?(?:be (?:combined|used|given|taken)|have|receive)\b|\bno\b[^.;]{0,30}\bplanned\b"
    r"|\bnone will be\b|\btakes none\b|\bwon't be\b"
    r"|\bnot? (?:on|taking|receiving|using|currently|other|concurrent\w*|concomitant\w*|current)\b|\bwill not\b"
    r"|\bno other\b|\bno\b.{0,40}\b(?:now|currently|at present|at this time|together|to date|so far"
    r"|alongside|on board)\b",
    re.IGNORECASE,
)
_ABOUT_USE = re.compile(
    r"\b(?:other|concurrent\w*|concomitant\w*|on|taking|receiving|using|use|combined|combination|to date|so far"
    r"|alongside|on board|ever|at (?:this time|present)|currently|now)\b",
    re.IGNORECASE,
)
_WILL = re.compile(r"\bwill\b|\bto be\b|\bplan", re.IGNORECASE)
_ALLERGIC = re.compile(r"\bhypersens\w+|\banaphyl\w+|\ballerg(?:y|ic)\b", re.IGNORECASE)
# What a plan asks of the way of living, and how a note tells that it is done or laid down.
_LIVING = (
    (
        re.compile(r"\bdiet\w*|\bcalori\w+|\bnutrition\w*", re.IGNORECASE),
        re.compile(r"\bdiet and exercise\b|\bk?cal\b|\bcalorie\w*|\b(?:low|reduced)[- ]\w+ diet\b", re.IGNORECASE),
    ),
    (
        re.compile(r"\bexercise\w*|\b(?:physical )?activity\b", re.IGNORECASE),
        re.compile(
            r"\bdiet and exercise\b|\bphysical activity\b|\bsteps\b.{0,12}\d|\b(?:walk\w*|exercis\w+|gym|swim\w*"
            r"|cycl\w+|tennis)\b.{0,30}\b(?:\d+ ?(?:min\w*|x|times|d/?w?k?|days?)|daily|per week|a week)\b",
            re.IGNORECASE,
        ),
    ),
)
_LEFT = re.compile(
    r"\b(?:not|no|never|declin\w+|refus\w+|stopped|unable|cannot|can't|fail\w*|non-?adher\w+|without)\b", re.IGNORECASE
)
_YEAR = 366  # days
_NO = re.compile(r"\b(?:not|no|without|never)\b", re.IGNORECASE)


@dataclass(slots=True)
class Held:
    """The chart's treatments of the asked kind: taken now, stopped, planned, and those that no pack can place."""

    using: list[Evidence] = field(default_factory=list)
    stopped: list[Evidence] = field(default_factory=list)
    planned: list[Evidence] = field(default_factory=list)
    open: list[Evidence] = field(default_factory=list)


def decide(asks: Concurrent, requirement: Requirement, view: View) -> Finding:
    """By what the patient takes now; that a drug is not on a list says nothing until someone says so."""
    words = listed(asks.agent)
    held = _trials(words, view)
    denied = [each for each in view.passages if _not_now(words, each, view)]
    if asks.allowed:
        return _together(asks, requirement, view, held, denied)
    if denied and held.using and max(map(_said, denied)) > max(map(_said, held.using)):
        why = "A later note says it is not taken any more."
        return Finding(requirement.id, Verdict.MET, tuple(denied), tuple(held.using), why=why)
    if denied and held.using and max(map(_said, denied)) == max(map(_said, held.using)):
        gap = gaps.ask(
            view, f"whether {held.using[0].name} is still taken; one note says both ({view.place(denied[0])})"
        )
        why = "One note says both."
        return Finding(requirement.id, Verdict.UNKNOWN, tuple(denied), tuple(held.using), gap=gap, why=why)
    for each in held.using:
        for conflict in view.case.conflicts:
            if (
                each.trial
                and f"trial of {each.trial.ingredient}: status" == conflict.about.lower()
                and _stopped(conflict)
            ):
                gap = gaps.settle(view, conflict)
                why = "Two sources differ about whether it is taken."
                return Finding(requirement.id, Verdict.UNKNOWN, tuple(denied), tuple(held.using), gap=gap, why=why)
    if held.using:
        first = held.using[0]
        gap = gaps.ask(view, f"when {first.name} stops; the chart shows it as current ({view.place(first)})")
        why = f"{first.name} is current."
        return Finding(requirement.id, Verdict.NOT_MET, (), tuple(held.using), gap=gap, why=why)
    single = all(view.agents.ingredient(word) for word in words) and len(held.stopped) >= len(words)
    if (denied or (words and single)) and not held.open:
        why = "The chart says it is not taken now."
        return Finding(requirement.id, Verdict.MET, (*denied, *held.stopped), why=why)
    word = attested(requirement.text, requirement, view) or _promised(words, view)
    if word is not None and not held.open:
        why = f"{word.by} states it."
        return Finding(requirement.id, Verdict.MET, tuple(held.stopped), basis=(word,), why=why)
    what = asks.agent or gaps.words(requirement)
    gap = gaps.chart(view, f"that {what} will not be used at the same time, or what is still taken")
    why = "The chart does not say whether it is used at the same time."
    return Finding(requirement.id, Verdict.UNKNOWN, tuple(held.stopped), tuple(held.open), gap=gap, why=why)


def listed(agent: str) -> tuple[str, ...]:
    """Give the treatments of a list: "another biologic, a JAK inhibitor or apremilast"."""
    parts = re.split(r",|;|\bor\b|\band\b", re.sub(r"\s+(?:for|to treat|indicated for)\s+[^,;]+", "", agent))
    bare = (re.sub(r"^(?:another|an?|any|other|the)\s+", "", part.strip()) for part in parts)
    return tuple(part for part in bare if part)


def _stopped(conflict: Conflict) -> bool:
    return any(fact.value in {"past", "never_taken"} for fact in conflict.says)


def _said(each: Evidence) -> tuple[date, date]:
    """When a statement was made: the note's day, for a treatment's own day is that of its start."""
    return newest(replace(each, on=each.written or each.on))


def _trials(words: tuple[str, ...], view: View) -> Held:
    held = Held()
    asked = {service.description.value.lower() for service in view.case.services}
    for each in view.of():
        trial = each.trial
        if trial is None or each.assertion.experiencer != "patient" or each.assertion.polarity != "affirmed":
            continue
        own = any(name and name in text for name in (trial.ingredient.lower(), trial.agent.lower()) for text in asked)
        if own or misread(each):  # the treatment asked for is not its own companion
            continue
        _file(each, trial, some([view.agents.matches(word, trial) for word in words]), view, held)
    now = {each.trial.ingredient for each in held.using if each.trial}
    held.stopped = [each for each in held.stopped if each.trial and each.trial.ingredient not in now]
    return held


def _file(each: Evidence, trial: Trial, fits: Verdict, view: View, held: Held) -> None:
    places = {
        TrialStatus.CURRENT: held.stopped if _harms(each, trial, view) else held.using,
        TrialStatus.PAST: held.stopped,
        TrialStatus.PLANNED: held.planned,
    }
    if fits is Verdict.MET and trial.status in places:
        places[trial.status].append(each)
    elif fits is Verdict.UNKNOWN and trial.status is TrialStatus.CURRENT and not view.agents.listed(trial):
        held.open.append(each)


def _harms(each: Evidence, trial: Trial, view: View) -> bool:
    """Whether a list's copy is of what the chart says the patient is allergic to."""
    if _ALLERGIC.search(each.statement):
        return True
    return any(
        one.kind is EvidenceKind.ALLERGY and one.assertion.holds and view.agents.matches(one.name, trial) is Verdict.MET
        for one in view.of(EvidenceKind.ALLERGY)
    )


def _lifestyle(agent: str, view: View) -> tuple[Evidence, ...]:
    """Give a sentence of the last year for each part of a way of living that is asked; empty where one is missing."""
    told: list[Evidence] = []
    for asked, words in _LIVING:
        if not asked.search(agent):
            continue
        said = [each for each in view.passages if words.search(each.statement) and _kept(each, view)]
        if not said:
            return ()
        told.append(max(said, key=newest))
    return tuple(told)


def _kept(each: Evidence, view: View) -> bool:
    """Whether it is said of the patient, of the last year, and not as refused or over."""
    day = each.written
    late = day is not None and 0 <= (view.today - day.earliest()).days <= _YEAR
    return late and each.assertion.experiencer == "patient" and not _LEFT.search(each.statement)


def _together(asks: Concurrent, requirement: Requirement, view: View, held: Held, denied: list[Evidence]) -> Finding:
    if held.using and not denied:
        why = f"{held.using[0].name} is current."
        return Finding(requirement.id, Verdict.MET, tuple(held.using), why=why)
    if not held.using and (lived := _lifestyle(asks.agent, view)):
        why = "The chart tells of it beside the treatment."
        return Finding(requirement.id, Verdict.MET, lived, why=why)
    if held.planned and not held.using and _WILL.search(requirement.text):
        why = f"{held.planned[0].name} is planned."
        return Finding(requirement.id, Verdict.MET, tuple(held.planned), why=why)
    what = asks.agent or gaps.words(requirement)
    gap = gaps.chart(view, f"whether {what} is taken together with the requested treatment, with dose and start")
    gone = (*held.stopped, *denied)
    if not held.using and gone and (view.agents.ingredient(asks.agent) or denied):
        why = "The chart says it is not taken now."
        return Finding(requirement.id, Verdict.NOT_MET, (), gone, gap=gap, why=why)
    why = "The chart does not show it as current."
    return Finding(requirement.id, Verdict.UNKNOWN, (*held.using, *held.planned), gone, gap=gap, why=why)


def _not_now(words: tuple[str, ...], each: Evidence, view: View) -> bool:
    """Whether a sentence says that no such treatment is taken, or that the requested one is given alone."""
    if each.assertion.experiencer != "patient" or not words:
        return False
    text = each.statement
    if _ALONE.search(text):
        names = [service.description.value.split(" ")[0].lower() for service in view.case.services]
        if text.startswith(("It ", "This ")) or any(name in text.lower() for name in names):
            return True
    if not _NOT_NOW.search(text):
        return False
    bare = _ABOUT_USE.sub(" ", text)
    said = {word for word in words if any(denies(one, bare, later=True) for one in topic(word).alternatives)}
    wide = {view.agents.family(word) for word in said} - {
        "",
        "dmard",
    }  # no biologic, so no TNF inhibitor; "DMARD" may leave biologics out
    return all(word in said or wide & view.agents.wider.get(view.agents.family(word), frozenset()) for word in words)


def _promised(words: tuple[str, ...], view: View) -> Attestation | None:
    """Give the word of a person who names each of the treatments and says that it will not be used."""
    for each in view.attestations:
        said = each.says.lower()
        named = all(any(name in said for name in view.agents.spellings(word)) for word in words)
        if words and named and _NO.search(said):
            return each
    return None
