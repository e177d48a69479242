"""The kind of a payer's paper, from what its sentences, its titles and tables, and the rules say of it together.

Sentences are judged one by one (`judged.py`); here it is learned from labelled papers how their judgements, and the
rules' own tally, make a kind: a granted part beside a refused part, a refusal that only tells of an earlier one.
"""

from functools import lru_cache
from pathlib import Path

from wellfounded.model.determination import Kind
from wellfounded.read.payer import decision
from wellfounded.read.payer import decision_words as words
from wellfounded.read.payer.judged import NONE, Judged, judged
from wellfounded.read.payer.paper import Paper
from wellfounded.read.payer.windows import windows
from wellfounded.read.payer.zones import SALUTATION, Zone, placed
from wellfounded.wire.caseless import Caseless
from wellfounded.wire.crf import weights

WEIGHTS = Path(__file__).with_name("kinds.crf")
KINDS = (
    "denial", "approval", "partial_approval", "pend", "information_request", "eob", "transition_notice", "other",
    "letter",
)  # fmt: skip
MOST = (0.3, 0.5, 0.7, 0.85, 0.95)
SUMS = (0.3, 0.6, 1.0, 1.5, 2.0, 3.0, 4.5)
HEARD = 0.3  # under this a judgement adds nothing to the sum
FIRST = 12  # sentences at the head
TALLIED = (2.0, 4.0, 8.0)
WHOLE = (Kind.APPROVAL, Kind.DENIAL)
PLAINLY = 0.85
PERHAPS = 0.1
GRANTED = 0.35
BOTH = (0.7, 1.4)
COUNTS = (1, 3, 6, 12)


@lru_cache(maxsize=8)
def likely(paper: Paper) -> dict[str, float]:
    """Give how likely the paper is of each kind."""
    return weights(WEIGHTS).choose(features(paper))


def kind(paper: Paper) -> Kind:
    """Give the likeliest kind: partial only where something is granted, and wherever a part plainly is, and one not."""
    found = likely(paper)
    order = sorted(found, key=lambda name: (found[name], name), reverse=True)
    best = Kind(order[0])
    if best is Kind.PARTIAL_APPROVAL and len(order) > 1 and not _grants(paper):
        return Kind(order[1])
    if (
        best is Kind.PARTIAL_APPROVAL
        and _says(paper, words.SAME)
        and decision.kind(decision.tally(paper)) is Kind.DENIAL
    ):
        return Kind.DENIAL
    if best is Kind.INFORMATION_REQUEST and _says(paper, words.HELD):
        return Kind.PEND
    return Kind.PARTIAL_APPROVAL if best in WHOLE and _does_both(paper) else best


def possible(paper: Paper, kind: Kind) -> frozenset[Kind]:
    """Give the kinds that the paper may well be of beside the one it is taken for: what fits them is looked for too."""
    return frozenset({kind, *(Kind(name) for name, sure in likely(paper).items() if sure >= PERHAPS)})


def _grants(paper: Paper) -> bool:
    tally = decision.tally(paper)
    granting = (one.likely.get(name, 0.0) for one in judged(paper) for name in ("approval", "partial_approval"))
    return bool(tally.approve or tally.partial or tally.overturned) or max(granting, default=0.0) >= GRANTED


def _says(paper: Paper, pattern: Caseless) -> bool:
    texts = (one.place.sentence.text for one in judged(paper))
    return any(pattern.search(text) and not decision.CONDITION.match(text) for text in texts)


def _does_both(paper: Paper) -> bool:
    if _says(paper, words.REST) and _says(paper, words.COUNTED):
        return True
    if decision.kind(decision.tally(paper)) is not Kind.PARTIAL_APPROVAL:
        return False
    said = [one.likely for one in judged(paper)]
    return all(any(one.get(name, 0.0) >= PLAINLY for one in said) for name in ("approval", "denial"))


def features(paper: Paper, *, rules: bool = True) -> list[str]:
    """Give what the paper shows, each thing once; *rules*: with what the rules make of it."""
    said = judged(paper)
    found = [*_voices(said), *_built(paper)]
    if rules:
        tally = decision.tally(paper)
        found.append(f"rules {decision.kind(tally).value}")
        for name in decision.Tally.__dataclass_fields__:
            found += _over(f"tally {name}", getattr(tally, name), TALLIED)
    return found


def _voices(said: tuple[Judged, ...]) -> list[str]:
    sums: dict[str, float] = {}
    most: dict[str, float] = {}
    found = []
    for name in KINDS:
        each = [one.likely.get(name, 0.0) for one in said]
        sums[name] = sum(one for one in each if one > HEARD)
        most[name] = max(each, default=0.0)
        found += _over(f"most {name}", most[name], MOST)
        found += _over(f"sum {name}", sums[name], SUMS)
        found += _over(f"head {name}", max(each[:FIRST], default=0.0), MOST[1:])
        titles = [at for one, at in zip(said, each, strict=True) if len(one.place.sentence.text) < 60]
        found += _over(f"short {name}", max(titles, default=0.0), MOST[1:])
    order = sorted(KINDS, key=lambda name: -sums[name])
    first, second = (name if sums[name] else NONE for name in order[:2])
    found += [f"first {first}", f"first two {first} {second}"]
    granted, refused = sums["approval"] + sums["partial_approval"], sums["denial"]
    found += _over("both", min(granted, refused), BOTH)
    found += _over("granted and refused", min(max(most["approval"], most["partial_approval"]), most["denial"]), MOST)
    found += _over("asked and refused", min(most["information_request"], most["denial"]), MOST)
    found += _over("waits and refused", min(most["pend"], most["denial"]), MOST)
    found += [f"louder {'granted' if granted > refused else 'refused'}"] if granted or refused else []
    return found


def _built(paper: Paper) -> list[str]:
    zones = [each.zone for each in placed(paper)]
    greeted = any(SALUTATION.match(line.text) for line in paper.lines[:60])
    found = ["greeted"] if greeted else ["not greeted"]
    found += ["window"] if any(one.window.route == "appeal" for one in windows(paper)) else ["no window"]
    found += _over("rights", sum(zone in {Zone.RIGHTS, Zone.REVIEW} for zone in zones), COUNTS) or ["no rights"]
    found += _over("rows", sum(len(line.cells) > 2 for line in paper.lines), COUNTS) or ["no rows"]
    found += ["title decides"] if decision.firm(paper) else []
    return found


def _over(name: str, value: float, steps: tuple[float, ...]) -> list[str]:
    """Give each step that *value* reaches, or that it reaches none."""
    return [f"{name} {step}" for step in steps if value >= step] or [f"{name} none"]
