"""For an account administrator: who recommends what, for which diagnosed condition, how often and for how long."""

from wellfounded.model.basis import Basis
from wellfounded.model.letter import Paragraph
from wellfounded.write import service
from wellfounded.write.diagnosis import basis as diagnosis_basis
from wellfounded.write.diagnosis import named
from wellfounded.write.signer import profession
from wellfounded.write.telling import Telling, Told, entered, sentence
from wellfounded.write.words import doses, numbers


def write(telling: Telling) -> Told:
    """Write the recommendation; nothing where the service or the diagnosis is not known."""
    about = named(telling)
    if not telling.case.services or not about or telling.case.patient.name is None:
        return Told()
    who, trade = telling.case.practitioner, profession(telling.case.practitioner)
    under: list[Basis] = [*service.basis(telling), *diagnosis_basis(telling)]
    under.append(entered("patient.name", telling.case.patient.name))
    lead = "I"
    if trade and who.specialty is not None:
        lead = f"I am {numbers.article(trade)} and"
        under.append(entered("practitioner.specialty", who.specialty))
    said = [sentence(f"{lead} recommend {service.whole(telling)} for {telling.person.full} to treat {about}", *under)]
    for each in telling.case.services:
        often = doses.frequency(each.frequency)
        long = f"{doses.length(each.duration)} in all" if each.duration is not None else ""
        plan = ", ".join(part for part in (often, long) if part)
        if plan:
            said.append(sentence(f"The recommended use is {plan}", *service.basis(telling)))
    return Told((Paragraph("recommendation", telling.part.heading, tuple(said)),))
