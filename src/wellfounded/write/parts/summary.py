"""The first half page: who asks what for whom, what is in dispute, what was found, and how many criteria are shown."""

from collections.abc import Iterator
from datetime import date

from wellfounded.model.argument import Claim
from wellfounded.model.basis import Basis, Derivation
from wellfounded.model.letter import Paragraph, Sentence
from wellfounded.write import policyname, service
from wellfounded.write.diagnosis import basis as diagnosis_basis
from wellfounded.write.diagnosis import named as diagnosis_named
from wellfounded.write.facts import findings
from wellfounded.write.signer import profession
from wellfounded.write.telling import Telling, Told, entered, sentence
from wellfounded.write.words import dates, numbers


def write(telling: Telling) -> Told:
    """Write at most four sentences."""
    said = [*_asks(telling), *_disputed(telling), *findings(telling), *_count(telling)]
    return Told((Paragraph("summary", telling.part.heading, tuple(said)),)) if said else Told()


def _asks(telling: Telling) -> Iterator[Sentence]:
    if not telling.case.services or not telling.pack.asks:
        return
    who, patient = telling.case.practitioner, telling.case.patient
    payer = telling.case.coverage.payer
    under: list[Basis] = [*service.basis(telling), *diagnosis_basis(telling)]
    under += [entered(name, fact) for name, fact in (("patient.name", patient.name), ("payer", payer)) if fact]
    about = diagnosis_named(telling)
    someone = telling.person.full
    if telling.age is not None and patient.birth_date is not None:
        someone += f", {numbers.article(f'{telling.age}-year-old {telling.person.noun}')}"
        under.append(Derivation(f"age on {telling.on} = {telling.age}", (patient.birth_date.basis,)))
    someone += f" with {about}" if about else ""
    asks, asked = _asking(telling)
    under += asked
    to = payer.value if payer is not None else "the plan"
    to = "the independent reviewer" if telling.pack.to == "reviewer" else to
    plea = f"{to} to {asks} {service.whole(telling)} for {someone}"
    trade = profession(who)
    if trade and who.specialty is not None:
        under.append(entered("practitioner.specialty", who.specialty))
        ways = (f"as the ordering {trade}, I ask {plea}", f"I write as the ordering {trade} to ask {plea}")
        yield sentence(telling.voice.pick("asks", *ways), *under)
    else:
        yield sentence(f"I ask {plea}", *under)


def _asking(telling: Telling) -> tuple[str, list[Basis]]:
    """Give what is asked, with the day of the decision where there is one, and what that rests on."""
    notice = telling.denial.first("notice_date") if telling.denial is not None else None
    when = f" of {dates.day(notice.value)}" if notice is not None and isinstance(notice.value, date) else ""
    return telling.pack.asks.replace("{decision}", f"decision{when}"), [notice.basis] if notice is not None else []


def _disputed(telling: Telling) -> Iterator[Sentence]:
    cited = [claim for claim in telling.brief.claims("payer_cited") if claim.slot("section")]
    if not cited:
        return
    places = [claim.slot("section") for claim in cited]
    under: list[Basis] = [basis for claim in cited for basis in claim.basis]
    shown = [claim for claim in cited if claim.slot("met") == "yes"]
    text = f"The notice disputes {policyname.places(places)} of {policyname.named(telling)}"
    if shown:
        proof = [c for c in telling.brief.claims("criterion_met") if any(_names(x, c.about) for x in shown)]
        under += [basis for claim in proof for basis in claim.basis]
        if len(shown) == len(cited):
            every = "it is met" if len(cited) == 1 else _every(len(cited))
        else:
            verb = "is" if len(shown) == 1 else "are"
            every = f"{policyname.places([claim.slot('section') for claim in shown])} {verb} met"
        text += f"; the records show that {every}"
    yield sentence(text, *under)


def _every(n: int) -> str:
    return "both are met" if n == 2 else f"all {numbers.count(n)} are met"


def _names(cited: Claim, requirement: str) -> bool:
    return requirement in cited.slot("requirements").split("|")


def _count(telling: Telling) -> Iterator[Sentence]:
    for claim in telling.brief.claims("criteria_count"):
        met, of = int(claim.slot("met")), int(claim.slot("of"))
        name = policyname.short(telling)
        if met == of:
            every = "both" if of == 2 else f"all {numbers.count(of)}"
            yield sentence(f"{every} criteria of {name} are met, as the table below shows line by line", *claim.basis)
            continue
        held = policyname.labels(claim.slot("labels").split("|"))
        which = f" ({held})" if held else ""
        yield sentence(
            f"In all, the records show {numbers.count(met)} of the {numbers.count(of)} criteria of {name}{which}",
            *claim.basis,
        )
