"""An approval told to the patient: what was approved, for how much and until when, and what to do before it ends."""

from collections.abc import Iterator
from datetime import date, timedelta

from wellfounded.model.basis import Basis, Derivation
from wellfounded.model.determination import Kind, Reading
from wellfounded.model.letter import Paragraph, Sentence
from wellfounded.write import service
from wellfounded.write.telling import Telling, Told, sentence
from wellfounded.write.words import tongues

APPROVED = (Kind.APPROVAL, Kind.PARTIAL_APPROVAL)
AHEAD = timedelta(days=30)  # time for a plan to decide on more before the approval ends
WORDS = {
    "en": {
        "yes": "Your plan said yes{of} to this care: {what}",
        "part": "It did not say yes to all that was asked; the notice says what was left out",
        "number": "The number of the approval is {}. Give it when you make your visits",
        "units": "It pays for {} in all. Keep count: when they are used up, the plan stops paying",
        "from": "It starts on {}",
        "to": "It ends on {}",
        "more": "If you will need more, ask your doctor by {} to ask the plan again",
    },
    "es": {
        "yes": "Su plan aprobó{of} esta atención: {what}",
        "part": "No aprobó todo lo que se pidió; el aviso dice qué quedó fuera",
        "number": "El número de la aprobación es {}. Dígalo cuando haga sus citas",
        "units": "Paga {} en total. Lleve la cuenta: cuando se acaben, el plan deja de pagar",
        "from": "Empieza el {}",
        "to": "Termina el {}",
        "more": "Si va a necesitar más, pida a su médico antes del {} que lo solicite otra vez al plan",
    },
}
OF = {"en": " on {}", "es": " el {}"}


def write(telling: Telling) -> Told:
    """Write what the latest approval says; nothing where there is none."""
    reading = telling.case.reading(*APPROVED)
    said = tuple(_said(telling, reading)) if reading is not None else ()
    return Told((Paragraph("approval", telling.part.heading, said),)) if said else Told()


def _said(telling: Telling, reading: Reading) -> Iterator[Sentence]:
    tongue = telling.pack.language if telling.pack.language in WORDS else "en"
    words = WORDS[tongue]
    when, what = reading.first("notice_date"), reading.first("service")
    base: list[Basis] = [field.basis for field in (when, what) if field is not None] or [
        field.basis for field in reading.fields[:1]
    ]
    if not base:
        return
    of = ""
    if when is not None and isinstance(when.value, date):
        of = OF[tongue].format(tongues.day(when.value, tongue))
    named = str(what.value) if what is not None else service.plain(telling) if telling.case.services else ""
    if not named:
        return
    under = base if what is not None else [*base, *service.basis(telling)]
    yield sentence(words["yes"].format(of=of, what=named), *under)
    if reading.kind is Kind.PARTIAL_APPROVAL:
        yield sentence(words["part"], *base)
    for name, way in (("authorization_number", "number"), ("units", "units")):
        field = reading.first(name)
        if field is not None:
            yield sentence(words[way].format(field.value), field.basis)
    for name, way in (("valid_from", "from"), ("valid_to", "to")):
        field = reading.first(name)
        if field is not None and isinstance(field.value, date):
            yield sentence(words[way].format(tongues.day(field.value, tongue)), field.basis)
    last = reading.first("valid_to")
    if last is not None and isinstance(last.value, date) and last.value - AHEAD > telling.on:
        day = last.value - AHEAD
        rule = Derivation(f"30 days before {last.value} = {day}", (last.basis,))
        yield sentence(words["more"].format(tongues.day(day, tongue)), rule)
