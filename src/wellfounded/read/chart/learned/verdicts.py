"""Where a treatment stands and what came of it, as labelled notes teach to tell from all that a note says of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from wellfounded.model.evidence import Outcome, TrialStatus
from wellfounded.read.chart import judge
from wellfounded.read.chart.learned.features import features
from wellfounded.read.chart.learned.page import Page
from wellfounded.read.chart.mention import Mention
from wellfounded.wire.crf import Weights, weights

FOLDER = [Path(__file__).parent]  # where the weights are
FAMILY, OTHER, NONE = "family", "other", "none"
PLAIN = 0.9  # how sure a place must be that is taken against the rules
AGREED, ALONE = 0.7, 0.97  # how sure a failure must be where the rules say so too, and where they do not
REFUSED, UNCOUNTED, UNLISTED = 0.8, 0.3, 0.03  # how likely no treatment is: for the rules' own, others, and tagged ones
PLACED, ENDED, SURE = 0.65, 0.97, 0.5  # below these the rules' status, their ended treatment and their outcome stand
BARE, HEARD = 0.9, 0.75  # how sure an outcome must be of a mere name, and where the rules heard none
BESIDE = ("N=", "N2=", "mN=")  # features of the next sentence
TAKEN = {TrialStatus.CURRENT, TrialStatus.PAST, TrialStatus.ALLERGY}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one treatment's mentions say together, and how sure that is; no status where it is no treatment."""

    teller: Mention
    status: TrialStatus | None
    placed: float
    family: bool = False
    outcome: Outcome = Outcome.UNKNOWN
    sure: float = 1.0


def told(page: Page, mention: Mention) -> list[str]:
    """Give the features of one naming without those the rules give."""
    return features(page, mention)


def ruled(course: Sequence[Mention], *, counted: bool) -> list[str]:
    """Give what the rules say of a treatment as features."""
    found = {f"q={hit.means}" for m in course for hit in m.hits}
    found |= {f"st={judge.standing(m)}" for m in course} | {f"to={judge.told(m)}" for m in course}
    found |= {f"ST={judge.status(course)}", f"TO={judge.outcome(course)[0]}", f"counted={counted}", "ruled"}
    found |= {"kin!" for m in course if m.family} | {"warned" for m in course if m.warned}
    return sorted(found)


def together(each: Sequence[Sequence[str]]) -> list[str]:
    """Join the features of all the mentions of one treatment."""
    return sorted({*(one for found in each for one in found), f"num={min(4, len(each))}"})


def ruling(course: Sequence[Mention]) -> Verdict:
    """Judge one course by the rules alone."""
    outcome, teller = judge.outcome(course)
    lead = teller or next((m for m in course if judge.standing(m) is judge.status(course)), course[0])
    return Verdict(lead, judge.status(course), 1.0, family=lead.family, outcome=outcome)


def tempered(page: Page, course: Sequence[Mention]) -> Verdict:
    """Judge one course by the rules, held to what labelled notes teach.

    A failure that they make unlikely is not claimed, and a place of which they are sure is taken.
    """
    said = ruling(course)
    if said.family:
        return said
    found = together([told(page, m) for m in course]) + ruled(course, counted=True)
    chances = weights(FOLDER[0] / "status.crf").choose(found)
    best = max(chances, key=chances.__getitem__)
    if best not in {OTHER, FAMILY} and chances[best] >= PLAIN and not any(map(_ends, course)):
        said = replace(said, status=TrialStatus(best))
    if said.outcome is Outcome.FAILED:
        failed = weights(FOLDER[0] / "outcome.crf").choose(found).get(Outcome.FAILED.value, 0.0)
        if failed < AGREED:
            return replace(said, outcome=Outcome.UNKNOWN)
    return said


def verdict(page: Page, course: Sequence[Mention], *, counted: bool) -> Verdict:
    """Judge one course of treatment by all its mentions; *counted* where the rules take it for a treatment."""
    each = [told(page, m) for m in course]
    found = together(each) + ruled(course, counted=counted)
    chances = weights(FOLDER[0] / "status.crf").choose(found)
    no = chances.get(OTHER, 0.0) + chances.get(FAMILY, 0.0)
    if no > (REFUSED if counted else UNCOUNTED if course[0].agent.listed else UNLISTED):
        kin = chances.get(FAMILY, 0.0) > no / 2
        return Verdict(course[0], None, no, family=kin)
    if counted and course[0].family:
        return Verdict(course[0], None, no, family=True)
    status, placed = max(((TrialStatus(k), p) for k, p in chances.items() if k not in {OTHER, FAMILY}), key=_second)
    ended = any(m.has("stop", "off") for m in course)
    if counted and (placed < (ENDED if ended else PLACED) or (status == "planned" and any(map(_ends, course)))):
        status = judge.status(course)
    if not (counted or course[0].agent.listed) and placed < PLACED:
        return Verdict(course[0], None, placed)
    if status not in TAKEN:
        return Verdict(course[0], status, placed)
    said = _with_outcome(page, Verdict(course[0], status, placed), course, each, found)
    return said if counted or said.sure >= BARE else replace(said, outcome=Outcome.UNKNOWN)


def _with_outcome(
    page: Page, said: Verdict, course: Sequence[Mention], each: Sequence[list[str]], found: Sequence[str]
) -> Verdict:
    outcomes = weights(FOLDER[0] / "outcome.crf")
    chances = outcomes.choose(found)
    best, sure = max(((Outcome(k), p) for k, p in chances.items() if k != NONE), key=_second)
    rule, teller = judge.outcome(course)
    if sure < (HEARD if rule is Outcome.UNKNOWN else SURE):
        best = rule
    if best is Outcome.UNKNOWN or (best is Outcome.FAILED and sure < (AGREED if rule is best else ALONE)):
        return said
    if rule is not best or teller is None:
        shares = [outcomes.choose(one)[best] for one in each] if len(each) > 1 else [1.0]
        at = shares.index(max(shares))
        teller = course[at]
        _reach(page, teller, outcomes, best, each[at])
    return replace(said, outcome=best, sure=sure, teller=teller)


def _reach(page: Page, teller: Mention, outcomes: Weights, best: Outcome, found: Sequence[str]) -> None:
    """Widen the passage to the next sentence where that is what tells the outcome: the quote must hold the words."""
    after = page.first[teller.unit.start] + 1
    own = [one for one in found if not one.startswith(BESIDE)]
    if len(own) < len(found) and outcomes.choose(own)[best] < outcomes.choose(found)[best] / 2:
        teller.reach(page.units[after].start, page.units[after].end)


def _second(pair: tuple[object, float]) -> float:
    return pair[1]


def _ends(mention: Mention) -> bool:
    """Whether a plan ends it: what will be stopped is taken today."""
    return mention.has("stop", "taper", "current") and judge.standing(mention) is TrialStatus.CURRENT
