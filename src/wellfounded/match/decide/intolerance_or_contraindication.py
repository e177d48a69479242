"""Treatments that cannot be used: not tolerated, or contraindicated."""

import re

from wellfounded.match import gaps, restrictions
from wellfounded.match.decide._defined import defined
from wellfounded.match.timing import newest
from wellfounded.match.view import View
from wellfounded.match.words import content
from wellfounded.model.asks import IntoleranceOrContraindication
from wellfounded.model.criteria import Requirement
from wellfounded.model.evidence import Evidence, EvidenceKind, Outcome, TrialStatus
from wellfounded.model.finding import Finding, Verdict

KIND = IntoleranceOrContraindication.kind
_AGAINST = re.compile(
    r"\bcontraindicat\w+|\b(?:cannot|could not|unable to|did not|does not) (?:take|tolerate|be given|use"
    r"|receive)\b|\bintoleran\w+|\bnot tolerated\b|\bunsafe\b|\bnot safe\b",
    re.IGNORECASE,
)
_ONLY_AGAINST = re.compile(r"\bcontraindicat\w+", re.IGNORECASE)
_NOT_BORNE = re.compile(r"\b(?:in)?toler\w+|\badverse|\bside effects?|\bhypersens\w+|\ballerg\w+", re.IGNORECASE)
_BORNE = re.compile(r"(?<!not )(?<!poorly )(?<!barely )\btolerat(?:es|ing|ed)\b", re.IGNORECASE)
# What is still taken was not tolerated only where the passage itself says that it did harm or was cut back.
_REACTED = re.compile(
    r"\b(?:intoler\w+|not toler\w+|side effects?|adverse|react\w+|unable|could not|cannot|reduc\w+|lower\w*|cut"
    r"|held|hold"
    r"|stop\w*|nausea|vomit\w*|rash|hives|diarrhea|sedat\w+|dizz\w+|headaches?|myalgia\w*|toxicity|caus\w+"
    r"|due to|from it)\b",
    re.IGNORECASE,
)
_NO_AGAINST = re.compile(
    r"\bno (?:known )?(?:contraindication|intoleran)\w*|\bnot contraindicated\b|\btolerat(?:ed|es|ing) (?:it "
    r"|this )?(?:well|without (?:any )?(?:trouble|difficulty|problems?|side effects?|issues?|complaints?))\b",
    re.IGNORECASE,
)
_UNSURE = re.compile(
    r"\b(?:if|may|might|could be|relative(?:ly)?|possible|possibly|consider\w*|concern\w*|fear\w*|afraid|worried)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\b(?:at least |minimum of |to )?(two|three|four|[2-9])\b(?! of the following:?$)(?= (?:\(\d\) )?(?!weeks"
    r"|months|years|days|hours|nights|points|times|of)[a-z])",
    re.IGNORECASE,
)
_PLAINLY = re.compile(
    r"\b(?:intoleran\w+|(?:could|did|does) not tolerate|unable to (?:tolerate|use)|not tolerated)\b", re.IGNORECASE
)
_ONE_KIND = frozenset({"pap_therapy"})  # classes whose members are settings of one treatment
_EACH = re.compile(r"\b(?:all|each|both|every)\b", re.IGNORECASE)


def decide(asks: IntoleranceOrContraindication, requirement: Requirement, view: View) -> Finding:
    """Met where a charted reaction, allergy or stated contraindication names the agent, or each where all are asked.

    A counselled side effect is no intolerance; a fear of one is none either.
    """
    agents = tuple(
        dict.fromkeys(bare for agent in asks.agents for part in agent.split(" or ") if (bare := _bare(part)))
    )
    if not agents:
        gap = gaps.ask(
            view, f"which treatment {gaps.words(requirement)} means, and for the reaction or contraindication"
        )
        return Finding(requirement.id, Verdict.UNKNOWN, gap=gap, why="The policy's words name no treatment.")
    if told := defined(requirement.text, agents, view):
        return Finding(requirement.id, Verdict.MET, told, why="The chart shows what the plan means by it.")
    held = {agent: _one(agent, view) for agent in agents}
    if _ONLY_AGAINST.search(requirement.text) and not _NOT_BORNE.search(requirement.text):
        held = {agent: ([each for each in shows if _barred(each)], against) for agent, (shows, against) in held.items()}
    met = [agent for agent in agents if held[agent][0] and not held[agent][1]]
    refuted = [agent for agent in agents if held[agent][1] and not held[agent][0]]
    supports = tuple(dict.fromkeys(each for agent in agents for each in held[agent][0]))
    despite = tuple(dict.fromkeys(each for agent in agents for each in held[agent][1]))
    counted = _count(requirement.text)
    if counted > 1 and len(agents) < counted:  # "three antidepressants": members of the class, each its own drug
        return _several(counted, agents, requirement, view, supports, despite)
    need = max(counted, len(agents) if _all(requirement.text, agents) else 1)
    if len(met) >= need:
        return Finding(requirement.id, Verdict.MET, supports, despite, why=f"The chart shows it for {', '.join(met)}.")
    open_ = [agent for agent in agents if agent not in met]
    gap = gaps.chart(
        view,
        f"a reaction to or contraindication of {' and '.join(open_) if need > 1 else ' or '.join(open_)}, with "
        "what happened and when",
    )
    if len(agents) - len(refuted) < need:
        return Finding(
            requirement.id, Verdict.NOT_MET, supports, despite, gap=gap, why="The chart says it is tolerated."
        )
    return Finding(requirement.id, Verdict.UNKNOWN, supports, despite, gap=gap, why="The chart does not say so.")


