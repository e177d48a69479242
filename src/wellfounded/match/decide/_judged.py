"""One treatment of the chart held against what a policy wants of a trial."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from wellfounded.match.decide._dose import reached
from wellfounded.match.decide._misread import misread, unfounded
from wellfounded.match.decide._wanted import Wanted
from wellfounded.match.supplied import reaches
from wellfounded.match.timing import length
from wellfounded.match.tree import every
from wellfounded.match.view import View
from wellfounded.match.words import content
from wellfounded.model.basis import Basis
from wellfounded.model.case import Conflict
from wellfounded.model.coding import Duration, PartialDate
from wellfounded.model.evidence import Evidence, Outcome, Trial, TrialStatus
from wellfounded.model.finding import Verdict

_TAKEN = frozenset({TrialStatus.CURRENT, TrialStatus.PAST})
_EPISODE = re.compile(
    r"\b(?:current|present|this) (?:\w+ )?episode\b[^.;]{0,40}?\b(?:since|began|started|onset|from)\b (?:in |on "
    r"|about |early |late )*"
    r"([A-Za-z]+ \d{4}|\d{4}-\d{2}(?:-\d{2})?|\d{1,2}/\d{1,2}/\d{4}|\d{1,2}/\d{4})",
    re.IGNORECASE,
)
_LATELY = 183  # days since the note that last told of a treatment, beyond which it may be over
_AT_ONCE = re.compile(r"\b(?:injections?|blocks?|ablation|drainage|surgery|biopsy|aspiration)\b", re.IGNORECASE)
_EARLIER = re.compile(r"\b(?:earlier|previous|prior|past|first|last) (?:\w+ )?episode\b", re.IGNORECASE)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True, slots=True)
class Judged:
    """One treatment with its verdict. *contrary*: it was taken and the chart itself shows that it does not count.

    *lacks* says in a few words what is missing or wrong; *conflict* is the dispute on which the verdict hangs.
    """

    evidence: Evidence
    verdict: Verdict
    lacks: str = ""
    contrary: bool = False
    conflict: Conflict | None = None


def taken(evidence: Evidence, *, allergy: bool = False) -> bool:
    """Whether the chart says that the patient took it (or, where that counts, is allergic to it)."""
    trial, meant = evidence.trial, evidence.assertion
    if trial is None or meant.experiencer != "patient" or meant.polarity != "affirmed":
        return False
    if allergy and trial.status is TrialStatus.ALLERGY:
        return True
    return trial.status in _TAKEN and meant.time in {"current", "historical"} and not misread(evidence)


def judge(evidence: Evidence, wanted: Wanted, view: View) -> Judged:
    """Judge one treatment; a dispute between sources that would turn the verdict leaves it unknown."""
    judged = _judge(evidence, wanted, view)
    trial = evidence.trial
    if trial is None or judged.verdict is Verdict.UNKNOWN:
        return judged
    for conflict in view.case.conflicts:
        for other in _readings(conflict, trial, view):
            if _judge(replace(evidence, trial=other), wanted, view).verdict is not judged.verdict:
                return Judged(
                    evidence, Verdict.UNKNOWN, f"the sources differ about {conflict.about}", conflict=conflict
                )
    return judged


def _judge(evidence: Evidence, wanted: Wanted, view: View) -> Judged:
    trial = evidence.trial
    if trial is None:
        return Judged(evidence, Verdict.UNKNOWN)
    if trial.status is TrialStatus.ALLERGY:
        return Judged(
            evidence, Verdict.MET if wanted.allergy_counts else Verdict.UNKNOWN, "an allergy is charted, and no trial"
        )
    if trial.status not in _TAKEN:
        return Judged(evidence, Verdict.NOT_MET, "it was not taken")
    outcome = _outcome(trial, wanted)
    by_intolerance = trial.outcome is Outcome.INTOLERANT and Outcome.INTOLERANT in wanted.outcomes
    tests: list[tuple[Verdict, str]] = [outcome, _window(trial, wanted), _episode(evidence, trial, wanted, view)]
    full = [_duration(evidence, trial, wanted, view.today), _dose(evidence, trial, wanted, view)]
    if not by_intolerance:
        tests += full
    elif not wanted.stopping_counts and every(each for each, _ in full) is not Verdict.MET:
        tests.append(
            (Verdict.UNKNOWN, "it was stopped for intolerance, and the plan may ask for the whole time even so")
        )
    if evidence.assertion.certainty != "certain":
        tests.append((Verdict.UNKNOWN, "the chart is not sure of it"))
    verdict = every(each for each, _ in tests)
    lacks = "; ".join(says for each, says in tests if each is not Verdict.MET and says)
    spent = Verdict.NOT_MET in {tests[1][0], tests[2][0]}  # another time's treatment says nothing of this one's
    short = any(each is Verdict.NOT_MET for each, _ in tests[3:])
    worked = tests[0][0] is Verdict.NOT_MET and trial.outcome is Outcome.EFFECTIVE
    seen = evidence.written.earliest() if evidence.written else view.today
    going = trial.status is TrialStatus.CURRENT and (view.today - seen).days <= _LATELY
    if worked and not going and not any(view.agents.ingredient(word) for word in wanted.words):
        worked = False  # of a class, what once helped and is over says nothing of the others
    harmed = trial.outcome is Outcome.INTOLERANT and tests[0][0] is Verdict.NOT_MET and trial.status is TrialStatus.PAST
    harmed = harmed and wanted.min_duration is not None and full[0][0] is not Verdict.MET
    if harmed and len(wanted.words) == 1 and view.agents.ingredient(wanted.words[0]):
        worked = True  # stopped for what it did, and by the chart not because it failed
    if any(view.agents.family(word) == "conservative_care" for word in wanted.words):
        short = False  # the weeks of several such treatments add up
    return Judged(evidence, verdict, lacks, contrary=(short or worked) and not spent)


def _outcome(trial: Trial, wanted: Wanted) -> tuple[Verdict, str]:
    if wanted.accepts(trial.outcome):
        return Verdict.MET, ""
    if trial.outcome is Outcome.UNKNOWN:
        return Verdict.UNKNOWN, "no outcome is charted"
    if trial.outcome is Outcome.PARTIAL and Outcome.FAILED in wanted.outcomes:
        return Verdict.UNKNOWN, "a partial response is charted, and the policy says failure"
    return Verdict.NOT_MET, f"the outcome charted is {trial.outcome.value}"


def _duration(evidence: Evidence, trial: Trial, wanted: Wanted, today: date) -> tuple[Verdict, str]:
    if wanted.min_duration is None or (wanted.lent and _AT_ONCE.search(trial.ingredient)):
        return Verdict.MET, ""  # an injection takes no weeks; those that stand over its list are of the whole care
    if trial.supply is not None and wanted.min_duration.unit != "sessions":
        return _by_fills(evidence, trial, wanted, wanted.min_duration, today)
    held = length(trial, evidence, today, wanted.min_duration.unit)
    if held is None:
        return Verdict.UNKNOWN, "no duration is charted"
    verdict = held.reaches(wanted.min_duration)
    return verdict, f"{_said(trial)} is charted of {wanted.min_duration}"


def _by_fills(evidence: Evidence, trial: Trial, wanted: Wanted, need: Duration, today: date) -> tuple[Verdict, str]:
    """Decide by the fills where the chart dates the first and the last dose; else hold them against what notes say.

    A note's length and the fills must not speak against each other: where they do, a person has to say which is right.
    """
    if trial.supply is None:
        return Verdict.UNKNOWN, ""
    shown, lacks = reaches(trial.supply, need, wanted.share)
    told = length(trial, evidence, today, need.unit)
    if trial.supply.closed or told is None:
        return shown, lacks
    said = told.reaches(need)
    if Verdict.UNKNOWN in {shown, said}:
        sure = said if shown is Verdict.UNKNOWN else shown
        return sure, lacks or f"{_said(trial)} is charted of {need}"
    if shown is said:
        return shown, lacks
    return Verdict.UNKNOWN, f"{_said(trial)} is charted, and the fills show {trial.supply.days} days"


def summed(good: Iterable[Judged], wanted: Wanted) -> tuple[Basis, ...]:
    """Give the arithmetic of the fills by which treatments are long enough, and the plan's own share of days."""
    held = [each.evidence.trial.supply for each in good if each.evidence.trial and each.evidence.trial.supply]
    if wanted.min_duration is None or not held:
        return ()
    quote = wanted.share.quote if wanted.share is not None else None
    return (*(each.basis for each in held), *((quote,) if quote is not None else ()))


