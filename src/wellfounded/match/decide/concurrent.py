"""Another treatment that must, or must not, go on at the same time."""

import re

from wellfounded.match import gaps
from wellfounded.match.decide._judged import misread
from wellfounded.match.decide._words import attested
from wellfounded.match.topic import denies, topic
from wellfounded.match.view import View
from wellfounded.model.asks import Concurrent
from wellfounded.model.criteria import Requirement
from wellfounded.model.evidence import Evidence, TrialStatus
from wellfounded.model.finding import Finding, Verdict

KIND = Concurrent.kind
_ALONE = re.compile(
    r"\bmonotherapy\b|\bas (?:the )?(?:only|sole|single) (?:agent|therapy|treatment|biologic)\b", re.IGNORECASE
)
_PLANNED_TOO = re.compile(r"\bwill\b|\bto be\b|\bplan", re.IGNORECASE)


def decide(asks: Concurrent, requirement: Requirement, view: View) -> Finding:
    """By what the patient takes now; that a drug is not on a list says nothing until someone says so."""
    using, stopped, open_ = _trials(asks.agent, view)
    denied = [each for each in view.passages if _not_now(asks.agent, each, view)]
    word = attested(requirement.text, requirement, view) or _promised(asks, view)
    if asks.allowed:
        return _together(asks, requirement, view, using, stopped, denied)
    if using:
        gap = gaps.ask(view, f"when {using[0].name} stops; the chart shows it as current ({view.place(using[0])})")
        return Finding(requirement.id, Verdict.NOT_MET, (), tuple(using), gap=gap, why=f"{using[0].name} is current.")
    single = bool(view.agents.ingredient(asks.agent))
    if (denied or (single and stopped)) and not open_:
        return Finding(requirement.id, Verdict.MET, (*denied, *stopped), why="The chart says it is not taken now.")
    if word is not None and not open_:
        return Finding(requirement.id, Verdict.MET, tuple(stopped), basis=(word,), why=f"{word.by} states it.")
    gap = gaps.chart(
        view, f"that {asks.agent or gaps.words(requirement)} will not be used at the same time, or what is still taken"
    )
    return Finding(
        requirement.id,
        Verdict.UNKNOWN,
        tuple(stopped),
        tuple(open_),
        gap=gap,
        why="The chart does not say whether it is used at the same time.",
    )


def _trials(agent: str, view: View) -> tuple[list[Evidence], list[Evidence], list[Evidence]]:
    using: list[Evidence] = []
    stopped: list[Evidence] = []
    open_: list[Evidence] = []
    asked = {service.description.value.lower() for service in view.case.services}
    for each in view.of():
        trial = each.trial
        if trial is None or each.assertion.experiencer != "patient" or each.assertion.polarity != "affirmed":
            continue
        if misread(each):
            continue
        if any(name and name in text for name in (trial.ingredient.lower(), trial.agent.lower()) for text in asked):
            continue  # the treatment asked for is not its own companion
        fits = view.agents.matches(agent, trial) if agent else Verdict.NOT_MET
        if fits is Verdict.MET and trial.status is TrialStatus.CURRENT:
            using.append(each)
        elif fits is Verdict.MET and trial.status is TrialStatus.PAST:
            stopped.append(each)
        elif fits is Verdict.UNKNOWN and trial.status is TrialStatus.CURRENT and not view.agents.listed(trial):
            open_.append(each)
    names = {each.trial.ingredient for each in using if each.trial}
    return using, [each for each in stopped if each.trial and each.trial.ingredient not in names], open_


def _together(
    asks: Concurrent,
    requirement: Requirement,
    view: View,
    using: list[Evidence],
    stopped: list[Evidence],
    denied: list[Evidence],
) -> Finding:
    planned = [
        each for each in view.of()
        if each.trial and each.trial.status is TrialStatus.PLANNED
        and view.agents.matches(asks.agent, each.trial) is Verdict.MET
    ]  # fmt: skip
    if using and not denied:
        return Finding(requirement.id, Verdict.MET, tuple(using), why=f"{using[0].name} is current.")
    if planned and not using and _PLANNED_TOO.search(requirement.text):
        return Finding(requirement.id, Verdict.MET, tuple(planned), why=f"{planned[0].name} is planned.")
    gap = gaps.chart(
        view,
        f"whether {asks.agent or gaps.words(requirement)} is taken together with the requested treatment, with "
        "dose and start",
    )
    if not using and (stopped or denied) and (view.agents.ingredient(asks.agent) or denied):
        return Finding(
            requirement.id, Verdict.NOT_MET, (), (*stopped, *denied), gap=gap, why="The chart says it is not taken now."
        )
    return Finding(
        requirement.id,
        Verdict.UNKNOWN,
        (*using, *planned),
        (*stopped, *denied),
        gap=gap,
        why="The chart does not show it as current.",
    )


def _not_now(agent: str, each: Evidence, view: View) -> bool:
    """Whether a sentence says that no such treatment is taken, or that the requested one is given alone."""
    if each.assertion.experiencer != "patient" or not agent:
        return False
    text = each.statement
    if _ALONE.search(text) and any(
        service.description.value.split(" ")[0].lower() in text.lower() for service in view.case.services
    ):
        return True
    if not re.search(
        r"\bnot? (?:on|taking|receiving|using|currently|other|concurrent\w*|concomitant\w*|current)\b"
        r"|\bwill not\b|\bno other\b",
        text,
        re.IGNORECASE,
    ):
        return False
    return any(
        denies(
            one,
            re.sub(
                r"\b(?:other|concurrent\w*|concomitant\w*|on|taking|receiving|using|use|combined|combination)\b",
                " ",
                text,
            ),
        )
        for one in topic(agent).alternatives
    )


def _promised(asks: Concurrent, view: View):  # type: ignore[no-untyped-def]  # noqa: ANN202
    for each in view.attestations:
        if any(name in each.says.lower() for name in view.agents.spellings(asks.agent)) and re.search(
            r"\b(?:not|no|without|never)\b", each.says
        ):
            return each
    return None
