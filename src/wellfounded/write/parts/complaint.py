"""A complaint about a refusal, to the insurer or to the office above it, in the patient's own plain words."""

from collections.abc import Iterator
from datetime import date

from wellfounded.model.basis import Basis
from wellfounded.model.letter import Paragraph, Sentence
from wellfounded.write import office, service
from wellfounded.write.parts.patient_words import tried
from wellfounded.write.telling import Telling, Told, entered, sentence
from wellfounded.write.words import dates, quoted, series


def write(telling: Telling) -> Told:
    """Write what was decided, why the payer says so, who ordered the service, and what is asked; else nothing."""
    notice = telling.denial
    if notice is None or not notice.fields:
        return Told()
    said, listed, asked = tuple(_said(telling)), tuple(tried(telling)), tuple(_asked(telling))
    held = [Paragraph("complaint", telling.part.heading, said)]
    if listed:
        lead = sentence("What I have tried so far:", *listed[0].basis)
        held += [Paragraph("complaint", "", (lead,)), Paragraph("complaint", "", listed, bullets=True)]
    return Told((*held, Paragraph("complaint", "", asked))) if said else Told()


def _said(telling: Telling) -> Iterator[Sentence]:
    notice = telling.denial
    if notice is None:
        return
    base: tuple[Basis, ...] = (notice.fields[0].basis,)
    if telling.pack.opens:
        yield sentence(telling.pack.opens, *base, *office.basis(telling))
    when, payer = notice.first("notice_date"), telling.case.coverage.payer
    who = payer.value if payer is not None else notice.text("payer") or "the insurer"
    under: list[Basis] = [field.basis for field in (when, notice.first("payer")) if field is not None]
    under += [entered("payer", payer)] if payer is not None else []
    on = f" on {dates.day(when.value)}" if when is not None and isinstance(when.value, date) else ""
    what = service.whole(telling) if telling.case.services else notice.text("service")
    if what and under:
        yield sentence(f"{who} refused this care{on}: {what}", *under, *service.basis(telling))
    reasons = list(telling.brief.claims("payer_reason"))
    if reasons:
        said = list(dict.fromkeys(quoted.marked(quoted.clean(claim.slot("words"))) for claim in reasons))
        bases = [basis for claim in reasons for basis in claim.basis]
        yield sentence(f"The notice gives this reason: {series.series(said)}", *bases)
    doctor = telling.case.practitioner
    if doctor.name is not None and what:
        title = f", {doctor.credentials.value}," if doctor.credentials is not None else ""
        yield sentence(f"{doctor.name.value}{title} ordered it", entered("practitioner.name", doctor.name))


def _asked(telling: Telling) -> Iterator[Sentence]:
    notice = telling.denial
    counted = [claim for claim in telling.brief.claims("criteria_count") if claim.slot("met") == claim.slot("of")]
    if counted:
        yield sentence("The records I send show that the plan's own rules are met", *counted[0].basis)
    if notice is not None:
        yield sentence("I ask for a decision in writing, with its reasons", notice.fields[0].basis)
