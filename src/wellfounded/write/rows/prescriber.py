"""Prescriber: who orders the service, with specialty and board certification, and where the chart shows it."""

from wellfounded.model.argument import Claim
from wellfounded.model.basis import Basis
from wellfounded.model.criteria import Requirement
from wellfounded.model.letter import Sentence
from wellfounded.write.notes import note, passages
from wellfounded.write.signer import profession
from wellfounded.write.telling import Telling, entered, sentence
from wellfounded.write.words import clause, numbers, quoted

KINDS = ("prescriber",)


def row(leaf: Requirement, claim: Claim, telling: Telling) -> Sentence | None:
    """Say that the signer orders the service, and quote the note where the requirement asks for an examination."""
    who = telling.case.practitioner
    trade = profession(who)
    if who.name is None or who.specialty is None or not trade:
        return None
    text = f"I am {numbers.article(trade)} and I order the treatment"
    under = list[Basis]([*claim.basis, entered("practitioner.specialty", who.specialty)])
    held = [each for item in claim.evidence for each in passages(telling, item, 170)]
    if held:
        wanted = clause.stems(leaf.text)
        latest = max(held, key=lambda each: (len(wanted & clause.stems(each.text)), each.when))
        text += f"; {note(telling, latest)} records {quoted.closed(latest.text)}"
        under += latest.basis
    return sentence(text, *under)
