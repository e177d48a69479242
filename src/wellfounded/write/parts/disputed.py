"""Each criterion the notice cites, under the plan's own number: what the plan asks and says, what the records show."""

from dataclasses import replace

from wellfounded.model.argument import Claim
from wellfounded.model.basis import Basis, Derivation, Quote
from wellfounded.model.criteria import Requirement
from wellfounded.model.letter import Paragraph, Sentence
from wellfounded.write import counted, dispute, policyname
from wellfounded.write.notes import note
from wellfounded.write.papers import papers
from wellfounded.write.phrasers import plain
from wellfounded.write.pruned import ENCLOSED
from wellfounded.write.rows._recorded import newest
from wellfounded.write.rows.trial import beside
from wellfounded.write.shown import row
from wellfounded.write.supplied import supplied
from wellfounded.write.telling import Telling, Told, sentence
from wellfounded.write.words import few, quoted, series


def write(telling: Telling) -> Told:
    """Write one short paragraph for each cited criterion, and the trials that answer it as a list."""
    paragraphs: list[Paragraph] = []
    told: list[Claim] = []
    for n, point in enumerate(each for each in dispute.points(telling) if each.shown):
        said, listed, used = _answer(telling, point, told, n)
        words = " ".join(line.text for line in (*said, *listed))
        telling = replace(telling, said=f"{telling.said} {words}")
        heading = policyname.cited(point.cited)
        heading = f"{heading[:1].upper()}{heading[1:]}"
        paragraphs.append(Paragraph("disputed", heading, said))
        if listed:
            paragraphs.append(Paragraph("disputed", "", listed, bullets=True))
        for leaf, claim in point.shown:
            paragraphs += [
                Paragraph("disputed", "", lines, bullets=rows) for lines, rows in supplied(telling, leaf, claim)
            ]
        told += used
    paragraphs += counted.answers(telling)
    return Told(tuple(paragraphs), tuple(told))


def _answer(
    telling: Telling, point: dispute.Point, told: list[Claim], n: int
) -> tuple[tuple[Sentence, ...], tuple[Sentence, ...], list[Claim]]:
    missed = dispute.missed(telling, point.cited)
    said: list[Sentence] = list(_asked(telling, point, missed, n))
    trials = [each for each in telling.new("trial") if each not in told and _counts(each, point.shown)]
    measured: list[Claim] = []
    for leaf, claim in point.shown:
        if not any(_counts(each, ((leaf, claim),)) for each in trials):
            lines, used = _shown(telling, leaf, claim, [*told, *trials, *measured], n)
            said += lines
            measured += used
    if not trials:
        return tuple(said), (), measured
    proof = [claim for _, claim in point.shown]
    if len(trials) > 1 or missed is not None:  # of one treatment its own sentence says all, and its mark the papers
        said.append(_leads(telling, trials, proof))
    after = replace(telling, said=f"{telling.said} {' '.join(line.text for line in said)}")
    listed = [line for n, each in enumerate(trials) for line in plain.phrase(each, after, n)]
    listed += [line for leaf, claim in point.shown if (line := beside(leaf, claim, telling)) is not None]
    if len(trials) == 1 and missed is None:
        return (*said, *listed), (), [*trials, *measured]
    return tuple(said), tuple(listed), [*trials, *measured]


def _shown(
    telling: Telling, leaf: Requirement, claim: Claim, told: list[Claim], n: int
) -> tuple[list[Sentence], list[Claim]]:
    """Say what shows a requirement: a measured value with all of its series, anything else as the table says it."""
    line = row(leaf, claim, telling)
    discloses = line is not None and ";" in line.text
    for series_ in () if discloses else telling.new("score_series"):
        if series_ not in told and any(item in claim.evidence for item in series_.evidence):
            return list(plain.phrase(series_, telling, n)), [series_]
    if line is not None and line.text.startswith("\u201c") and (held := newest(leaf, claim, telling)) is not None:
        ways = (
            "{note} records: {words}",
            "it is recorded in {note}: {words}",
            "in {note}: {words}",
            "{note} reads: {words}",
        )
        words = quoted.closed(quoted.unlabelled(held.text))
        text = telling.voice.turn("reads", n, *ways).format(note=note(telling, held), words=words)
        return [sentence(text, *line.basis)], []
    return [line] if line is not None else [], []


