"""How the peer-to-peer call is reached and until when, as the notice states it."""

from wellfounded.model.basis import Derivation
from wellfounded.model.determination import PeerToPeer, Window
from wellfounded.model.letter import Paragraph, Sentence
from wellfounded.write.telling import Telling, Told, sentence
from wellfounded.write.words import dates


def write(telling: Telling) -> Told:
    """Write the number, the window and the day it closes; nothing where the notice states none."""
    notice = telling.denial
    said: list[Sentence] = []
    for field in () if notice is None else notice.all("peer_to_peer"):
        if isinstance(field.value, PeerToPeer):
            phone = f"Call {field.value.phone}" if field.value.phone else "The notice offers a call"
            window = f"; window: {field.value.window}" if field.value.window else ""
            said.append(sentence(f"{phone}{window}", field.basis))
        elif isinstance(field.value, Window):
            unit = field.value.unit.replace("_", " ")
            said.append(sentence(f"The call must be asked for within {field.value.n} {unit}", field.basis))
    for deadline in telling.deadlines:
        due = deadline.safe or deadline.due
        if deadline.level == "peer_to_peer" and due is not None:
            rule = Derivation(f"{deadline.id} = {due.value}", (due.basis,))
            said.append(sentence(f"The window closes on {dates.day(due.value)}", rule, deadline.citation))
    return Told((Paragraph("call", telling.part.heading, tuple(said)),)) if said else Told()
