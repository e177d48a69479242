"""Each criterion the notice cites, under the plan's own number: what the plan asks and says, what the records show."""

from dataclasses import replace

from wellfounded.model.argument import Claim
from wellfounded.model.basis import Basis, Derivation
from wellfounded.model.criteria import Requirement
from wellfounded.model.letter import Paragraph, Sentence
from wellfounded.write import dispute, policyname
from wellfounded.write.notes import note
from wellfounded.write.papers import papers
from wellfounded.write.phrasers import plain
from wellfounded.write.pruned import ENCLOSED
from wellfounded.write.shown import row
from wellfounded.write.telling import Telling, Told, sentence
from wellfounded.write.words import few, quoted, series


def write(telling: Telling) -> Told:
    """Write one short paragraph for each cited criterion, and the trials that answer it as a list."""
    paragraphs: list[Paragraph] = []
    told: list[Claim] = []
    for point in dispute.points(telling):
        if not point.shown:
            continue
        said, listed, used = _answer(telling, point, told)
        words = " ".join(line.text for line in (*said, *listed))
        telling = replace(telling, said=f"{telling.said} {words}")
        heading = policyname.cited(point.cited)
        heading = f"{heading[:1].upper()}{heading[1:]}"
        paragraphs.append(Paragraph("disputed", heading, said))
        if listed:
            paragraphs.append(Paragraph("disputed", "", listed, bullets=True))
        told += used
    return Told(tuple(paragraphs), tuple(told))


def _answer(
    telling: Telling, point: dispute.Point, told: list[Claim]
) -> tuple[tuple[Sentence, ...], tuple[Sentence, ...], list[Claim]]:
    said: list[Sentence] = list(_asked(telling, point))
    if (missed := dispute.missed(telling, point.cited)) is not None:
        words = quoted.closed(quoted.clean(missed.exact))
        ways = (f"the notice says: {words}", f"the plan wrote: {words}", f"of this the notice says: {words}")
        said.append(sentence(telling.voice.turn("missed", len(told), *ways), missed))
    trials = [each for each in telling.new("trial") if each not in told and _counts(each, point.shown)]
    for leaf, claim in point.shown:
        if not any(_counts(each, ((leaf, claim),)) for each in trials):
            line = row(leaf, claim, telling)
            said += [line] if line is not None else []
    if not trials:
        return tuple(said), (), trials
    said.append(_leads(telling, trials, [claim for _, claim in point.shown]))
    after = replace(telling, said=f"{telling.said} {' '.join(line.text for line in said)}")
    listed = [line for n, each in enumerate(trials) for line in plain.phrase(each, after, n)]
    return tuple(said), tuple(listed), trials


def _asked(telling: Telling, point: dispute.Point) -> tuple[Sentence, ...]:
    """Quote what the plan asks, where the citation is of one requirement."""
    if len(point.shown) != 1 or point.shown[0][0].quote is None:
        return ()
    leaf = point.shown[0][0]
    words = quoted.closed(few.trimmed(quoted.clean(leaf.text)))
    place = policyname.cited(point.cited)
    ways = (f"{place} asks for this: {words}", f"{place} reads {words}", f"what {place} asks is {words}")
    return (sentence(telling.voice.pick(f"asked|{leaf.id}", *ways), *policyname.numbered(leaf), *point.cited.basis),)


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
    ways = (
        f"enclosed {are} {named}:",
        f"{named}, enclosed, {'answer' if are == 'are' else 'answers'} this:",
        f"the record is in {named}:",
        f"this is documented in {named}:",
    )
    return sentence(telling.voice.pick(f"papers|{items[0].name}", *ways), *under)


def _counts(trial: Claim, shown: tuple[tuple[Requirement, Claim], ...]) -> bool:
    return any(trial.evidence[0] in claim.evidence for _, claim in shown)
