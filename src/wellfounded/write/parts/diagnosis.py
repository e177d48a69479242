"""The diagnosis with its code, where it is recorded, and how it ties to the service."""

import re
from collections.abc import Iterator

from wellfounded.model.argument import Claim
from wellfounded.model.asks import Diagnosis
from wellfounded.model.basis import Basis, Fact
from wellfounded.model.coding import Coding
from wellfounded.model.letter import Paragraph, Sentence
from wellfounded.write import policyname, service
from wellfounded.write.diagnosis import coded, small
from wellfounded.write.notes import Passage, note, passages
from wellfounded.write.rows.diagnosis import names
from wellfounded.write.telling import Telling, Told, entered, sentence
from wellfounded.write.words import dates, quoted, series

HISTORY = re.compile(r"(?:family |personal )?history of\b", re.IGNORECASE)
LONG = 60  # characters; a longer name is not said a second time


def write(telling: Telling) -> Told:
    """Write when it was recorded, in whose words, and which criterion of the policy it answers."""
    said: list[Sentence] = []
    bare: list[tuple[Claim, Fact[Coding]]] = []  # what no note of a known day records is said in one sentence
    for n, claim in enumerate(telling.brief.claims("diagnosis")):
        fact = next((each for each in telling.case.diagnoses if each.value.code == claim.slot("code")), None)
        if fact is None or not fact.value.display:
            continue
        held = [each for item in claim.evidence for each in passages(telling, item, 300) if each.written is not None]
        if held:
            said += _recorded(telling, claim, fact, sorted(held, key=lambda each: each.when), n)
        elif coded(fact.value) not in telling.said:  # else the letter named it, with its code, when it opened
            bare.append((claim, fact))
    first = telling.case.diagnoses[0] if telling.case.diagnoses else None
    tied = next((tie for claim, fact in bare if fact is first and (tie := _tie(telling, claim, fact))), None)
    ahead = [_has(telling, bare[:1], tied)] if tied else []
    after = [_has(telling, bare[len(ahead) :])] if bare[len(ahead) :] else []
    said = [*ahead, *said, *after]
    return Told((Paragraph("diagnosis", telling.part.heading, tuple(said)),)) if said else Told()


def _has(
    telling: Telling, bare: list[tuple[Claim, Fact[Coding]]], tied: tuple[str, tuple[Basis, ...]] | None = None
) -> Sentence:
    who = telling.person
    names = [f"{'a ' if HISTORY.match(fact.value.display) else ''}{coded(fact.value)}" for _, fact in bare]
    tail, more = (f"; {tied[0]}", tied[1]) if tied is not None else ("", ())
    under = [each for claim, fact in bare for each in (entered("diagnosis", fact), *claim.basis)]
    return sentence(f"{who.formal} has {series.series(names)}{tail}", *under, *more)


def _recorded(telling: Telling, claim: Claim, fact: Fact[Coding], held: list[Passage], n: int) -> Iterator[Sentence]:
    who = telling.person
    name, code = small(fact.value.display), fact.value.code
    base = entered("diagnosis", fact)
    tied = _tie(telling, claim, fact) if n == 0 else None
    tail, more = (f"; {tied[0]}", tied[1]) if tied is not None else ("", ())
    first, last = held[0], held[-1]
    days = [dates.at(each.written) for each in (first, last) if each.written is not None]
    day, again = days[0], days[-1] if first.written != last.written else ""
    named = name if coded(fact.value) in telling.said else f"{name} (ICD-10-CM {code})"
    ways = ONCE if not again else TWICE
    text = telling.voice.turn("diagnosis", n, *ways).format(
        whose=who.possessed, named=named, day=day, again=again, who=who.formal
    )
    if again or tail or named != name:  # else the letter has named it, and one day more tells nothing
        yield sentence(f"{text}{tail}", *first.basis, *last.basis, base, *more)
    fuller = max(held, key=lambda each: len(each.text))
    words = quoted.unlabelled(fuller.text)
    if len(fuller.text) > len(fact.value.display) + 60 and words.rstrip(".") not in telling.said:
        ways_ = ("{note} puts it this way: {words}", "in {note} it reads: {words}", "the wording of {note} is: {words}")
        said = telling.voice.turn("fuller", n, *ways_).format(note=note(telling, fuller), words=quoted.closed(words))
        yield sentence(said, *fuller.basis)


ONCE = (
    "{whose} diagnosis of {named} was recorded {day}",
    "{who} has {named}, recorded {day}",
    "the diagnosis, {named}, was recorded {day}",
    "the chart records {named} {day}",
)
TWICE = (
    "{whose} diagnosis of {named} was recorded {day} and confirmed most recently {again}",
    "{who} has {named}, first recorded here {day} and last {again}",
    "the diagnosis, {named}, was recorded {day} and again {again}",
    "the chart records {named} {day} and, most recently, {again}",
    "{named} stands in the record {day} and again {again}",
)


def _tie(telling: Telling, claim: Claim, fact: Fact[Coding]) -> tuple[str, tuple[Basis, ...]] | None:
    """Tie diagnosis to service by the criterion of the policy that names it, where no table of the letter does."""
    if any(part.part == "criteria" for part in telling.pack.parts):
        return None
    for met in telling.brief.claims("criterion_met"):
        leaf = telling.requirement(met.about)
        if leaf is None or not isinstance(leaf.asks, Diagnosis) or not leaf.label or not names(leaf.asks, fact.value):
            continue
        where, short, what = policyname.place(leaf.label), policyname.short(telling), service.name(telling)
        what = what if len(what) <= LONG else "this treatment"
        ways = (
            f"it is a diagnosis for which {short} covers {what} ({where})",
            f"{where} of {short} covers {what} for this diagnosis",
            f"{short} names this diagnosis among those for which {what} is covered ({where})",
            f"this is the diagnosis {where} of {short} asks for",
        )
        under = (*policyname.numbered(leaf), *claim.basis[:1], *service.basis(telling))
        return telling.voice.pick("tie", *ways), under
    return None
