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
    asked = (_asked(telling), *_reached(telling))
    return Told((Paragraph("closing", telling.part.heading, asked),))


ASKED = (
    "please {verb} {order}",
    "I ask you to {verb} {order}",
    "for these reasons I ask you to {verb} {order}",
    "on this record I ask you to {verb} {order}",
    "with the criteria answered, please {verb} {order}",
    "the record supports the request, and I ask you to {verb} {order}",
    "I therefore ask that you {verb} {order}",
    "my request is that you {verb} {order}",
    "having set out what the policy asks and what the chart shows, I ask you to {verb} {order}",
    "I would be grateful if you would {verb} {order}",
    "that is why I ask you to {verb} {order}",
)
CALL = (
    "I am at {phone} for a peer-to-peer conversation",
    "for a peer-to-peer review I can be reached at {phone}",
    "should your reviewer wish to talk the case over peer to peer, my number is {phone}",
    "if any point is still open I would like to speak with your reviewer, at {phone}",
    "I will take a call from your reviewer at {phone}",
    "a peer-to-peer call is welcome at any time before the decision, at {phone}",
    "your medical director can reach me for a peer-to-peer review at {phone}",
)
FAX = (
    "the decision can be faxed to me at {fax}",
    "please fax the decision to {fax}",
    "my fax number for the decision is {fax}",
    "I look for the decision by fax at {fax}",
    "please send the decision by fax, to {fax}",
)


def _asked(telling: Telling) -> Sentence:
    what, who = service.counted(telling), telling.person
    order = f"the {what} ordered for {who.formal}"
    verb = telling.pack.asks.replace("{decision}", "decision").replace("its ", "your ") or "approve"
    text = telling.voice.pick("closing", *ASKED).format(verb=verb, order=order)
    return sentence(text, *service.basis(telling))


def _reached(telling: Telling) -> Iterator[Sentence]:
    fax = telling.case.practitioner.fax or telling.case.practice.fax
    phone = telling.case.practitioner.phone or telling.case.practice.phone
    calls = all(part.part != "peer_to_peer" for part in telling.pack.parts)
    under: list[Basis] = [entered("practitioner.fax", fax)] if fax is not None else []
    if fax is not None and phone is not None and calls:
        halves = (telling.voice.pick("answer", *FAX), telling.voice.pick("reached", *CALL))
        first, then = telling.voice.pick("order of halves", halves, halves[::-1])
        text = f"{first}; {then}".format(fax=fax.value, phone=phone.value)
        yield sentence(text, *under, entered("practitioner.phone", phone))
    elif fax is not None:
        yield sentence(telling.voice.pick("answer", *FAX).format(fax=fax.value), *under)
    elif calls:
        yield from peer_to_peer.offer(telling)
