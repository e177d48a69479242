"""The end of the letter: what the plan is asked to do, point by point, and where its answer goes."""

from collections.abc import Iterator

from wellfounded.model.basis import Basis, Derivation
from wellfounded.model.letter import Paragraph, Sentence
from wellfounded.write import intime, service
from wellfounded.write.parts import peer_to_peer
from wellfounded.write.telling import Telling, Told, entered, sentence
from wellfounded.write.words import dates, doses, numbers

REFUSED = {"appeals", "reviewer"}  # a letter to these answers a refusal, and may be refused in its turn


def write(telling: Telling) -> Told:
    """Ask for the decision, its time and its reasons, say where to send it, and offer the call; else nothing."""
    if not telling.case.services:
        return Told()
    asked = (_asked(telling), *_answers(telling), *_reached(telling))
    listed = len(asked) > 2
    return Told((Paragraph("closing", telling.part.heading, asked, bullets=listed, numbered=listed),))


ASKED = (
    "please {verb} {order}",
    "I ask you to {verb} {order}",
    "I ask that you {verb} {order}",
    "on this record, please {verb} {order}",
    "I therefore ask you to {verb} {order}",
    "for these reasons, please {verb} {order}",
    "I ask once more that you {verb} {order}",
    "the record supports the request: please {verb} {order}",
)
CALL = (
    "I am at {phone} for a peer-to-peer conversation",
    "for a peer-to-peer review I can be reached at {phone}",
    "should your reviewer wish to talk the case over peer to peer, my number is {phone}",
    "if any point is still open, please have your reviewer call me at {phone}",
    "I will take a call from your reviewer at {phone}",
    "a peer-to-peer call is welcome at any time before the decision, at {phone}",
    "your medical director can reach me for a peer-to-peer review at {phone}",
)
FAX = (
    "the decision can be faxed to me at {fax}",
    "please fax the decision to {fax}",
    "my fax number for the decision is {fax}",
    "please send the decision by fax to {fax}",
)
REASONS = (
    "if any part is upheld, please name the criterion that is not met and the record this rests on",
    "should any part be upheld, please say which criterion is not met, and on what record",
    "if you do not reverse, please tell me which criterion you find unmet and which record shows it",
    "for any part that is not approved, please state the criterion and the record on which it fails",
    "should you disagree, please give the criterion you find unmet and your reading of the record",
    "if the denial stands in any part, I ask for the criterion at fault and the page of the record behind it",
    "please set out, for whatever you do not approve, which criterion is unmet and why the record does not meet it",
    "where you uphold, please cite the criterion and the entry of the record that decides it",
)
FILE = (
    "; please send the claim file with it, free of charge ({cite})",
    "; the claim file is to come with that, free of charge ({cite})",
    ", with a copy of the claim file at no charge ({cite})",
)


def _asked(telling: Telling) -> Sentence:
    details = _details(telling)
    what, codes = service.again(telling) if details else service.counted(telling), service.codes(telling)
    verb = telling.pack.asks.replace("{decision}", "decision").replace("its ", "your ") or "approve"
    order = f"the {what} ordered for {telling.person.formal}"
    if what == codes:  # several services with no name in common
        order = f"the services ordered for {telling.person.formal} ({codes})"
    text = telling.voice.pick("closing", *ASKED).format(verb=verb, order=order)
    return sentence(f"{text}{details}", *service.basis(telling))


def _details(telling: Telling) -> str:
    """Give amount, schedule, dates and place of an order of one service: ": four pens every 28 days, for 12 months"."""
    each = telling.case.services[0]
    if len(telling.case.services) != 1 or not (each.frequency not in {"", "once"} or each.duration or each.start):
        return ""
    unit = numbers.singular(each.quantity.unit) if each.quantity is not None else ""
    amount = numbers.some(each.quantity.value, unit) if each.quantity is not None and unit else ""
    plan = doses.frequency(each.frequency) if each.frequency not in {"", "once"} else ""
    long = f"for {doses.length(each.duration)}" if each.duration is not None else ""
    place = f"in the {each.place}" if each.place in {"office", "home", "clinic"} else ""
    close = plan.startswith(("every", "each", "per", "a ")) or unit in numbers.SIGNS  # "four pens every 28 days"
    beside = " " if close else ", "
    held = (beside.join(part for part in (amount, plan) if part), long, dates.span(each.start, each.end), place)
    return f": {', '.join(part for part in held if part)}"


def _answers(telling: Telling) -> Iterator[Sentence]:
    """Ask for a decision in the law's time, and for its reasons with the file where the law gives that."""
    if telling.pack.to not in REFUSED or not telling.pack.argues:
        return
    if (time := intime.to_decide(telling)) is not None:
        ways = (
            f"please decide within {time[0]}",
            f"the decision is due {time[0]}",
            f"I ask for your decision within {time[0]}",
            f"your decision is to be made within {time[0]}",
        )
        yield sentence(telling.voice.pick("due", *ways), time[1])
    text, under = telling.voice.pick("reasons", *REASONS), list(service.basis(telling)[:1])
    file = next((right for right in telling.rights if right.id == "claim_file"), None)
    if file is not None:
        text += telling.voice.pick("file", *FILE).format(cite=file.citation.authority)
        under = [Derivation(f"right {file.id} = {file.says}", (file.citation,))]
    yield sentence(text, *under)


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
