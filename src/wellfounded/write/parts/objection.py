"""Der Widerspruch gegen den Bescheid einer Krankenkasse: what is objected to, why, and what is asked for, in German.

The insured person objects: a refusal told only to a supplier is not an act it can object to (LSG Hamburg L 1 KR 90/03).
"""

from collections.abc import Iterator
from datetime import date

from wellfounded.model.basis import Basis
from wellfounded.model.evidence import Outcome
from wellfounded.model.letter import Paragraph, Sentence
from wellfounded.write import service
from wellfounded.write.briefly import called
from wellfounded.write.telling import Telling, Told, entered, sentence
from wellfounded.write.words import doses, quoted, series, terms, tongues

RESULT = {
    Outcome.FAILED: "ohne ausreichende Wirkung",
    Outcome.PARTIAL: "nur mit teilweiser Wirkung",
    Outcome.INTOLERANT: "wegen Unverträglichkeit beendet",
}


def write(telling: Telling) -> Told:
    """Write the objection, its reasons from the file, and the requests; nothing where there is no decision."""
    opening = tuple(_opening(telling))
    if not opening:
        return Told()
    paragraphs = [Paragraph("objection", "", opening)]
    if tried := tuple(_tried(telling)):
        lead = sentence("Bisher wurden folgende Behandlungen durchgeführt:", *tried[0].basis)
        paragraphs += [Paragraph("objection", "Begründung", (lead,)), Paragraph("objection", "", tried, bullets=True)]
    paragraphs.append(Paragraph("objection", "Antrag", tuple(_asked(telling, opening[0].basis))))
    return Told(tuple(paragraphs))


def _opening(telling: Telling) -> Iterator[Sentence]:
    notice = telling.denial
    when = notice.first("notice_date") if notice is not None else None
    if notice is None or when is None or not isinstance(when.value, date):
        return
    number = notice.first("reference_number")
    under: list[Basis] = [when.basis, *([number.basis] if number is not None else [])]
    got = dict(telling.case.received).get("denial")
    held = f", mir zugegangen am {tongues.day(got.value, 'de')}," if got is not None else ""
    under += [entered("received.denial", got)] if got is not None else []
    file = f" (Aktenzeichen {number.value})" if number is not None else ""
    act = telling.pack.title
    yield sentence(f"Gegen Ihren Bescheid vom {tongues.day(when.value, 'de')}{file}{held} lege ich {act} ein", *under)
    if telling.case.services:
        yield sentence(f"Abgelehnt wurde: {service.plain(telling)}", *service.basis(telling))
    reasons = list(telling.brief.claims("payer_reason"))
    if reasons:
        said = list(dict.fromkeys(quoted.low(quoted.clean(claim.slot("words"))) for claim in reasons))
        bases = [basis for claim in reasons for basis in claim.basis]
        yield sentence(f"Der Bescheid nennt als Grund: {series.series(said, 'und')}", *bases)
    doctor, names = telling.case.practitioner, [fact.value.display for fact in telling.case.diagnoses]
    if doctor.name is not None and names:
        codes = [f"{fact.value.display} ({fact.value.code})" for fact in telling.case.diagnoses]
        bases = [entered("practitioner.name", doctor.name)]
        bases += [entered(f"diagnosis {fact.value.display}", fact) for fact in telling.case.diagnoses]
        about = series.series(codes, "und")
        yield sentence(f"Die Leistung wurde von {doctor.name.value} verordnet; die Diagnose lautet: {about}", *bases)


def _tried(telling: Telling) -> Iterator[Sentence]:
    for claim in telling.brief.claims("trial"):
        item = claim.evidence[0]
        trial = item.trial
        if trial is None or trial.outcome not in RESULT:
            continue
        dose = doses.dose(trial.dose) if trial.dose is not None and float(trial.dose.value).is_integer() else ""
        often = tongues.frequency(trial.frequency, "de") if dose else ""
        when = tongues.span(trial.start, trial.stop, "de")
        inside = ", ".join(part for part in (f"{dose} {often}".strip(), when) if part)
        name = terms.term(called(trial), "de")
        shown = f"{name} ({inside})" if inside else name
        yield sentence(f"{shown}: {RESULT[trial.outcome]}", *telling.dates(item))


def _asked(telling: Telling, basis: tuple[Basis, ...]) -> Iterator[Sentence]:
    del telling
    yield sentence("Ich bitte Sie, den Bescheid aufzuheben und die Leistung zu bewilligen", *basis)
    yield sentence(
        "Bitte senden Sie mir das Gutachten des Medizinischen Dienstes und alle Unterlagen, auf denen die Entscheidung "
        "beruht",
        *basis,
    )
    yield sentence("Über den Eingang dieses Schreibens bitte ich um eine schriftliche Bestätigung", *basis)
