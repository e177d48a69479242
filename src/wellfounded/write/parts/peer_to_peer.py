"""The offer to speak with the reviewer, with the signer's own telephone number."""

from wellfounded.model.basis import Basis
from wellfounded.model.letter import Paragraph
from wellfounded.write.telling import Telling, Told, entered, sentence


def write(telling: Telling) -> Told:
    """Offer the call; nothing where no telephone number is known."""
    phone = telling.case.practitioner.phone or telling.case.practice.phone
    if phone is None:
        return Told()
    under = list[Basis]([entered("practitioner.phone", phone)])
    ways = (
        f"I am available for a peer-to-peer conversation with your reviewer at {phone.value}",
        f"If any point is still open, I would like to speak with your reviewer before a decision: {phone.value}",
        f"I can be reached for a peer-to-peer review at {phone.value}",
    )
    said = sentence(telling.voice.pick("peer", *ways), *under)
    return Told((Paragraph("peer_to_peer", telling.part.heading, (said,)),))
