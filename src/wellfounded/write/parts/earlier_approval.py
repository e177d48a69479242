"""What was approved before: by whom, under what number, for how much and from when to when, as the notice states it."""

from wellfounded.model.basis import Basis
from wellfounded.model.determination import Kind, Reading
from wellfounded.model.letter import Paragraph, Sentence
from wellfounded.write.telling import Telling, Told, sentence
from wellfounded.write.words import dates

APPROVED = (Kind.APPROVAL, Kind.PARTIAL_APPROVAL)


def write(telling: Telling) -> Told:
    """Write one sentence for each earlier approval, the latest first; nothing where there is none."""
    held = [each for each in telling.case.readings if each.kind in APPROVED]
    held.sort(key=lambda each: each.text("notice_date"), reverse=True)
    said = tuple(line for each in held if (line := _one(each)) is not None)
    return Told((Paragraph("earlier_approval", telling.part.heading, said),)) if said else Told()


def _one(reading: Reading) -> Sentence | None:
    under: list[Basis] = []

    def value(name: str, form: str) -> str:
        field = reading.first(name)
        if field is None:
            return ""
        under.append(field.basis)
        return form.format(dates.iso(str(field.value)))

    payer = value("payer", "{}") or "the plan"
    day, number = value("notice_date", " on {}"), value("authorization_number", " under authorization {}")
    units = value("units", " for {}")
    start, end = value("valid_from", " from {}"), value("valid_to", " to {}")
    if not under:
        return None
    return sentence(f"{payer} approved this{day}{number}{units}{start}{end}", *under)