def _said(trial: Trial) -> str:
    if trial.duration is not None:
        return str(trial.duration)
    return f"{trial.start} to {trial.stop or 'now'}"


def _dose(evidence: Evidence, trial: Trial, wanted: Wanted, view: View) -> tuple[Verdict, str]:
    if not wanted.dose:
        return Verdict.MET, ""
    verdict = reached(wanted.dose, trial, evidence, view)
    return verdict, f"{trial.dose or 'no dose'} is charted, and the plan asks for {wanted.dose}"


def _window(trial: Trial, wanted: Wanted) -> tuple[Verdict, str]:
    if wanted.opens is None or (trial.status is TrialStatus.CURRENT and trial.stop is None):
        return Verdict.MET, ""
    end = trial.stop or trial.start
    if end is None:
        return Verdict.UNKNOWN, "no dates are charted"
    if end.earliest() >= wanted.opens:
        return Verdict.MET, ""
    old = trial.stop is not None and end.latest() < wanted.opens
    return (Verdict.NOT_MET if old else Verdict.UNKNOWN), f"it ended {trial.stop or 'on a day not charted'}"


def _episode(evidence: Evidence, trial: Trial, wanted: Wanted, view: View) -> tuple[Verdict, str]:
    """Hold a treatment to the current episode: by the day the chart says it began, else only where it is recent.

    Without that day a treatment that is going on or ended within a year is taken to be of this episode.
    """
    if not wanted.episode:
        return Verdict.MET, ""
    if _EARLIER.search(evidence.statement):
        return Verdict.NOT_MET, "it was in an earlier episode"
    began = episode_start(view)
    if began is not None and trial.start is not None:
        if trial.start.earliest() >= began.earliest():
            return Verdict.MET, ""
        late = trial.stop is not None and trial.stop.latest() < began.earliest()
        return (Verdict.NOT_MET if late else Verdict.UNKNOWN), f"it began {trial.start}, the episode {began}"
    ended = trial.stop.earliest() if trial.stop else None
    recent = trial.status is TrialStatus.CURRENT or (ended is not None and (view.on - ended).days <= 365)
    return (Verdict.MET, "") if recent else (Verdict.UNKNOWN, "the chart does not tie it to the current episode")


