"""Where a treatment stands and what came of it, as labelled notes teach to tell from all that a note says of it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from wellfounded.model.evidence import Outcome, TrialStatus
from wellfounded.read.chart import judge
from wellfounded.read.chart.courses import counts
from wellfounded.read.chart.learned.features import features
from wellfounded.read.chart.learned.page import Page
from wellfounded.read.chart.mention import Mention
from wellfounded.wire.crf import weights

_ASKED = re.compile(r"\W*(?:denials?|appeals?|requests?|claims?|auth\w*|PAs?|prior auth\w*|approvals?|coverage)\b")

# What a passage must say before an effect that only labelled notes teach is believed of it.
_BORNE = {
    Outcome.INTOLERANT: re.compile(
        r"\b(?:intoler\w*|toler\w*|unable|could(?: not|n't)|can(?:not|'t)|stop\w*|off|d/?c\W?(?:e?d)?"
        r"|discontinu\w*|quit|cut|held|hold|switch\w*|chang\w*|reduc\w*|lower\w*|hypersens\w*|allerg\w*|anaphyl\w*"
        r"|side|adverse|reacti\w*|from|due|because"
        r"|caus\w*|gave|made|led|after|with|on)\b",
        re.IGNORECASE,
    ),
    Outcome.EFFECTIVE: re.compile(
        r"\b(?:help\w*|improv\w*|better|best|effect\w*|resolv\w*|control\w*|work\w*|respon\w*|remi\w*|benefit\w*"
        r"|relie\w*|well"
        r"|good|great|stable|toler\w*|goals?|success\w*|fewer|less|reduc\w*|clear\w*|gone|free|down|from|to|no"
        r"|normal\w*)\b",
        re.IGNORECASE,
    ),
}

FOLDER = [Path(__file__).parent]  # where the weights are
TAKEN = {TrialStatus.CURRENT, TrialStatus.PAST}
FAMILY, OTHER = "family", "other"
NAMED = 0.8  # how likely a bare naming must be a treatment of the patient's
SURE = 0.9  # how likely the taking must be of what the rules read as not taken, and any place of what is planned
UNDONE = 0.8  # how likely the taking of what the rules read as stopped
PLAIN = 0.6  # how likely a place must be that is taken against the rules
TOLD = 0.6  # how likely an effect must be of which the rules read nothing
OVER = 0.75  # how likely an effect must be that is taken against the rules
AGREED = 0.6  # how likely a failure must be that the rules read
UNLIKELY = 0.05  # and one that is told in plain words with nothing said against it

_PLAIN = re.compile(  # no need of a labelled note to know what these say
    r"\W*(?:(?:was|were|proved|is)?\s*(?:useless|ineffective|unhelpful|unsuccessful)|of no (?:use|help|benefit|value)"
    r"|(?:did|does|do|has|have|had|was|is)(?: not|n't) (?:\w+ )?(?:help|work|relie|respon|benefit|improv|enough"
    r"|effective|succe)\w*"
    r"|(?:no|without|w/o|with no|lack of)(?: \w+)? (?:help|benefit|relief|response|improvement|effect|efficacy"
    r"|success|avail)"
    r"|(?:no|little) change with (?:either|both)|(?:neither|none of \w+(?: \w+)?) (?:helped|worked|controlled|touched)"
    r"|failed to (?:keep|hold|maintain|sustain|suppress|convert|control|help|relieve|reduce|improve)"
    r"|no (?:drying|healing|regrowth|repigmentation|analgesia|clearing)|no different|no better|in spite of|despite)\b",
    re.IGNORECASE,
)
_AGAINST = ("partial", "effective", "harm", "intolerant", "aside", "result", "tolerated")


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


def tempered(page: Page, course: Sequence[Mention]) -> Verdict | None:
    """Judge one course by the rules and by what labelled notes teach; None where it is no treatment of the patient's.

    Where a treatment stands is as the notes teach. An effect is what both say, or of which the notes are sure; a
    failure is claimed only where the rules read one and the notes make it likely.
    """
    part = [m for m in course if counts(m)]
    said = ruling(part or course)
    if said.family and part:
        return said
    found = together([told(page, m) for m in course]) + ruled(course, counted=bool(part))
    chances = weights(FOLDER[0] / "status.crf").choose(found)
    none = chances.pop(OTHER, 0.0) + chances.pop(FAMILY, 0.0)
    place = max(chances, key=chances.__getitem__)
    begins = TrialStatus(place) in TAKEN and not (part and said.status in TAKEN)
    undone = TrialStatus(place) is TrialStatus.CURRENT and any(m.has("stop") for m in part)
    sure = chances[place] >= (UNDONE if undone else PLAIN) and chances[place] >= (
        SURE if begins or (part and said.status is TrialStatus.PLANNED) else PLAIN
    )
    if not part and (none > 1 - NAMED or not sure or any(_bare(page.text, m) for m in course)):
        return None
    if sure and not any(map(_ends, part)):
        said = replace(said, status=TrialStatus(place))
    chosen = weights(FOLDER[0] / "outcome.crf").choose(found)
    effect = _effect(said.outcome, chosen, AGREED if not _plain(page.text, part) else UNLIKELY)
    borne = (
        effect is said.outcome
        or effect not in _BORNE
        or any(_BORNE[effect].search(_unit(page.text, m)) for m in course)
    )
    return replace(said, outcome=effect if borne else said.outcome)


def _effect(ruled: Outcome, chances: Mapping[str, float], agreed: float) -> Outcome:
    """Weigh what the rules read of an effect against what the notes teach."""
    best = max(chances, key=chances.__getitem__)
    if ruled is Outcome.FAILED and chances[Outcome.FAILED.value] >= agreed:
        return ruled
    if ruled in {Outcome.FAILED, Outcome.UNKNOWN}:
        mild = max((name for name in chances if name != Outcome.FAILED.value), key=chances.__getitem__)
        return Outcome(mild) if chances[mild] >= (TOLD if ruled is Outcome.UNKNOWN else OVER) else Outcome.UNKNOWN
    if ruled is Outcome.INTOLERANT and chances[Outcome.FAILED.value] >= OVER:
        return Outcome.UNKNOWN  # harm that passed, and no good: which of the two ended it is not told
    return Outcome(best) if best != Outcome.FAILED.value and chances[best] >= OVER else ruled


def _plain(text: str, course: Sequence[Mention]) -> bool:
    """Whether plain words say that it did no good, and none say that it did any, or harm."""
    hits = [hit for m in course for hit in m.hits]
    told = any(hit.means in {"fail", "despite"} and _PLAIN.match(text, hit.start, hit.end) for hit in hits)
    return told and not any(m.has(*_AGAINST) for m in course)


def _unit(text: str, mention: Mention) -> str:
    """Give all the words a mention is read from."""
    return text[min(mention.unit.start, mention.first) : max(mention.unit.end, mention.last)]


def _bare(text: str, mention: Mention) -> bool:
    """Whether a naming is of no treatment given: a relative's, a screen's, or what a plan wrote of."""
    return mention.family or mention.screened or _ASKED.match(text, mention.end) is not None


def _ends(mention: Mention) -> bool:
    """Whether a plan ends it: what will be stopped is taken today."""
    return mention.has("stop", "taper", "current") and judge.standing(mention) is TrialStatus.CURRENT
