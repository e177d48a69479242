"""The offer to speak with the reviewer, with the signer's own telephone number."""

from collections.abc import Iterator

from wellfounded.model.letter import Paragraph, Sentence
from wellfounded.write.telling import Telling, Told, entered, sentence


def write(telling: Telling) -> Told:
    """Offer the call; nothing where no telephone number is known."""
    said = tuple(offer(telling))
    return Told((Paragraph("peer_to_peer", telling.part.heading, said),)) if said else Told()


def offer(telling: Telling) -> Iterator[Sentence]:
    """Say once that the signer will speak with the reviewer, and at what number."""
    phone = telling.case.practitioner.phone or telling.case.practice.phone
    if phone is None:
        return
    ways = (
        f"I am available for a peer-to-peer conversation with your reviewer at {phone.value}",
        f"If any point is still open, I would like to speak with your reviewer before a decision: {phone.value}",
        f"I can be reached for a peer-to-peer review at {phone.value}",
        f"Should the reviewer wish to talk the case over peer to peer, my number is {phone.value}",
        f"Before a decision against this request is made, please call me for a peer-to-peer review: {phone.value}",
    )
    yield sentence(telling.voice.pick("peer", *ways), entered("practitioner.phone", phone))
