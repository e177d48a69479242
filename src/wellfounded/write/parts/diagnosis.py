"""The diagnosis with its code, where it is recorded, and how it ties to the service."""

from collections.abc import Iterator

from wellfounded.model.argument import Claim
from wellfounded.model.letter import Paragraph, Sentence
from wellfounded.write import policyname, service
from wellfounded.write.diagnosis import small
from wellfounded.write.notes import note, passages
from wellfounded.write.telling import Telling, Told, entered, sentence
from wellfounded.write.words import dates, quoted


def write(telling: Telling) -> Told:
    """Write when it was recorded, in whose words, and which criterion of the policy it answers."""
    claims = list(telling.brief.claims("diagnosis"))
    said = [line for n, claim in enumerate(claims) for line in _one(telling, claim, n)]
    return Told((Paragraph("diagnosis", telling.part.heading, tuple(said)),)) if said else Told()


def _one(telling: Telling, claim: Claim, n: int) -> Iterator[Sentence]:
    fact = next((each for each in telling.case.diagnoses if each.value.code == claim.slot("code")), None)
    if fact is None or not fact.value.display:
        return
    who = telling.person
    name, code = small(fact.value.display), fact.value.code
    base = entered("diagnosis", fact)
    held = [each for item in claim.evidence for each in passages(telling, item, 300) if each.written is not None]
    held = sorted(held, key=lambda each: each.when)
    if not held or held[0].written is None or held[-1].written is None:
        yield sentence(f"{who.formal} {who.verb('has')} {name} (ICD-10-CM {code})", base, *claim.basis)
    else:
        first, last = held[0], held[-1]
        lead = f"{who.possessed} diagnosis of" if n == 0 else ""
        text = f"{lead} {name} (ICD-10-CM {code}) was {'also ' if n else ''}recorded {dates.at(held[0].written)}"
        if first.written != last.written:
            text += f" and confirmed most recently {dates.at(held[-1].written)}"
        yield sentence(text, *first.basis, *last.basis, base)
        fuller = max(held, key=lambda each: len(each.text))
        if len(fuller.text) > len(fact.value.display) + 60:
            yield sentence(f"{note(telling, fuller)} puts it this way: {quoted.closed(fuller.text)}", *fuller.basis)
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
