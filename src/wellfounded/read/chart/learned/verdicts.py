"""Where a treatment stands and what came of it, as labelled notes teach to tell from all that a note says of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from wellfounded.model.evidence import Outcome, TrialStatus
from wellfounded.read.chart import judge
from wellfounded.read.chart.learned.features import features
from wellfounded.read.chart.learned.page import Page
from wellfounded.read.chart.mention import Mention
from wellfounded.wire.crf import weights

FOLDER = [Path(__file__).parent]  # where the weights are
FAMILY, OTHER = "family", "other"
PLAIN = 0.9  # how sure a place must be that is taken against the rules
AGREED = 0.65  # how likely a failure must be that the rules read


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one treatment's mentions say together, and the one that tells it."""

    teller: Mention
    status: TrialStatus
    family: bool
    outcome: Outcome


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
    return Verdict(lead, judge.status(course), lead.family, outcome)


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


def _ends(mention: Mention) -> bool:
    """Whether a plan ends it: what will be stopped is taken today."""
    return mention.has("stop", "taper", "current") and judge.standing(mention) is TrialStatus.CURRENT