def _bare(part: str) -> str:
    """Give a treatment's name, or nothing where only a joining word is left of it."""
    words = part.strip()
    return "" if words.lower() in {"of", "the", "a", "an", "one", "and", "or", "to"} else words


def _barred(each: Evidence) -> bool:
    """Whether a statement says that the treatment may not be given, and not only that it was not borne."""
    return each.kind is EvidenceKind.ALLERGY or bool(_ONLY_AGAINST.search(each.statement))


def _count(text: str) -> int:
    """How many treatments a text asks for: "at least three antidepressants"."""
    found = _NUMBER.search(text)
    return {"two": 2, "three": 3, "four": 4}.get(found[1].lower(), 0) or int(found[1]) if found else 1


def _several(
    need: int,
    agents: tuple[str, ...],
    requirement: Requirement,
    view: View,
    supports: tuple[Evidence, ...],
    despite: tuple[Evidence, ...],
) -> Finding:
    """Count the different drugs of a class that were not tolerated; what is not charted is not known."""
    names = {each.trial.ingredient.lower() for each in supports if each.trial}
    kinds = {view.agents.narrow(each.trial) for each in supports if each.trial} - {frozenset()}
    if len(names) >= need and len(kinds) >= restrictions.different_classes(requirement.text):
        why = f"The chart shows it for {', '.join(sorted(names))}."
        return Finding(requirement.id, Verdict.MET, supports, despite, why=why)
    shown = ", ".join(sorted(names)) or "none"
    gap = gaps.chart(
        view, f"a reaction to {need} of {' or '.join(agents)}, with what happened and when; charted so far: {shown}"
    )
    why = f"The chart shows {len(names)} of {need}."
    return Finding(requirement.id, Verdict.UNKNOWN, supports, despite, gap=gap, why=why)


def _all(text: str, agents: tuple[str, ...]) -> bool:
    """Whether every agent is asked for: "all of", or a list joined by "and"; "or" asks for one."""
    if len(agents) < 2:
        return False
    if _EACH.search(text):
        return True
    last = re.search(rf"\b(and|or|and/or)\b\s+(?:\w+\s+)?{re.escape(agents[-1])}", text, re.IGNORECASE)
    return last is None or last[1].lower() == "and"


def _one(agent: str, view: View) -> tuple[list[Evidence], list[Evidence]]:
    shows: list[Evidence] = []
    against: list[Evidence] = []
    names = view.agents.spellings(agent)
    for each in view.about(frozenset(word for name in names for word in content(name))):
        if each.assertion.experiencer != "patient" or each.assertion.certainty != "certain":
            continue
        if each.trial is not None:
            _by_trial(agent, each, view, shows, against)
        elif each.kind is EvidenceKind.ALLERGY:
            if each.assertion.holds and _named(agent, each.name, view):
                shows.append(each)
        elif _mentions(names, each.statement):
            _by_words(each, shows, against)
    newest_first = sorted(against, key=newest, reverse=True)
    if shows and against and max(map(newest, shows)) > newest(newest_first[0]):
        return shows, []  # it was tolerated once and is not any more
    return shows, against


def not_borne(agent: str, view: View) -> tuple[Evidence, ...]:
    """Give the sentences that say a treatment was not tolerated; none where the chart also says that it was."""
    alike = {home for home in view.agents.homes.get(view.agents.ingredient(agent), ()) if home in _ONE_KIND}
    shows: list[Evidence] = []
    for name in (agent, *(view.agents.titles[home] for home in sorted(alike))):
        held, against = _one(name, view)
        if against:
            return ()
        shows += [each for each in held if each.kind is EvidenceKind.STATEMENT and _PLAINLY.search(each.statement)]
    return tuple(dict.fromkeys(shows))[:3]


def _by_trial(agent: str, each: Evidence, view: View, shows: list[Evidence], against: list[Evidence]) -> None:
    trial = each.trial
    if trial is None or view.agents.matches(agent, trial) is not Verdict.MET or each.assertion.polarity != "affirmed":
        return
    told = bool(_REACTED.search(each.statement)) and not _BORNE.search(each.statement)
    borne = trial.status is TrialStatus.CURRENT and bool(each.statement) and not told
    if trial.status is TrialStatus.ALLERGY or (
        trial.outcome is Outcome.INTOLERANT and trial.status in {TrialStatus.PAST, TrialStatus.CURRENT} and not borne
    ):
        shows.append(each)
    elif trial.status is TrialStatus.CURRENT and trial.outcome is Outcome.EFFECTIVE:
        against.append(each)


def _by_words(each: Evidence, shows: list[Evidence], against: list[Evidence]) -> None:
    if _NO_AGAINST.search(each.statement):
        against.append(each)
    elif _AGAINST.search(each.statement) and not _UNSURE.search(each.statement) and each.assertion.time != "planned":
        shows.append(each)


def _named(agent: str, name: str, view: View) -> bool:
    """Whether an allergy's name is the agent, a brand of it, or (for a class) the class or a member."""
    own = view.agents.ingredient(agent) or agent.lower()
    stated = view.agents.ingredient(name) or name.lower()
    family = "" if view.agents.ingredient(agent) else view.agents.family(agent)
    return own == stated or bool(family and (view.agents.family(name) == family or family in view.agents.of_name(name)))


def _mentions(names: frozenset[str], text: str) -> bool:
    """Whether a sentence names the treatment by one of its spellings."""
    lower = text.lower()
    return any(name in lower and re.search(rf"(?<!\w){re.escape(name)}s?(?!\w)", lower) for name in names)
