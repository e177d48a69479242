"""The last line: what is asked once more, and where the answer goes."""

from wellfounded.model.basis import Basis
from wellfounded.model.letter import Paragraph
from wellfounded.write import service
from wellfounded.write.telling import Telling, Told, entered, sentence


def write(telling: Telling) -> Told:
    """Ask for the decision and say where to send it; nothing where no service is known."""
    if not telling.case.services:
        return Told()
    what = service.total(telling)
    who = telling.person
    order = f"the {what} ordered for {who.formal}" if what else f"the service ordered for {who.formal}"
    under = list[Basis](service.basis(telling))
    fax = telling.case.practitioner.fax or telling.case.practice.fax
    answer = f" and send the decision to me by fax at {fax.value}" if fax is not None else ""
    ways = (f"please approve {order}{answer}", f"I ask that you approve {order}{answer}")
    text = telling.voice.pick("closing", *ways)
    if fax is not None:
        under.append(entered("practitioner.fax", fax))
    return Told((Paragraph("closing", telling.part.heading, (sentence(text, *under),)),))
