"""What the chart records, in its own words: how any requirement is shown that no typed sentence fits."""

from wellfounded.model.argument import Claim
from wellfounded.model.basis import Attestation, leaves
from wellfounded.model.criteria import Requirement
from wellfounded.model.letter import Sentence
from wellfounded.write.notes import passages, placed
from wellfounded.write.telling import Telling, sentence
from wellfounded.write.words import dates, quoted

MOST = 170


def row(leaf: Requirement, claim: Claim, telling: Telling) -> Sentence | None:
    """Quote the latest passage that reads as words; else name the finding; else say whose word it is."""
    del leaf
    held = [each for item in claim.evidence for each in passages(telling, item, MOST)]
    if held:
        latest = max(held, key=lambda each: each.when)
        place = placed(telling, latest)
        words = quoted.unlabelled(latest.text)
        line = f"{quoted.marked(words.rstrip(' .,;:'))} ({place})" if place else quoted.closed(words)
        return sentence(line, *claim.basis, *latest.basis)
    for item in claim.evidence:
        found = f": {item.finding}" if item.finding and quoted.readable(item.finding) else ""
        if item.on is not None and item.name:
            return sentence(f"{item.name} {dates.at(item.on)}{found}", *claim.basis, *telling.dates(item))
    for leaf_basis in (each for basis in claim.basis for each in leaves(basis)):
        if isinstance(leaf_basis, Attestation) and not leaf_basis.says.startswith("entered "):
            who = f"{leaf_basis.by}, {leaf_basis.role}," if leaf_basis.role else leaf_basis.by
            return sentence(f"{who} states: {quoted.closed(leaf_basis.says)}", *claim.basis)
    why = claim.slot("why")
    return sentence(why, *claim.basis) if why else None