def _asked(telling: Telling, point: dispute.Point, missed: Quote | None, n: int) -> tuple[Sentence, ...]:
    """Quote what the plan asks, where the citation is of one requirement, and what it says it did not find."""
    leaf = point.shown[0][0] if len(point.shown) == 1 and point.shown[0][0].quote is not None else None
    place = policyname.cited(point.cited)
    asks = quoted.marked(few.trimmed(quoted.clean(leaf.text))) if leaf is not None else ""
    says = quoted.closed(quoted.clean(missed.exact)) if missed is not None else ""
    under: list[Basis] = [*point.cited.basis, *(policyname.numbered(leaf) if leaf is not None else ())]
    under += [missed] if missed is not None else []
    ways: tuple[str, ...]
    if asks and says:
        ways = BOTH
    elif asks:
        ways = ASKS
    elif says:
        ways = SAYS
    else:
        return ()
    text = telling.voice.turn("disputed", n, *ways).format(place=place, asks=asks, says=says)
    return (sentence(text, *under),)


BOTH = (
    "{place} asks for {asks}; the notice says of it: {says}",
    "The plan asks, in {place}, for {asks}, and writes: {says}",
    "{place} reads {asks}; according to the notice, {says}",
    "Of {place}, which asks for {asks}, the decision says: {says}",
    "What {place} asks is {asks}; the reviewer wrote: {says}",
    "The notice says of {place}: {says} The requirement is {asks}",
    "Here the policy asks for {asks} ({place}), and the decision rests on this: {says}",
    "The requirement of {place} is {asks}; the reason given against it is: {says}",
    "{place} is worded {asks}; on this point the notice states: {says}",
    "Under {place} the plan requires {asks}; it found this: {says}",
    "To {place}, which is worded {asks}, the notice objects: {says}",
    "{place} is the requirement of {asks}; what the plan missed is in its own words: {says}",
    "On {place} the decision reads: {says} What is required there is {asks}",
    "For {place} the plan wants {asks}; its reviewer noted: {says}",
    "The plan refused on {place}, which asks for {asks}, and wrote: {says}",
    "The policy asks for {asks} in {place}, and the reviewer answers: {says}",
)
ASKS = (
    "{place} asks for {asks}",
    "{place} reads {asks}",
    "What {place} asks is {asks}",
    "The requirement of {place} is {asks}",
    "Under {place} the plan requires {asks}",
)
SAYS = (
    "The notice says: {says}",
    "The plan wrote: {says}",
    "Of this the notice says: {says}",
    "The decision states: {says}",
    "The reason given is: {says}",
)


def _leads(telling: Telling, trials: list[Claim], proof: list[Claim]) -> Sentence:
    """Name the enclosed papers that record the treatments; the list of them follows."""
    items = [each.evidence[0] for each in trials]
    under: list[Basis] = [basis for claim in proof for basis in claim.basis]
    held = papers(telling, items)
    if not held:
        under += [item.basis for item in items]
        bare = ("the enclosed records answer this:", "the record reads:")
        return sentence(telling.voice.pick(f"leads|{items[0].name}", *bare), *under)
    under.append(Derivation(ENCLOSED, tuple(basis for each in held for basis in each.basis)))
    named = series.series(list(dict.fromkeys(note(telling, each) for each in held)))
    are = "are" if len(held) > 1 else "is"
    answer = "answer" if are == "are" else "answers"
    ways = (
        f"enclosed {are} {named}:",
        f"{named}, enclosed, {answer} this:",
        f"the record is in {named}:",
        f"this is documented in {named}:",
        f"please see {named}:",
        f"{named} {'give' if are == 'are' else 'gives'} what was missing:",
        f"my answer rests on {named}, enclosed:",
        f"the record of this is in {named}, enclosed:",
        f"I enclose {named}, which {'show' if are == 'are' else 'shows'} this:",
    )
    return sentence(telling.voice.pick(f"papers|{items[0].name}", *ways), *under)


def _counts(trial: Claim, shown: tuple[tuple[Requirement, Claim], ...]) -> bool:
    return any(trial.evidence[0] in claim.evidence for _, claim in shown)
