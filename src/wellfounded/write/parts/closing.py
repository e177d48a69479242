"""The end of the letter: what is asked once more, where the answer goes, and the offer to speak."""

from collections.abc import Iterator

from wellfounded.model.basis import Basis
from wellfounded.model.letter import Paragraph, Sentence
from wellfounded.write import service
from wellfounded.write.parts import peer_to_peer
from wellfounded.write.telling import Telling, Told, entered, sentence


def write(telling: Telling) -> Told:
    """Ask for the decision, say where to send it, and offer the call where no part of the pack does; else nothing."""
    if not telling.case.services:
        return Told()
    said = tuple(_asked(telling))
    if all(part.part != "peer_to_peer" for part in telling.pack.parts):
        said += tuple(peer_to_peer.offer(telling))
    return Told((Paragraph("closing", telling.part.heading, said),))


def _asked(telling: Telling) -> Iterator[Sentence]:
    what, who = service.total(telling), telling.person
    order = f"the {what} ordered for {who.formal}" if what else f"the service ordered for {who.formal}"
    verb = telling.pack.asks.replace("{decision}", "decision").replace("its ", "your ") or "approve"
    ways = (
        f"please {verb} {order}",
        f"I ask you to {verb} {order}",
        f"for these reasons I ask you to {verb} {order}",
        f"on this record I ask you to {verb} {order}",
    )
    yield sentence(telling.voice.pick("closing", *ways), *service.basis(telling))
    fax = telling.case.practitioner.fax or telling.case.practice.fax
    if fax is not None:
        under: Basis = entered("practitioner.fax", fax)
        sent = (
            f"the decision can be faxed to me at {fax.value}",
            f"please fax the decision to {fax.value}",
            f"my fax number for the decision is {fax.value}",
        )
        yield sentence(telling.voice.pick("answer", *sent), under)
