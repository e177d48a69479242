"""The diagnosis with its code, where it is recorded, and how it ties to the service."""

from collections.abc import Iterator

from wellfounded.model.argument import Claim
from wellfounded.model.letter import Paragraph, Sentence
from wellfounded.write import policyname, service
from wellfounded.write.diagnosis import small
from wellfounded.write.notes import note, noted, words
from wellfounded.write.telling import Telling, Told, entered, sentence
from wellfounded.write.words import dates, quoted


def write(telling: Telling) -> Told:
    """Write when it was recorded, in whose words, and which criterion of the policy it answers."""
    said = [line for claim in telling.brief.claims("diagnosis") for line in _one(telling, claim)]
    return Told((Paragraph("diagnosis", telling.part.heading, tuple(said)),)) if said else Told()


def _one(telling: Telling, claim: Claim) -> Iterator[Sentence]:
    fact = next((each for each in telling.case.diagnoses if each.value.code == claim.slot("code")), None)
    if fact is None or not fact.value.display:
        return
    who = telling.person
    name, code = small(fact.value.display), fact.value.code
    base = entered("diagnosis", fact)
    dated = sorted((item for item in claim.evidence if noted(item) is not None), key=lambda item: str(noted(item)))
    if not dated:
        yield sentence(f"{who.formal} {who.verb('has')} {name} (ICD-10-CM {code})", base, *claim.basis)
    else:
        first, last = dated[0], dated[-1]
        start = noted(first)
        when = dates.at(start) if start is not None else ""
        text = f"{who.possessed} diagnosis of {name} (ICD-10-CM {code}) was recorded {when}"
        under = [*telling.dates(first), base]
        if noted(first) != noted(last):
            end = noted(last)
            text += f" and has been confirmed since, most recently {dates.at(end) if end is not None else ''}"
            under += telling.dates(last)
        yield sentence(text, *under)
        telling_words = max((item for item in dated if words(item)), key=lambda item: len(words(item)), default=None)
        if telling_words is not None and len(words(telling_words)) > len(fact.value.display) + 40:
            line = quoted.closed(words(telling_words))
            yield sentence(f"{note(telling, telling_words)} puts it this way: {line}", *telling.dates(telling_words))
    yield from _tie(telling, claim)


def _tie(telling: Telling, claim: Claim) -> Iterator[Sentence]:
    """Tie diagnosis to service by the criterion of the policy that names the diagnosis."""
    for met in telling.brief.claims("criterion_met"):
        leaf = telling.requirement(met.about)
        if leaf is None or leaf.asks.kind != "diagnosis" or not leaf.label:
            continue
        where = policyname.place(leaf.label)
        ways = (
            f"it is a diagnosis for which {policyname.short(telling)} covers {service.name(telling)} ({where})",
            f"{where} of {policyname.short(telling)} covers {service.name(telling)} for this diagnosis",
        )
        text = telling.voice.pick("tie", *ways)
        yield sentence(text, *policyname.numbered(leaf), *met.basis, *claim.basis[:1], *service.basis(telling))
        return