def episode_start(view: View) -> PartialDate | None:
    """Give the day the chart says the current episode began."""
    for each in view.about(content("episode")):
        found = _EPISODE.search(each.statement)
        if found and each.assertion.experiencer == "patient" and (day := _day(found[1])):
            return day
    return None


def _day(text: str) -> PartialDate | None:
    parts = text.replace("-", "/").split("/")
    try:
        if len(parts) == 3:
            year, month, day = parts if len(parts[0]) == 4 else (parts[2], parts[0], parts[1])
            return PartialDate(int(year), int(month), int(day))
        if len(parts) == 2:
            year, month = parts if len(parts[0]) == 4 else (parts[1], parts[0])
            return PartialDate(int(year), int(month))
        word, year = text.split()
        return PartialDate(int(year), _MONTHS.index(word[:3].lower()) + 1)
    except ValueError:
        return None


def _readings(conflict: Conflict, trial: Trial, view: View) -> list[Trial]:
    """Give the treatment as each source of a conflict has it; empty where the conflict is about another thing."""
    head, _, slot = conflict.about.lower().partition(":")
    if not {trial.ingredient.lower(), trial.agent.lower()} & {
        name for name in (trial.ingredient.lower(), trial.agent.lower()) if name and name in head
    }:
        return []
    slot = slot.strip() or head.split()[-1]
    says = [fact for fact in conflict.says if not unfounded(slot, fact, trial, view)]
    if slot == "outcome" and trial.outcome in {Outcome.FAILED, Outcome.PARTIAL}:
        says = [fact for fact in says if fact.value != Outcome.INTOLERANT]  # it may have failed and harmed as well
    return [other for fact in says if (other := _with(trial, slot, fact.value)) is not None]


def _with(trial: Trial, slot: str, said: str) -> Trial | None:
    try:
        if slot in {"start", "stop"}:
            day = PartialDate.parse(said)
            changed = replace(trial, start=day) if slot == "start" else replace(trial, stop=day)
            return replace(changed, duration=None) if changed.start and changed.stop else changed
        if slot == "outcome":
            return replace(trial, outcome=Outcome(said))
        if slot == "status":
            return replace(trial, status=TrialStatus(said))
        if slot == "duration":
            n, unit = said.split()
            return replace(trial, duration=Duration(float(n), unit if unit.endswith("s") else f"{unit}s"))
        if slot == "dose":
            n, unit = said.split(maxsplit=1)
            return replace(trial, dose=replace(trial.dose, value=float(n), unit=unit) if trial.dose else None)
    except ValueError:
        return None
    return None
